package org.classbarometer.ui.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.classbarometer.frame.SourceChoice;

/// Network addresses as typed.
final class Addresses {
    private static final Set<String> SCHEMES = Set.of("http", "https", "rtsp");

    private Addresses() {}

    /// @return empty when it is no address of a stream
    static Optional<SourceChoice> parse(String typed) {
        try {
            URI address = new URI(typed.strip());
            String scheme = address.getScheme();
            boolean usable =
                    scheme != null
                            && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
                            && address.getHost() != null;
            return usable ? Optional.of(new SourceChoice.Stream(address)) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}

package org.classbarometer.web;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.classbarometer.web.WebException.Reason;

/// The address that was typed: its host is the only one spoken to.
///
/// @param address without user name and password
/// @param credentials what was typed before the `@`
record Origin(URI address, Optional<Credentials> credentials) {

    /// @param name before the first colon
    /// @param password after it; empty when there is none
    record Credentials(String name, String password) {
        // It may get into a log.
        @Override
        public String toString() {
            return "Credentials";
        }
    }

    static Origin of(URI typed) {
        return new Origin(bare(typed), credentials(typed));
    }

    private static URI bare(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return URI.create(
                "%s://%s%s%s%s"
                        .formatted(
                                address.getScheme().toLowerCase(Locale.ROOT),
                                address.getHost(),
                                port,
                                path.isEmpty() ? "/" : path,
                                query));
    }

    private static Optional<Credentials> credentials(URI typed) {
        String typedBefore = typed.getRawUserInfo();
        if (typedBefore == null || typedBefore.isEmpty()) {
            return Optional.empty();
        }
        int colon = typedBefore.indexOf(':');
        return Optional.of(
                colon < 0
                        ? new Credentials(decoded(typedBefore), "")
                        : new Credentials(
                                decoded(typedBefore.substring(0, colon)),
                                decoded(typedBefore.substring(colon + 1))));
    }

    // A plus is a plus here, unlike in a form.
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    /// @param target where an answer or a playlist leads to, relative or whole
    /// @return the whole address, without user name and password
    /// @throws WebException when it leads to another host, or from a protected connection to an open
    ///     one
    URI follow(URI from, String target) throws WebException {
        URI next;
        try {
            next = from.resolve(target.strip().replace(" ", "%20"));
        } catch (IllegalArgumentException malformed) {
            throw new WebException(Reason.ELSEWHERE, target, malformed);
        }
        String scheme = String.valueOf(next.getScheme()).toLowerCase(Locale.ROOT);
        if (next.getHost() == null || !scheme.matches("https?")) {
            throw new WebException(Reason.ELSEWHERE, scheme + ":", null);
        }
        if (!next.getHost().equalsIgnoreCase(address.getHost())) {
            throw new WebException(Reason.ELSEWHERE, next.getHost(), null);
        }
        if (address.getScheme().equals("https") && !scheme.equals("https")) {
            throw new WebException(Reason.UNPROTECTED, bare(next).toString(), null);
        }
        return bare(next);
    }
}

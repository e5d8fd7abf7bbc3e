package org.classbarometer.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classbarometer.disclosure.Draws;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.face.Masks;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.output.Growing;
import org.classbarometer.output.OwnerOnly;
import org.classbarometer.text.Text;

/// Which recordings were told of, in which label set and with what of the picture covered: a file for
/// each, by its bytes. It says nothing of anybody.
final class ToldRecordings {
    // Between the label set and the masks.
    private static final String MASKED = "/";

    private ToldRecordings() {}

    /// The draws of a recording, which is told of in these labels, with this covered, from now on.
    ///
    /// @throws StoreException when it was told of in another label set, or with more of it covered
    static Draws draws(Path place, SourceChoice.File source, LabelSet labels, Masks masks)
            throws IOException, StoreException {
        byte[] digest = RecordingDigest.of(source.path());
        // Not the digest itself: it is the key of the draws.
        Path known = SourceHold.file(place, HexFormat.of().formatHex(digest));
        String before = Files.exists(known) ? Files.readString(known).strip() : "";
        // Nothing is told before it is written: an empty one was left by a disk that was full.
        if (!before.isEmpty()) {
            String[] parts = before.split(MASKED, -1);
            if (!parts[0].equals(labels.name())) {
                throw new StoreException(
                        Text.of("store.told.labels", source.name(), parts[0], labels.name()));
            }
            if (parts.length == 2 && !covers(masks, parts[1])) {
                throw new StoreException(Text.of("store.told.masks", source.name()));
            }
        }
        OwnerOnly.ownFolder(place);
        // Whole or not at all: what was covered before must not be lost on a full disk.
        Growing.write(known, labels.name() + MASKED + written(masks));
        return Draws.keyed(digest);
    }

    private static String written(Masks masks) {
        return masks.regions().stream()
                .map(one -> one.x() + "," + one.y() + "," + one.width() + "," + one.height())
                .collect(Collectors.joining(";"));
    }

    /// Whoever covers now one face and now another sees what each adds; that more and more is covered,
    /// such as who withdrew, tells of each once.
    private static boolean covers(Masks now, String before) {
        try {
            return Stream.of(before.split(";"))
                    .filter(one -> !one.isEmpty())
                    .map(one ->
                            Stream.of(one.split(",")).mapToDouble(Double::parseDouble).toArray())
                    .map(one -> new Masks.Region(one[0], one[1], one[2], one[3]))
                    .allMatch(one -> now.regions().stream().anyMatch(region -> region.covers(one)));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            return false;
        }
    }
}

package org.classbarometer.evaluate.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.classbarometer.evaluate.data.LabelledPicture.Pictures;

/// Pictures in folders by label: `happiness/one.jpg`. Folders above or below the label's become the
/// attribute `folder`: `girls/happiness/one.jpg` is of the group `girls`. Links to folders are followed: large
/// sets are put together by them.
public final class PictureFolder {
    /// The attribute that folders beside the label's make.
    public static final String ATTRIBUTE = "folder";

    private static final Set<String> ENDINGS =
            Set.of("jpg", "jpeg", "png", "bmp", "webp", "tif", "tiff", "pgm", "ppm");

    private PictureFolder() {}

    /// @param words that folders may be named in
    /// @throws DataSetException when the folder cannot be read, or no picture in it can be used
    public static Pictures read(Path folder, LabelWords words) throws DataSetException {
        List<LabelledPicture> pictures = new ArrayList<>();
        Skips skips = new Skips();
        for (Path file : files(folder)) {
            Path place = folder.relativize(file);
            Optional<Integer> labelled = labelled(place, words);
            if (labelled.isEmpty()) {
                skips.add(SkipReason.UNKNOWN_LABEL, place.toString());
                continue;
            }
            String word = place.getName(labelled.get()).toString();
            String others = others(place, labelled.get());
            pictures.add(
                    new LabelledPicture(
                            place.toString(),
                            file,
                            word,
                            words.label(word).orElseThrow(),
                            others.isEmpty() ? Map.of() : Map.of(ATTRIBUTE, others)));
        }
        refuseEmpty(folder, pictures, skips, words);
        boolean grouped = pictures.stream().anyMatch(one -> !one.attributes().isEmpty());
        return new Pictures(List.copyOf(pictures), grouped ? List.of(ATTRIBUTE) : List.of(), skips);
    }

    static void refuseEmpty(
            Path source, List<LabelledPicture> pictures, Skips skips, LabelWords words)
            throws DataSetException {
        if (pictures.isEmpty() && skips.total() == 0) {
            throw DataSetException.of("evaluate.data.empty", source, words.understood());
        }
        if (pictures.isEmpty()) {
            SkipReason most = SkipReason.UNKNOWN_LABEL;
            for (SkipReason reason : skips.counts().keySet()) {
                most = skips.count(reason) > skips.count(most) ? reason : most;
            }
            throw DataSetException.of(
                    "evaluate.data.nothing",
                    source,
                    skips.total(),
                    most.text(),
                    String.join("; ", skips.named(most)),
                    words.understood());
        }
    }

    private static List<Path> files(Path folder) throws DataSetException {
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(PictureFolder::isPicture).sorted().toList();
        } catch (IOException failed) {
            throw DataSetException.unreadable(folder, failed);
        } catch (UncheckedIOException failed) {
            throw DataSetException.unreadable(folder, new IOException(failed.getMessage(), failed));
        }
    }

    private static boolean isPicture(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return !name.startsWith(".")
                && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))
                && Files.isRegularFile(file);
    }

    // The folder nearest to the picture decides: `happy people/sadness/one.jpg` is sad.
    private static Optional<Integer> labelled(Path place, LabelWords words) {
        for (int i = place.getNameCount() - 2; i >= 0; i--) {
            if (words.label(place.getName(i).toString()).isPresent()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static String others(Path place, int label) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < place.getNameCount() - 1; i++) {
            if (i != label) {
                names.add(place.getName(i).toString());
            }
        }
        return String.join("/", names);
    }
}

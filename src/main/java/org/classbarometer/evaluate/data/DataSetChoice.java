package org.classbarometer.evaluate.data;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.classbarometer.evaluate.data.LabelledFace.Pixels;

/// Which data set is meant, in which of the formats that its files turn out to have: FER2013 csv,
/// FER+ csv beside its pictures, csv of pictures, folders by label. A folder with exactly one csv in
/// it is that csv.
///
/// @param path of the csv or folder
/// @param votes `fer2013new.csv`, only with FER2013's csv
/// @param quality `quality.csv`, only with FER2013's csv
/// @param splits the parts wanted, only with the FER formats; otherwise PublicTest
public record DataSetChoice(
        Path path, Optional<Path> votes, Optional<Path> quality, Optional<Set<Split>> splits) {
    private static final Map<Split, String> FER_PLUS_FOLDERS =
            Map.of(
                    Split.TRAINING,
                    "FER2013Train",
                    Split.VALIDATION,
                    "FER2013Valid",
                    Split.TEST,
                    "FER2013Test");

    /// @param words that labels may be written in
    /// @throws DataSetException when nothing can be evaluated
    public DataSet open(LabelWords words) throws DataSetException {
        if (Files.isDirectory(path)) {
            List<Path> lists = lists(path);
            return lists.size() == 1
                    ? openFile(lists.getFirst(), words)
                    : pictures(path, PictureFolder.read(path, words));
        }
        return openFile(path, words);
    }

    private static List<Path> lists(Path folder) throws DataSetException {
        List<Path> lists = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.csv")) {
            entries.forEach(lists::add);
        } catch (IOException failed) {
            throw DataSetException.unreadable(folder, failed);
        }
        return lists;
    }

    private DataSet openFile(Path file, LabelWords words) throws DataSetException {
        Format format;
        try (CsvFile csv = CsvFile.open(file)) {
            format = Format.of(csv, file);
        }
        return switch (format) {
            case FER2013 -> fer2013(file);
            case FER_PLUS -> ferPlus(file);
            case LIST -> pictures(file, PictureList.read(file, words));
        };
    }

    private enum Format {
        FER2013,
        FER_PLUS,
        LIST;

        static Format of(CsvFile csv, Path file) throws DataSetException {
            if (Fer2013.hasColumns(csv)) {
                return FER2013;
            }
            if (csv.has("Image name")) {
                return FER_PLUS;
            }
            if (PictureList.hasColumns(csv)) {
                return LIST;
            }
            throw DataSetException.of(
                    "evaluate.data.format", file, String.join(", ", csv.header()));
        }
    }

    private Set<Split> wanted() {
        return splits.orElse(EnumSet.of(Split.VALIDATION));
    }

    private String name(Path file) {
        List<String> parts = wanted().stream().map(Split::usage).toList();
        return file.getFileName() + " " + String.join(", ", parts);
    }

    private DataSet fer2013(Path file) throws DataSetException {
        List<LabelledFace> faces = new ArrayList<>();
        Skips votedOut = new Skips();
        Skips skips =
                new Fer2013(file, votes, quality)
                        .forEach(wanted(), face -> faces.add(labelled(face, votedOut)));
        skips.addAll(votedOut);
        refuseEmpty(file, faces);
        List<String> truths =
                votes.isPresent()
                        ? List.of(DataSet.FER_PLUS, DataSet.FER2013)
                        : List.of(DataSet.FER2013);
        return new DataSet(name(file), faces, truths, List.of(), quality.isPresent(), skips);
    }

    private static LabelledFace labelled(FerFace face, Skips skips) {
        String name = "row " + face.row();
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(DataSet.FER2013, face.label());
        if (face.votes().isPresent()) {
            face.votes()
                    .get()
                    .majority()
                    .ifPresentOrElse(
                            label -> labels.put(DataSet.FER_PLUS, label),
                            () -> skips.add(SkipReason.NO_MAJORITY, name));
        }
        return new LabelledFace(
                name,
                new Pixels.Cut(face.pixels(), FerFace.SIDE, FerFace.SIDE),
                face.label(),
                labels,
                face.votes().map(FerVotes::byLabel).orElse(Map.of()),
                Map.of(),
                face.quality().map(FerQuality::nearCopy).orElse(false));
    }

    private DataSet ferPlus(Path file) throws DataSetException {
        refuseFerFiles(file);
        List<LabelledFace> faces = new ArrayList<>();
        Skips skips = new Skips();
        for (FerVotes.Row row : FerVotes.read(file)) {
            if (row.split().isEmpty() || !wanted().contains(row.split().get())) {
                continue;
            }
            Optional<String> label = row.votes().majority();
            Optional<Path> picture = picture(file, row);
            if (label.isEmpty()) {
                skips.add(SkipReason.NO_MAJORITY, row.image());
            } else if (picture.isEmpty()) {
                skips.add(SkipReason.CORRUPT, row.image());
            } else {
                faces.add(
                        new LabelledFace(
                                row.image(),
                                new Pixels.InFile(picture.get()),
                                label.get(),
                                Map.of(DataSet.FER_PLUS, label.get()),
                                row.votes().byLabel(),
                                Map.of(),
                                false));
            }
        }
        if (faces.isEmpty() && skips.count(SkipReason.CORRUPT) > 0) {
            throw DataSetException.of("evaluate.data.ferplus", file);
        }
        refuseEmpty(file, faces);
        return new DataSet(name(file), faces, List.of(DataSet.FER_PLUS), List.of(), false, skips);
    }

    private static Optional<Path> picture(Path votes, FerVotes.Row row) {
        if (row.image().isEmpty()) {
            return Optional.empty();
        }
        String folder = row.split().map(FER_PLUS_FOLDERS::get).orElse("");
        return List.of(
                        votes.resolveSibling(row.image()),
                        votes.resolveSibling(folder).resolve(row.image()),
                        votes.resolveSibling("data").resolve(folder).resolve(row.image()))
                .stream()
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private DataSet pictures(Path source, LabelledPicture.Pictures read) throws DataSetException {
        refuseFerFiles(source);
        if (splits.isPresent()) {
            throw DataSetException.of("evaluate.data.split.none", source);
        }
        List<LabelledFace> faces =
                read.pictures().stream()
                        .map(one ->
                                new LabelledFace(
                                        one.name(),
                                        new Pixels.InFile(one.file()),
                                        one.word(),
                                        Map.of(DataSet.OWN, one.label()),
                                        Map.of(),
                                        one.attributes(),
                                        false))
                        .toList();
        String name = String.valueOf(source.toAbsolutePath().normalize().getFileName());
        return new DataSet(
                name, faces, List.of(DataSet.OWN), read.attributes(), false, read.skips());
    }

    private void refuseFerFiles(Path source) throws DataSetException {
        if (votes.isPresent() || quality.isPresent()) {
            throw DataSetException.of("evaluate.data.votes.none", source);
        }
    }

    private void refuseEmpty(Path source, List<LabelledFace> faces) throws DataSetException {
        if (faces.isEmpty()) {
            throw DataSetException.of("evaluate.data.split.empty", name(source));
        }
    }
}

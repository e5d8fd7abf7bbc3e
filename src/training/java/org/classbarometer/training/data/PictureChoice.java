package org.classbarometer.training.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.classbarometer.evaluate.data.DataSetException;
import org.classbarometer.evaluate.data.LabelWords;
import org.classbarometer.evaluate.data.LabelledFace.Pixels;
import org.classbarometer.evaluate.data.LabelledPicture;
import org.classbarometer.evaluate.data.PictureFolder;
import org.classbarometer.evaluate.data.PictureList;
import org.classbarometer.evaluate.data.SkipReason;
import org.classbarometer.evaluate.data.Skips;
import org.classbarometer.evaluate.model.FaceLocation;
import org.classbarometer.evaluate.model.FacePlacer;
import org.classbarometer.evaluate.model.PlacedFace;
import org.classbarometer.expression.FaceCrop;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.text.UserProblem;

/// Which pictures are to be learned from, in folders by label or in a csv list.
///
/// Where the face is in a picture follows the rules of evaluation ([FaceLocation]). It is cut out
/// by the crop code of live use.
///
/// @param data a folder or a csv
/// @param validation where the pictures lie that validate; otherwise a part or a share of the data
/// @param share of each label that validates when the data has no part for it, in (0, 1)
/// @param framing where in a picture the face is
/// @param cascades folder of the face finder's cascades
/// @param cropMargin around a face that was found, as a share of its box; a picture that is nothing
///     but the face has none
public record PictureChoice(
        Path data,
        Optional<Path> validation,
        float share,
        FaceLocation framing,
        Path cascades,
        float cropMargin) {
    public PictureChoice {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException(
                    "a share of " + share + " cannot validate; it lies between 0 and 1");
        }
    }

    /// Reads all pictures that teach one of the heads.
    ///
    /// @param sources of the heads: they decide which words for labels are understood
    /// @throws UserProblem when a folder, list or cascade cannot be read or holds nothing of use
    public TrainingData read(List<LabelSource> sources) throws UserProblem {
        Skips skips = new Skips();
        LabelWords words = words(sources);
        PictureParts parts =
                PictureParts.of(pictures(data, words, skips), validation.isPresent() ? 0 : share);
        List<LabelledPicture> validating =
                validation.isPresent()
                        ? pictures(validation.get(), words, skips)
                        : parts.validation();
        PictureParts learned = parts.without(validating);
        try (FaceCutter cutter = FaceCutter.open(framing, cascades, cropMargin, sources, skips)) {
            return new TrainingData(
                    cutter.faces(learned.training()),
                    cutter.faces(validating),
                    skips,
                    learned.leftAlone());
        }
    }

    /// Reads pictures of which none validates.
    ///
    /// @throws UserProblem when the folder, list or cascade cannot be read or holds nothing of use
    public static List<TrainingFace> all(
            Path place,
            FaceLocation framing,
            Path cascades,
            float cropMargin,
            List<LabelSource> sources)
            throws UserProblem {
        Skips skips = new Skips();
        List<LabelledPicture> pictures = pictures(place, words(sources), skips);
        try (FaceCutter cutter = FaceCutter.open(framing, cascades, cropMargin, sources, skips)) {
            return cutter.faces(pictures);
        }
    }

    private static LabelWords words(List<LabelSource> sources) {
        List<String> labels =
                sources.stream()
                        .flatMap(source -> source.labels().labels().stream())
                        .distinct()
                        .toList();
        return LabelWords.of(new LabelSet("of the heads", labels));
    }

    private static List<LabelledPicture> pictures(Path place, LabelWords words, Skips skips)
            throws DataSetException {
        LabelledPicture.Pictures read =
                Files.isDirectory(place)
                        ? PictureFolder.read(place, words)
                        : PictureList.read(place, words);
        skips.addAll(read.skips());
        return read.pictures();
    }

    private record FaceCutter(
            FacePlacer placer,
            FaceCrop found,
            FaceCrop whole,
            List<LabelSource> sources,
            Skips skips)
            implements AutoCloseable {
        static FaceCutter open(
                FaceLocation framing,
                Path cascades,
                float cropMargin,
                List<LabelSource> sources,
                Skips skips)
                throws UserProblem {
            return new FaceCutter(
                    FacePlacer.open(cascades, framing),
                    new FaceCrop(cropMargin, TrainingFace.SIDE, TrainingFace.SIDE),
                    new FaceCrop(0, TrainingFace.SIDE, TrainingFace.SIDE),
                    sources,
                    skips);
        }

        @Override
        public void close() {
            whole.close();
            found.close();
            placer.close();
        }

        List<TrainingFace> faces(List<LabelledPicture> pictures) {
            List<TrainingFace> faces = new ArrayList<>();
            for (LabelledPicture picture : pictures) {
                if (wanted(picture)) {
                    face(picture).ifPresent(faces::add);
                } else {
                    skips.add(SkipReason.OUTSIDE_LABELS, picture.name() + ": " + picture.word());
                }
            }
            return faces;
        }

        private boolean wanted(LabelledPicture picture) {
            TrainingFace face = new TrainingFace(new byte[0], picture.label(), Optional.empty());
            return sources.stream().anyMatch(source -> source.truth(face).isPresent());
        }

        private Optional<TrainingFace> face(LabelledPicture picture) {
            Optional<PlacedFace> placed =
                    placer.place(picture.name(), new Pixels.InFile(picture.file()), skips);
            if (placed.isEmpty()) {
                return Optional.empty();
            }
            try (PlacedFace face = placed.get()) {
                FaceCrop crop = face.whole() ? whole : found;
                byte[] pixels = crop.pixels(face.grey(), face.box());
                return Optional.of(new TrainingFace(pixels, picture.label(), Optional.empty()));
            }
        }
    }
}

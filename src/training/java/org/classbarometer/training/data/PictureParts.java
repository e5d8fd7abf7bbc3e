package org.classbarometer.training.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.classbarometer.evaluate.data.LabelledPicture;

/// Pictures dealt out to learning and validation, before any of them is read.
///
/// A data set that has a part `train` is dealt out as its makers wanted it: by the folder at its top
/// (`train/happiness/one.jpg`) or, in a list, by the column `split` or `usage`. Its part `validation`
/// (or `val`, `valid`) validates, and `test` where there is no other. In a data set without parts, or
/// with one alone, a share of each label validates, drawn from a fixed seed: the same pictures
/// whatever the seed of the run, and again when the run is exported.
///
/// @param training in an order drawn at random, so that the first of them are of every label
/// @param leftAlone pictures of a test part beside a validation part, and ones that validate as well
record PictureParts(
        List<LabelledPicture> training, List<LabelledPicture> validation, int leftAlone) {
    private static final long SEED = 1;
    private static final List<String> COLUMNS = List.of("split", "usage");

    private enum Part {
        TRAINING,
        VALIDATION,
        TEST,
        NONE;

        static Part of(LabelledPicture picture) {
            String word =
                    COLUMNS.stream()
                            .filter(picture.attributes()::containsKey)
                            .findFirst()
                            .map(picture.attributes()::get)
                            .orElseGet(() -> top(picture))
                            .toLowerCase(Locale.ROOT);
            return switch (word) {
                case "train", "training" -> TRAINING;
                case "val", "valid", "validation", "publictest" -> VALIDATION;
                case "test", "testing", "privatetest" -> TEST;
                default -> NONE;
            };
        }

        private static String top(LabelledPicture picture) {
            Path place = Path.of(picture.name());
            return place.getNameCount() > 1 ? place.getName(0).toString() : "";
        }
    }

    /// @param share of each label that validates where there is no part for it; 0 where the
    ///     validation pictures are elsewhere, and then those of every part but `train` are left alone
    static PictureParts of(List<LabelledPicture> pictures, float share) {
        RandomGenerator random = new SplittableRandom(SEED);
        List<LabelledPicture> validation = part(pictures, Part.VALIDATION);
        List<LabelledPicture> test = part(pictures, Part.TEST);
        // What lies beside the parts, as further folders of labels do, is learned from too.
        List<LabelledPicture> training = new ArrayList<>(part(pictures, Part.TRAINING));
        training.addAll(part(pictures, Part.NONE));
        if (training.isEmpty()) {
            return shared(pictures, share, random);
        }
        if (share == 0) {
            return new PictureParts(
                    shuffled(training, random), List.of(), validation.size() + test.size());
        }
        if (!validation.isEmpty()) {
            return new PictureParts(shuffled(training, random), validation, test.size());
        }
        return test.isEmpty()
                ? shared(training, share, random)
                : new PictureParts(shuffled(training, random), test, 0);
    }

    /// Without the pictures that validate, when those were named apart and lie among the others.
    PictureParts without(List<LabelledPicture> validating) {
        Set<Path> taken = new HashSet<>();
        validating.forEach(one -> taken.add(place(one)));
        List<LabelledPicture> rest =
                training.stream().filter(one -> !taken.contains(place(one))).toList();
        return new PictureParts(rest, validation, leftAlone + training.size() - rest.size());
    }

    private static Path place(LabelledPicture picture) {
        return picture.file().toAbsolutePath().normalize();
    }

    private static List<LabelledPicture> part(List<LabelledPicture> pictures, Part part) {
        return pictures.stream().filter(one -> Part.of(one) == part).toList();
    }

    private static PictureParts shared(
            List<LabelledPicture> pictures, float share, RandomGenerator random) {
        Map<String, List<LabelledPicture>> byLabel = new TreeMap<>();
        for (LabelledPicture picture : pictures) {
            byLabel.computeIfAbsent(picture.label(), _ -> new ArrayList<>()).add(picture);
        }
        List<LabelledPicture> training = new ArrayList<>();
        List<LabelledPicture> validation = new ArrayList<>();
        for (List<LabelledPicture> ofLabel : byLabel.values()) {
            List<LabelledPicture> order = shuffled(ofLabel, random);
            int validating = validating(order.size(), share);
            validation.addAll(order.subList(0, validating));
            training.addAll(order.subList(validating, order.size()));
        }
        return new PictureParts(shuffled(training, random), validation, 0);
    }

    // A rare label is validated on one picture at least, and always learned from.
    private static int validating(int pictures, float share) {
        if (share == 0 || pictures < 2) {
            return 0;
        }
        return Math.clamp(Math.round(pictures * share), 1, pictures - 1);
    }

    private static List<LabelledPicture> shuffled(
            List<LabelledPicture> pictures, RandomGenerator random) {
        List<LabelledPicture> order = new ArrayList<>(pictures);
        Collections.shuffle(order, random);
        return order;
    }
}

package org.classbarometer.training.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.classbarometer.evaluate.data.FerVotes;
import org.classbarometer.training.data.TrainingFace;
import org.classbarometer.training.data.Variation;

/// Recipes and faces of runs that take little time.
final class Runs {
    /// Hears of everything and does nothing.
    static final RunListener QUIET =
            new RunListener() {
                @Override
                public void batchDone(
                        int epoch,
                        int batch,
                        int batches,
                        double imagesDone,
                        double imagesInAll,
                        double loss) {}

                @Override
                public void epochDone(Epoch epoch) {}
            };

    private Runs() {}

    static Recipe recipe(
            String architecture,
            int epochs,
            Schedule schedule,
            Variation variation,
            List<String> sources,
            Optional<Distillation> distillation) {
        return new Recipe(
                architecture,
                sources,
                epochs,
                16,
                0.02f,
                false,
                5e-4f,
                schedule,
                0.5f,
                0.5f,
                0.02f,
                Map.of("fear", 2f),
                0,
                true,
                variation,
                0,
                0,
                11,
                Optional.empty(),
                distillation);
    }

    /// A recipe that begins with weights and leaves them as they are.
    static Recipe keeping(WeightsFile weights) {
        return new Recipe(
                "mini-xception",
                List.of("four"),
                1,
                16,
                1e-12f,
                false,
                0,
                Schedule.COSINE,
                0.5f,
                0,
                0,
                Map.of(),
                0,
                false,
                Variation.NONE,
                0,
                0,
                11,
                Optional.of(weights),
                Optional.empty());
    }

    /// Happy faces have a bright upper half, sad ones a bright lower half, all with noise.
    static List<TrainingFace> faces(int count) {
        RandomGenerator random = new SplittableRandom(5);
        List<TrainingFace> faces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean happy = i % 2 == 0;
            byte[] pixels = new byte[TrainingFace.SIDE * TrainingFace.SIDE];
            for (int at = 0; at < pixels.length; at++) {
                boolean upper = at < pixels.length / 2;
                pixels[at] = (byte) ((upper == happy ? 150 : 60) + random.nextInt(40));
            }
            List<Integer> votes =
                    happy
                            ? List.of(0, 10, 0, 0, 0, 0, 0, 0, 0, 0)
                            : List.of(0, 0, 0, 10, 0, 0, 0, 0, 0, 0);
            faces.add(
                    new TrainingFace(
                            pixels,
                            happy ? "happiness" : "sadness",
                            Optional.of(new FerVotes(votes))));
        }
        return faces;
    }
}

package org.classbarometer.training.data;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.classbarometer.training.net.Head;

/// Deals out a lesson in batches, every face once an epoch in a new order and varied anew. What a
/// batch holds depends only on the seed, the epoch and its place. Owns native memory; one thread.
public final class Batches implements AutoCloseable {
    private final TrainingSet lesson;
    private final Shaping shaping;
    private final long seed;
    private final Varied varied;

    /// How faces become a batch.
    ///
    /// @param size faces
    /// @param variation of the pictures
    /// @param smoothing share of each target spread evenly over all labels (Szegedy et al. 2015)
    /// @param weights one per output, for the loss of faces that show it; 1 is usual
    /// @param balance share of the faces shown that are drawn so that all labels come up equally often
    public record Shaping(
            int size, Variation variation, float smoothing, float[] weights, float balance) {
        public Shaping {
            if (!(balance >= 0 && balance <= 1)) {
                throw new IllegalArgumentException(
                        "a share of " + balance + " cannot be balanced; it lies from 0 to 1");
            }
        }

        /// This, with other batches.
        public Shaping of(int faces) {
            return new Shaping(faces, variation, smoothing, weights, balance);
        }
    }

    public Batches(TrainingSet lesson, Shaping shaping, long seed) {
        this.lesson = lesson;
        this.shaping = shaping;
        this.seed = seed;
        this.varied = new Varied(shaping.variation());
    }

    /// Batches of an epoch; what does not fill one is left out, other faces each time.
    public int perEpoch() {
        return Math.max(1, lesson.size() / shaping.size());
    }

    /// The order of the faces in one epoch; where some are drawn by label, others are not shown.
    public int[] order(int epoch) {
        RandomGenerator random = new SplittableRandom(seed * 1_000_003 + epoch);
        int[] order = new int[lesson.size()];
        for (int i = 0; i < order.length; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        List<int[]> byLabel = lesson.byLabel();
        for (int i = 0; i < order.length; i++) {
            if (random.nextFloat() < shaping.balance()) {
                int[] alike = byLabel.get(random.nextInt(byLabel.size()));
                order[i] = alike[random.nextInt(alike.length)];
            }
        }
        return order;
    }

    /// @param order as [#order] gave it
    /// @param index of the batch in the epoch
    /// @param side of the faces in pixels
    public Batch batch(int[] order, int epoch, int index, int side) {
        int count = Math.min(shaping.size(), lesson.size());
        RandomGenerator random =
                new SplittableRandom((seed * 1_000_003 + epoch) * 1_000_003 + index);
        int pixels = side * side;
        float[] faces = new float[count * pixels];
        float[] targets = new float[count * lesson.outputs()];
        for (int i = 0; i < count; i++) {
            int face = order[index * count + i];
            varied.into(lesson.picture(face), side, random, faces, i * pixels);
            target(lesson.target(face), targets, i * lesson.outputs());
        }
        if (random.nextFloat() < shaping.variation().mixing()) {
            mix(faces, targets, count, random);
        }
        return new Batch(faces, targets, count, side);
    }

    private void target(float[] shares, float[] out, int offset) {
        for (Head head : lesson.heads()) {
            float sum = 0;
            float weight = 0;
            for (int i = head.offset(); i < head.end(); i++) {
                sum += shares[i];
                weight += shares[i] * shaping.weights()[i];
            }
            for (int i = head.offset(); i < head.end(); i++) {
                float even = sum / head.size();
                out[offset + i] =
                        weight
                                * ((1 - shaping.smoothing()) * shares[i]
                                        + shaping.smoothing() * even);
            }
        }
    }

    /// Each face with the one as far from the batch's end, all in the same proportion.
    private void mix(float[] faces, float[] targets, int count, RandomGenerator random) {
        float share = beta(shaping.variation().mixture(), random);
        mirrorMix(faces, count, share);
        mirrorMix(targets, count, share);
    }

    private static void mirrorMix(float[] rows, int count, float share) {
        int width = rows.length / count;
        float[] before = rows.clone();
        for (int row = 0; row < count; row++) {
            int other = (count - 1 - row) * width;
            for (int i = 0; i < width; i++) {
                int at = row * width + i;
                rows[at] = share * before[at] + (1 - share) * before[other + i];
            }
        }
    }

    /// Jöhnk's method for Beta(a, a), made for small a.
    private static float beta(double a, RandomGenerator random) {
        while (true) {
            double x = Math.pow(random.nextDouble(), 1 / a);
            double y = Math.pow(random.nextDouble(), 1 / a);
            if (x + y > 0 && x + y <= 1) {
                return (float) Math.max(x / (x + y), y / (x + y));
            }
        }
    }

    @Override
    public void close() {
        varied.close();
    }
}

package org.classbarometer.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.classbarometer.disclosure.BucketCounts.FrameCounts;

/// A lesson made up person by person: what each of them shows in every bucket, and how it flickers in
/// the frames of one.
///
/// @param states per bucket and person: a label's index, [#UNCERTAIN] or [#ABSENT]
/// @param flicker chance that a person's reading is uncertain in a frame, whatever they show
record SimulatedLesson(int[][] states, double flicker, long seed) {
    static final List<String> LABELS =
            List.of("neutral", "happiness", "sadness", "surprise", "anger", "fear");
    static final int UNCERTAIN = -1;
    static final int ABSENT = -2;
    private static final int FRAMES = 9;

    /// A class that starts from a mood of its own, whose people change, become uncertain, leave and
    /// come back one by one, and of whom some change together now and then.
    static SimulatedLesson random(int people, int buckets, double flicker, Random random) {
        double[] weights =
                random.doubles(LABELS.size()).map(one -> Math.pow(one, 3) + 0.01).toArray();
        double restless = 0.1 * Math.pow(random.nextDouble(), 2);
        int[][] states = new int[buckets][people];
        for (int bucket = 0; bucket < buckets; bucket++) {
            boolean together = random.nextDouble() < 0.03;
            int towards = random.nextInt(LABELS.size() + 2) - 2;
            double share = random.nextDouble();
            for (int one = 0; one < people; one++) {
                boolean moves = bucket == 0 || random.nextDouble() < restless;
                states[bucket][one] =
                        moves ? state(weights, random) : states[Math.max(0, bucket - 1)][one];
                if (together && random.nextDouble() < share) {
                    states[bucket][one] = towards;
                }
            }
        }
        return new SimulatedLesson(states, flicker, random.nextLong());
    }

    private static int state(double[] weights, Random random) {
        double kind = random.nextDouble();
        if (kind < 0.1) {
            return UNCERTAIN;
        }
        return kind < 0.15 ? ABSENT : drawn(weights, random);
    }

    static int drawn(double[] weights, Random random) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double at = random.nextDouble() * sum;
        for (int label = 0; label < weights.length; label++) {
            at -= weights[label];
            if (at < 0) {
                return label;
            }
        }
        return weights.length - 1;
    }

    int buckets() {
        return states.length;
    }

    int people() {
        return states[0].length;
    }

    /// The same lesson but for one person, from a bucket on.
    SimulatedLesson with(int person, int from, int state) {
        int[][] changed = new int[states.length][];
        for (int bucket = 0; bucket < states.length; bucket++) {
            changed[bucket] = states[bucket].clone();
            if (bucket >= from) {
                changed[bucket][person] = state;
            }
        }
        return new SimulatedLesson(changed, flicker, seed);
    }

    /// What the pipeline sees of a bucket.
    List<FrameCounts> frames(int bucket) {
        List<FrameCounts> frames = new ArrayList<>();
        for (int frame = 0; frame < FRAMES; frame++) {
            int[] counts = new int[LABELS.size()];
            int uncertain = 0;
            for (int one = 0; one < people(); one++) {
                int state = stateIn(bucket, frame, one);
                if (state >= 0) {
                    counts[state]++;
                } else if (state == UNCERTAIN) {
                    uncertain++;
                }
            }
            frames.add(new FrameCounts(counts, uncertain));
        }
        return frames;
    }

    // Each person has a flicker of their own, which does not depend on the others.
    private int stateIn(int bucket, int frame, int person) {
        int state = states[bucket][person];
        if (state < 0 || flicker == 0) {
            return state;
        }
        long mixed = seed + 31L * (person + 1_000L * (frame + 100L * bucket));
        return new Random(mixed * 0x9e3779b97f4a7c15L).nextDouble() < flicker ? UNCERTAIN : state;
    }
}

package org.classbarometer.evaluate.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.classbarometer.face.Box;

/// Pairs true boxes with found ones.
final class Matching {
    private Matching() {}

    private record Pair(int truth, int found, double overlap) {}

    /// The best overlapping pair first, each box in one pair at most.
    ///
    /// @return for each true box the index of its found box, or -1
    static int[] greedy(List<Box> truth, List<Box> found, double atLeast) {
        List<Pair> pairs = new ArrayList<>();
        for (int t = 0; t < truth.size(); t++) {
            for (int f = 0; f < found.size(); f++) {
                double overlap = truth.get(t).overlap(found.get(f));
                if (overlap >= atLeast) {
                    pairs.add(new Pair(t, f, overlap));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::overlap).reversed());
        int[] match = new int[truth.size()];
        Arrays.fill(match, -1);
        boolean[] taken = new boolean[found.size()];
        for (Pair pair : pairs) {
            if (match[pair.truth] < 0 && !taken[pair.found]) {
                match[pair.truth] = pair.found;
                taken[pair.found] = true;
            }
        }
        return match;
    }
}

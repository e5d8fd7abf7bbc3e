package org.classbarometer.face.follow;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.classbarometer.budget.Budget;
import org.classbarometer.face.Look;

/// Whose turn it is among the looks at a picture: the longest overdue comes first, and one that does not
/// fit into the frame's budget lets nobody pass. So each is done less often on a machine that cannot do
/// all, and none is forgotten.
final class Agenda {
    private static final long NEVER = Long.MIN_VALUE;

    private List<Look> looks = List.of();
    private long[] doneNanos = new long[0];

    /// Other looks from now on, none of them done yet.
    void plan(List<Look> plan) {
        looks = plan;
        doneNanos = new long[plan.size()];
        startAnew();
    }

    /// Another film begins: everything is due.
    void startAnew() {
        Arrays.fill(doneNanos, NEVER);
    }

    /// Does what is due and fits.
    void advance(long nanos, Budget budget, Consumer<Look> work) {
        List<Integer> due =
                IntStream.range(0, looks.size())
                        .filter(i -> overdue(i, nanos) >= 1)
                        .boxed()
                        .sorted(
                                Comparator.<Integer, Boolean>comparing(i -> looks.get(i).spare())
                                        .thenComparing(
                                                Comparator.<Integer>comparingDouble(
                                                                i -> overdue(i, nanos))
                                                        .reversed()))
                        .toList();
        for (int i : due) {
            Look look = looks.get(i);
            boolean fits =
                    look.spare()
                            ? budget.cost(look.job(), look.units()) <= budget.left()
                            : budget.affords(look.job(), look.units());
            if (!fits) {
                return;
            }
            doneNanos[i] = nanos;
            budget.run(look.job(), look.units(), () -> work.accept(look));
        }
    }

    /// Periods since the look was done last.
    private double overdue(int index, long nanos) {
        return doneNanos[index] == NEVER
                ? Double.POSITIVE_INFINITY
                : (double) (nanos - doneNanos[index]) / looks.get(index).periodNanos();
    }
}

package org.classbarometer.expression;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The views of docs/decisions/0002-views-over-labels.md: each label of the set gathers one or more
/// labels of the model, by name; what is gathered by none lies outside.
record ModelView(LabelSet labels, int[][] members, int[] outside, float uncertainBelow)
        implements LabelView {
    /// Every view that can be offered over a model, the one telling most apart first: the program's
    /// own label sets as far as they fit, and the model's set where it is none of them.
    static Map<LabelSet, LabelView> all(ModelMetadata model) {
        Map<LabelSet, LabelView> views = new LinkedHashMap<>();
        Set<String> own = Set.copyOf(model.labels().labels());
        if (LabelSet.VIEWS.stream().noneMatch(set -> own.equals(Set.copyOf(set.labels())))) {
            views.put(model.labels(), over(model, model.labels()).orElseThrow());
        }
        for (LabelSet set : LabelSet.VIEWS) {
            over(model, set).ifPresent(view -> views.put(set, view));
        }
        return Collections.unmodifiableMap(views);
    }

    /// @return empty when the model cannot tell the labels of the set apart
    static Optional<LabelView> over(ModelMetadata model, LabelSet set) {
        BitSet left = new BitSet();
        left.set(0, model.labels().size());
        int[][] members = new int[set.size()][];
        for (int i = 0; i < members.length; i++) {
            members[i] = members(model.labels(), set.labels().get(i));
            if (members[i].length == 0) {
                return Optional.empty();
            }
            for (int member : members[i]) {
                if (!left.get(member)) {
                    return Optional.empty(); // counted under two labels
                }
                left.clear(member);
            }
        }
        int[] outside = left.stream().toArray();
        return Optional.of(new ModelView(set, members, outside, model.uncertainBelow()));
    }

    private static int[] members(LabelSet model, String label) {
        if (model.labels().contains(label)) {
            return new int[] {model.labels().indexOf(label)};
        }
        LabelSet.Gathered gathered = LabelSet.GATHERED.get(label);
        if (gathered == null || !model.labels().containsAll(gathered.needed())) {
            return new int[0];
        }
        List<String> names = new ArrayList<>(gathered.needed());
        names.addAll(gathered.taken());
        names.retainAll(model.labels());
        return names.stream().mapToInt(model.labels()::indexOf).toArray();
    }

    @Override
    public LabelSet labels() {
        return labels;
    }

    @Override
    public int[] members(int label) {
        return members[label].clone();
    }

    @Override
    public Reading read(float[] probabilities) {
        float[] seen = new float[members.length];
        float inside = 0;
        int best = 0;
        for (int i = 0; i < seen.length; i++) {
            for (int member : members[i]) {
                seen[i] += probabilities[member];
            }
            inside += seen[i];
            if (seen[i] > seen[best]) {
                best = i;
            }
        }
        float confidence = Math.min(1, seen[best]);
        float left = 0;
        float mostOutside = 0;
        for (int index : outside) {
            left += probabilities[index];
            mostOutside = Math.max(mostOutside, probabilities[index]);
        }
        for (int i = 0; i < seen.length; i++) {
            // Nothing inside at all: every label of the set is as good as the next.
            seen[i] = inside > 0 ? seen[i] / inside : 1f / seen.length;
        }
        boolean uncertain = confidence < uncertainBelow || mostOutside > confidence;
        return new Reading(labels, seen, best, confidence, uncertain, Math.min(1, left));
    }
}

package org.classbarometer.evaluate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.classbarometer.evaluate.data.Skips;
import org.classbarometer.expression.ExplanationMap;
import org.classbarometer.expression.LabelView;

/// Where a model looks when it reads a label rightly: the mean class activation map of many faces, in
/// which no single face can be seen any more.
///
/// @param label of the view
/// @param faces that were averaged
/// @param heat [#SIDE] rows of [#SIDE] values, 0 where the least and 1 where the most spoke for the
///     label in every face; not to be changed
public record ClassMap(String label, int faces, float[] heat) {
    /// Cells of a side.
    public static final int SIDE = 12;

    /// Faces that are averaged for a label at most.
    private static final int MOST = 60;

    /// Faces that a map needs: with fewer it would show single faces.
    private static final int LEAST = 5;

    /// One for each label of the view that was read rightly often enough.
    static List<ClassMap> of(Scored scored, FaceReader reader) {
        List<ClassMap> maps = new ArrayList<>();
        for (int label = 0; label < scored.view().labels().size(); label++) {
            float[] sum = new float[SIDE * SIDE];
            int faces = 0;
            for (int i = 0; i < scored.size() && faces < MOST; i++) {
                if (scored.shown(i) == label && scored.right(i)) {
                    Optional<PlacedFace> placed = reader.place(scored.face(i).face(), new Skips());
                    if (placed.isPresent()) {
                        try (PlacedFace face = placed.get()) {
                            add(reader.explain(face), scored.view(), label, sum);
                            faces++;
                        }
                    }
                }
            }
            if (faces >= LEAST) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] /= faces;
                }
                maps.add(new ClassMap(scored.view().labels().labels().get(label), faces, sum));
            }
        }
        return List.copyOf(maps);
    }

    private static void add(ExplanationMap map, LabelView view, int label, float[] sum) {
        float[] heat = map.heat(view, label, SIDE, SIDE);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += heat[i];
        }
    }
}

package org.classbarometer.evaluate.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.classbarometer.evaluate.metrics.Bootstrap;
import org.classbarometer.evaluate.metrics.Calibration;
import org.classbarometer.evaluate.metrics.ConfusionMatrix;
import org.classbarometer.evaluate.metrics.Coverage;
import org.classbarometer.evaluate.metrics.Interval;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.expression.LabelView;
import org.classbarometer.expression.Reading;

/// Readings in one label set beside one truth. Faces that show something the label set leaves out are
/// not among them.
///
/// A face counts as read right when its most probable label within the set is what it shows; whether
/// the program would call the reading uncertain is looked at separately ([#coverage()]).
final class Scored {
    /// Columns that tell who is in the picture: not a group of people, but what faces have in common.
    private static final List<String> PERSON = List.of("identity", "person", "subject");

    /// Columns that tell where in the data set a face is: nothing about a person either.
    private static final List<String> PLACE = List.of("set", "split", "usage");

    private final LabelView view;
    private final LabelSet model;
    private final List<ReadFace> faces;
    private final int[] shown;
    private final Reading[] readings;
    private final double[] confidences;
    private final boolean[] right;

    private Scored(
            LabelView view,
            LabelSet model,
            List<ReadFace> faces,
            int[] shown,
            Function<ReadFace, float[]> probabilities) {
        this.view = view;
        this.model = model;
        this.faces = faces;
        this.shown = shown;
        this.readings = new Reading[shown.length];
        this.confidences = new double[shown.length];
        this.right = new boolean[shown.length];
        for (int i = 0; i < shown.length; i++) {
            float[] read = probabilities.apply(faces.get(i));
            readings[i] = view.read(read);
            right[i] = readings[i].best() == shown[i];
            confidences[i] = leavesOut(read, readings[i]) ? -1 : readings[i].confidence();
        }
    }

    /// @param model labels of the model
    /// @param probabilities which of a face's readings is meant
    static Scored of(
            List<ReadFace> all,
            String truth,
            LabelView view,
            LabelSet model,
            Function<ReadFace, float[]> probabilities) {
        List<ReadFace> faces = new ArrayList<>();
        List<Integer> shown = new ArrayList<>();
        for (ReadFace face : all) {
            OptionalInt index =
                    face.face()
                            .label(truth)
                            .map(label -> index(label, view, model))
                            .orElse(OptionalInt.empty());
            if (index.isPresent()) {
                faces.add(face);
                shown.add(index.getAsInt());
            }
        }
        return new Scored(
                view,
                model,
                List.copyOf(faces),
                shown.stream().mapToInt(Integer::intValue).toArray(),
                probabilities);
    }

    /// What a label of the data set counts as in a view: itself, or what gathers it.
    private static OptionalInt index(String label, LabelView view, LabelSet model) {
        int own = view.labels().labels().indexOf(label);
        if (own >= 0) {
            return OptionalInt.of(own);
        }
        int inModel = model.labels().indexOf(label);
        for (int i = 0; i < view.labels().size(); i++) {
            for (int member : view.members(i)) {
                if (member == inModel) {
                    return OptionalInt.of(i);
                }
            }
        }
        return OptionalInt.empty();
    }

    /// Whether something outside the view is more probable than the best inside it: such a reading is
    /// uncertain whatever the threshold ([LabelView]).
    private boolean leavesOut(float[] probabilities, Reading reading) {
        boolean[] inside = new boolean[model.size()];
        for (int i = 0; i < view.labels().size(); i++) {
            for (int member : view.members(i)) {
                inside[member] = true;
            }
        }
        for (int i = 0; i < inside.length; i++) {
            if (!inside[i] && probabilities[i] > reading.confidence()) {
                return true;
            }
        }
        return false;
    }

    /// What a label of the data set counts as here.
    OptionalInt index(String label) {
        return index(label, view, model);
    }

    int size() {
        return shown.length;
    }

    ReadFace face(int item) {
        return faces.get(item);
    }

    Reading reading(int item) {
        return readings[item];
    }

    int shown(int item) {
        return shown[item];
    }

    boolean right(int item) {
        return right[item];
    }

    LabelView view() {
        return view;
    }

    ConfusionMatrix confusion() {
        return confusion(Bootstrap.alone(size()));
    }

    private ConfusionMatrix confusion(int[] items) {
        return ConfusionMatrix.of(
                view.labels().labels(),
                Arrays.stream(items).map(item -> shown[item]).toArray(),
                Arrays.stream(items).map(item -> readings[item].best()).toArray());
    }

    /// Of the probabilities within the view, which are shared out anew over it: given that a face
    /// shows one of its labels, they are what should come true.
    Calibration calibration() {
        double[] within = new double[size()];
        Arrays.setAll(within, i -> Math.min(1, readings[i].probabilities()[readings[i].best()]));
        return Calibration.of(within, right);
    }

    /// By the confidence that decides live whether a reading is uncertain.
    Coverage coverage() {
        return Coverage.of(confidences, right);
    }

    Interval accuracy(Bootstrap bootstrap) {
        return bootstrap.interval(clusters(), this::accuracy);
    }

    Interval balancedAccuracy(Bootstrap bootstrap) {
        return bootstrap.interval(clusters(), items -> confusion(items).balancedAccuracy());
    }

    double accuracy(int[] items) {
        int hits = 0;
        for (int item : items) {
            hits += right[item] ? 1 : 0;
        }
        return (double) hits / items.length;
    }

    /// Only some of the faces.
    Scored only(int[] items, Function<ReadFace, float[]> probabilities) {
        return new Scored(
                view,
                model,
                Arrays.stream(items).mapToObj(faces::get).toList(),
                Arrays.stream(items).map(item -> shown[item]).toArray(),
                probabilities);
    }

    /// Faces of one person have one number; where people are not told apart, each face its own.
    int[] clusters() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            names.add(person(faces.get(i)).orElse("face " + i));
        }
        return numbered(names);
    }

    /// Numbers from 0 without gaps, in the order in which names first come up: the same name has the
    /// same number.
    static int[] numbered(List<String> names) {
        Map<String, Integer> numbers = new HashMap<>();
        return names.stream()
                .mapToInt(name -> numbers.computeIfAbsent(name, _ -> numbers.size()))
                .toArray();
    }

    /// How many people the faces show; each face its own where people are not told apart.
    int people() {
        return Arrays.stream(clusters()).max().orElse(-1) + 1;
    }

    /// Whether a column says something about people that groups can be made by.
    static boolean isTrait(String attribute) {
        return !PERSON.contains(attribute) && !PLACE.contains(attribute);
    }

    static boolean isPerson(String attribute) {
        return PERSON.contains(attribute);
    }

    /// Who is in the picture: the identity up to its first hyphen, what follows it being a variant of
    /// the same person (`s06-toneIV`).
    static Optional<String> person(ReadFace face) {
        return PERSON.stream()
                .flatMap(column -> face.face().attribute(column).stream())
                .map(identity -> identity.split("-", 2)[0])
                .findFirst();
    }
}

package org.classbarometer.training.finder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.classbarometer.face.learned.Company;

/// A photograph with what a finder took for faces in it and a face check's answer to each.
///
/// @param boxes of the finder
/// @param logits of the check, one a box
public record Judged(Photo photo, List<Found> boxes, List<Double> logits) {
    public Judged {
        boxes = List.copyOf(boxes);
        logits = List.copyOf(logits);
    }

    /// The finder's score from which on it is asked.
    public static final double LOWEST = 0.25;

    private static final double LEAST_SURE = 0.9;
    private static final double APART = 0.02;

    private static final double[] FALSE_BOXES = {0.05, 0.1, 0.15, 0.2, 0.3};

    /// @param reaches sides of the squares of a piece, in sizes of the box
    /// @param check says of a piece, grey 0..255, how surely it is a face, as a logit
    static Judged of(
            Photo photo, List<Found> found, List<Double> reaches, ToDoubleFunction<float[]> check) {
        List<Found> boxes = found.stream().filter(box -> box.score() >= LOWEST).toList();
        List<Double> logits =
                boxes.stream()
                        .map(box -> check.applyAsDouble(piece(photo, box.area(), reaches)))
                        .toList();
        return new Judged(photo, boxes, logits);
    }

    /// What a check is shown of a place: as the program cuts it, from the photograph in its full size.
    static float[] piece(Photo photo, Area box, List<Double> reaches) {
        return Grey.joined(reaches.stream().map(reach -> square(photo, box, reach)).toList());
    }

    private static float[] square(Photo photo, Area box, double reach) {
        double scale = CheckNets.SIDE / (reach * box.size());
        View view =
                new View(
                        box.middleX(),
                        box.middleY(),
                        scale,
                        scale,
                        0,
                        false,
                        CheckNets.SIDE,
                        CheckNets.SIDE);
        Canvas canvas = new Canvas(CheckNets.SIDE);
        canvas.draw(photo, view, 0, 0, -1, 0);
        return canvas.grey().floats();
    }

    /// With both scores in one: the finder's logit and the check's, times a weight.
    public FinderScore.Looked weighing(double weight) {
        return weighing(weight, 0);
    }

    /// As above, less what a place loses for being unlike the others.
    ///
    /// @param company a logit
    public FinderScore.Looked weighing(double weight, double company) {
        List<Double> sums = new ArrayList<>();
        List<Company.Place> places = new ArrayList<>();
        for (int i = 0; i < logits.size(); i++) {
            Found box = boxes.get(i);
            double score = Math.clamp(box.score(), 1e-4, 1 - 1e-4);
            double sum = Math.log(score / (1 - score)) + weight * logits.get(i);
            Area area = box.area();
            sums.add(sum);
            places.add(
                    new Company.Place(
                            area.middleX(), area.middleY(), area.size(), probability(sum)));
        }
        List<Found> summed = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            List<Company.Place> others = new ArrayList<>(places);
            Company.Place place = others.remove(i);
            double sum = sums.get(i) - company * Company.lacking(place, others);
            summed.add(new Found(boxes.get(i).area(), probability(sum)));
        }
        return new FinderScore.Looked(photo, summed);
    }

    private static double probability(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /// The finder's score from which on a check need not be asked: a little more than the surest box had that it
    /// turned down.
    ///
    /// @param threshold of the sum
    public static double sure(
            List<Judged> judged, double weight, double company, double threshold) {
        double surest = LEAST_SURE - APART;
        for (Judged one : judged) {
            List<Found> summed = one.weighing(weight, company).found();
            for (int i = 0; i < summed.size(); i++) {
                if (summed.get(i).score() < threshold) {
                    surest = Math.max(surest, one.boxes().get(i).score());
                }
            }
        }
        return Math.min(1, Math.ceil((surest + APART) * 100) / 100);
    }

    /// The mean share of large faces found with 0.05, 0.1, 0.15, 0.2 and 0.3 false boxes a photograph.
    public static double found(List<FinderScore.Looked> looked) {
        return DoubleStream.of(FALSE_BOXES).map(most -> found(looked, most)).average().orElse(0);
    }

    /// The share of large faces that is found with at most so many false boxes a photograph.
    public static double found(List<FinderScore.Looked> looked, double falseBoxes) {
        double[] scores =
                looked.stream()
                        .flatMap(one -> one.found().stream())
                        .mapToDouble(Found::score)
                        .sorted()
                        .toArray();
        int from = 0;
        int to = scores.length;
        while (from < to) {
            int middle = (from + to) / 2;
            if (FinderScore.of(looked, scores[middle]).falseBoxesPerPhoto() <= falseBoxes) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return to == scores.length ? 0 : FinderScore.of(looked, scores[to]).large().share();
    }
}

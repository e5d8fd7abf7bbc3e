package org.classbarometer.ui.review.chart;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.review.Course;
import org.classbarometer.review.SpanMood;

/// A course's stacked bands as numbers: runs of steps in one state; known ones with their heights.
///
/// @param state of every step of the run
/// @param from first step
/// @param to after the last step
/// @param heights per step: per label, then the uncertain share; they sum to 1. Empty where nothing
///     is known
record Bands(Course.Step state, int from, int to, List<double[]> heights) {
    static List<Bands> of(Course course) {
        List<Bands> runs = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= course.steps(); i++) {
            if (i == course.steps() || course.state(i) != course.state(from)) {
                runs.add(run(course, from, i));
                from = i;
            }
        }
        return runs;
    }

    private static Bands run(Course course, int from, int to) {
        List<double[]> heights = new ArrayList<>();
        if (course.state(from) == Course.Step.KNOWN) {
            for (int i = from; i < to; i++) {
                heights.add(heights(course.smooth(i)));
            }
        }
        return new Bands(course.state(from), from, to, heights);
    }

    /// Shares of all faces seen: what was read with certainty, then what was uncertain.
    static double[] heights(SpanMood mood) {
        double[] heights = new double[mood.shares().length + 1];
        for (int i = 0; i < mood.shares().length; i++) {
            heights[i] = mood.shares()[i] * (1 - mood.uncertain());
        }
        heights[mood.shares().length] = mood.isKnown() ? mood.uncertain() : 1;
        return heights;
    }
}

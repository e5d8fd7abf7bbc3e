package org.classbarometer.look;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.look.Drawing.Polygon;
import org.classbarometer.look.Drawing.Polyline;
import org.classbarometer.look.Drawing.Shape;

/// The field of a chart of shares over time: where a moment and a share lie, and what stacked shares,
/// bars and lines look like there. The one geometry of every chart, whoever draws it.
///
/// @param left edge of the field, in the drawing's units, as the next three
/// @param from the moment at the left edge, in any unit of time
/// @param to the moment at the right edge; later than `from`
public record Field(double left, double top, double width, double height, double from, double to) {
    // A thinner band has no edge: many edges on each other would be a thick black line.
    private static final double THINNEST = 0.004;
    private static final Hue EDGE = Hue.of("#3a434e");

    /// Neighbouring spans of time without a gap, and what is stacked in each.
    ///
    /// @param edges ascending moments, one more than there are spans
    /// @param heights per span: the bands from below, in [0, 1] of the field together
    public record Run(double[] edges, List<double[]> heights) {
        public Run {
            heights = List.copyOf(heights);
            if (heights.isEmpty() || edges.length != heights.size() + 1) {
                throw new IllegalArgumentException(
                        edges.length + " edges of " + heights.size() + " spans");
            }
        }

        /// Spans of one length.
        public static Run even(double from, double step, List<double[]> heights) {
            double[] edges = new double[heights.size() + 1];
            for (int i = 0; i < edges.length; i++) {
                edges[i] = from + i * step;
            }
            return new Run(edges, heights);
        }
    }

    public Field {
        if (!(to > from)) {
            throw new IllegalArgumentException("A field from " + from + " to " + to);
        }
    }

    public double x(double moment) {
        return left + width * (moment - from) / (to - from);
    }

    public double y(double share) {
        return top + height * (1 - share);
    }

    /// The moment under a place, cut to those of the field.
    public double moment(double x) {
        return Math.clamp(from + (x - left) / width * (to - from), from, to);
    }

    /// One area a band, with a thin edge between two bands that are there. They run through the middle
    /// of every span and level to the ends of the run, so that a single span is a box.
    ///
    /// @param fills one a band
    public List<Shape> stacked(Run run, List<Fill> fills) {
        int count = run.heights().size();
        double[] xs = new double[count + 2];
        for (int i = 0; i < xs.length; i++) {
            double moment =
                    i == 0
                            ? run.edges()[0]
                            : i > count
                                    ? run.edges()[count]
                                    : (run.edges()[i - 1] + run.edges()[i]) / 2;
            xs[i] = x(Math.clamp(moment, from, to));
        }
        List<Shape> areas = new ArrayList<>();
        List<Shape> edges = new ArrayList<>();
        double[] below = new double[count];
        for (int band = 0; band < fills.size(); band++) {
            double[] above = new double[count];
            boolean seen = false;
            for (int i = 0; i < count; i++) {
                above[i] = below[i] + run.heights().get(i)[band];
                seen |= above[i] > below[i];
            }
            if (seen) {
                areas.add(between(xs, below, above, fills.get(band)));
                addEdges(edges, xs, below, above);
            }
            below = above;
        }
        areas.addAll(edges);
        return areas;
    }

    private Polygon between(double[] xs, double[] below, double[] above, Fill fill) {
        int corners = xs.length;
        double[] around = new double[2 * corners];
        double[] ys = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            int at = Math.clamp(i - 1, 0, below.length - 1);
            around[i] = xs[i];
            ys[i] = y(above[at]);
            around[2 * corners - 1 - i] = xs[i];
            ys[2 * corners - 1 - i] = y(below[at]);
        }
        return new Polygon(around, ys, fill);
    }

    private void addEdges(List<Shape> edges, double[] xs, double[] below, double[] above) {
        int from = 0;
        for (int i = 0; i <= above.length; i++) {
            boolean edge =
                    i < above.length && above[i] - below[i] > THINNEST && 1 - above[i] > THINNEST;
            if (!edge) {
                if (i > from) {
                    edges.add(edge(xs, above, from, i));
                }
                from = i + 1;
            }
        }
    }

    private Polyline edge(double[] xs, double[] above, int from, int to) {
        int first = from == 0 ? 0 : from + 1;
        int last = to == above.length ? to + 1 : to;
        double[] along = new double[last - first + 1];
        double[] ys = new double[along.length];
        for (int i = first; i <= last; i++) {
            along[i - first] = xs[i];
            ys[i - first] = y(above[Math.clamp(i - 1, 0, above.length - 1)]);
        }
        return new Polyline(along, ys, EDGE, 0.8, 0);
    }

    /// A box over the whole height.
    public Polygon span(double start, double end, Fill fill) {
        double at = x(start);
        return Polygon.box(at, top, x(end) - at, height, fill);
    }

    /// A line across the field at a share.
    public Polyline level(double share, Hue colour, double thickness, double dash) {
        double y = y(share);
        return Polyline.straight(left, y, left + width, y, colour, thickness, dash);
    }

    /// A line from the upper to the lower edge at a moment.
    public Polyline upright(double moment, Hue colour, double thickness, double dash) {
        double x = x(moment);
        return Polyline.straight(x, top, x, top + height, colour, thickness, dash);
    }
}

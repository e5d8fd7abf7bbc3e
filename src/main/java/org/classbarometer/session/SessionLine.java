package org.classbarometer.session;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// A session's line in a list. It is held as it is stored, two bytes for a position and one for each
/// label's share, and unpacked when it is drawn: ten thousand of them are read for a list of which ten are seen.
///
/// Immutable.
public final class SessionLine {
    /// Most points it has: as many as a row of a list can show.
    public static final int POINTS = 40;

    private final byte[] packed;
    private final int labels;

    /// @param position in the session, in [0, 1], to the thousandth
    /// @param shares per label, of the faces certainly read in the point's buckets, to the percent
    public record Point(double position, double[] shares) {}

    /// @param packed see [#packed()]
    /// @throws IllegalArgumentException when it is not of this many labels
    public SessionLine(byte[] packed, int labels) {
        if (labels < 1 || packed.length % (Short.BYTES + labels) != 0) {
            throw new IllegalArgumentException("No line of " + labels + " labels");
        }
        this.packed = packed.clone();
        this.labels = labels;
    }

    /// @param labels how many shares each point has
    public static SessionLine of(List<Point> points, int labels) {
        ByteBuffer bytes = ByteBuffer.allocate(points.size() * (Short.BYTES + labels));
        for (Point point : points) {
            bytes.putShort((short) Math.round(point.position() * 1000));
            for (double share : point.shares()) {
                bytes.put((byte) Math.round(share * 100));
            }
        }
        return new SessionLine(bytes.array(), labels);
    }

    /// For each point its position in thousandths in two bytes, then the percents, a byte a label.
    public byte[] packed() {
        return packed.clone();
    }

    public List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (ByteBuffer bytes = ByteBuffer.wrap(packed); bytes.hasRemaining(); ) {
            double position = bytes.getShort() / 1000.0;
            double[] shares = new double[labels];
            for (int i = 0; i < labels; i++) {
                shares[i] = bytes.get() / 100.0;
            }
            points.add(new Point(position, shares));
        }
        return points;
    }
}

package org.classbarometer.frame.media;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/// Turns the time stamps of a recording, which may be missing, start anywhere, jump or begin anew
/// when it is played again, into nanoseconds since the first frame that never decrease.
public final class MediaClock {
    // A longer gap than this is a broken stamp or a splice, unless the recording is that long.
    private static final long LONGEST_GAP = TimeUnit.SECONDS.toNanos(10);
    private static final long SLACK = TimeUnit.SECONDS.toNanos(1);

    private final long length;

    private final long step;
    private long offset;
    private long last = -1;
    private OptionalLong first = OptionalLong.empty();

    /// @param framesPerSecond nominal, 0 when unknown: frames without a stamp are then 40 ms apart
    public MediaClock(double framesPerSecond) {
        this(framesPerSecond, OptionalLong.empty());
    }

    /// @param length nanoseconds that the recording says it lasts: a gap within them is one in the
    ///     lesson, and its time goes on
    public MediaClock(double framesPerSecond, OptionalLong length) {
        this.length = length.orElse(-SLACK);
        double rate = framesPerSecond > 0 ? framesPerSecond : 25;
        step = Math.round(TimeUnit.SECONDS.toNanos(1) / rate);
    }

    /// The recording goes on elsewhere.
    ///
    /// @param to nanoseconds since the first frame
    /// @param start what the first frame is stamped with, should none have been read
    /// @return what the frame at `to` is stamped with
    public long seek(long to, long start) {
        first = OptionalLong.of(first.orElse(start));
        offset = -first.getAsLong();
        last = to;
        return to + first.getAsLong();
    }

    /// There is nothing where it was to go on: it does from an earlier picture.
    ///
    /// @param stamp of that one, since [#seek]
    void back(long stamp) {
        last = Math.max(0, stamp + offset);
    }

    /// @param stamp nanoseconds by the recording, empty when the frame bears none
    public long at(OptionalLong stamp) {
        if (last < 0) {
            first = OptionalLong.of(stamp.orElse(0));
            offset = -stamp.orElse(0);
            last = 0;
            return 0;
        }
        long time = stamp.isPresent() ? stamp.getAsLong() + offset : last + step;
        if (time < last || (time > last + LONGEST_GAP && time > length + SLACK)) {
            time = last + step;
            offset = time - stamp.orElse(time);
        }
        last = time;
        return time;
    }
}

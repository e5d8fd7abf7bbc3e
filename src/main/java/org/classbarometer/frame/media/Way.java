package org.classbarometer.frame.media;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/// The way to a place in a recording. Pictures can only be decoded from one that needs no other: those
/// between it and the wanted one are passed over. Containers without an index, such as a transport
/// stream, begin anywhere; where the first picture that can be decoded from there lies behind the place,
/// it is begun further before.
final class Way {
    // Most writers put a picture that needs no other every two seconds or oftener.
    private static final long FIRST_REACH = TimeUnit.SECONDS.toNanos(2);

    private final long wanted;
    private final long start;
    private long from;
    private long reach = FIRST_REACH;
    private OptionalLong passed = OptionalLong.empty();

    /// What is to be done next.
    enum Step {
        ARRIVED,
        ON,
        BACK
    }

    /// @param wanted nanoseconds, as pictures are stamped
    /// @param start where the recording begins
    Way(long wanted, long start) {
        this.wanted = wanted;
        this.start = start;
        from = wanted;
    }

    /// @param stamp of the next picture that was decoded
    Step picture(OptionalLong stamp) {
        if (stamp.isPresent() && stamp.getAsLong() < wanted) {
            passed = stamp;
            return Step.ON;
        }
        return stamp.isPresent() && stamp.getAsLong() > wanted ? end() : Step.ARRIVED;
    }

    /// There is nothing more on this side of the place.
    Step end() {
        return passed.isPresent() || from <= start ? Step.ARRIVED : Step.BACK;
    }

    /// @return where to begin instead
    long back() {
        from = Math.max(start, from - reach);
        reach *= 2;
        return from;
    }

    /// The stamp of the last picture that was passed over.
    OptionalLong passed() {
        return passed;
    }
}

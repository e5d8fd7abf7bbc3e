package org.classbarometer.frame.media;

import static org.bytedeco.ffmpeg.global.avformat.av_guess_frame_rate;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entries_count;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.opencv.core.Size;

/// What a file or stream says of itself, as far as it can be true. A view on what a [MediaReader] owns
/// and valid as long as that is open.
record MediaHeader(AVFormatContext format, AVStream stream) {
    // The formats of one coded stream and nothing else.
    private static final Set<String> BARE = Set.of("h264", "hevc", "m4v", "mpegvideo", "obu");
    private static final double MOST_FRAMES_PER_SECOND = 1_000;

    // Some writers list a closing entry that bears no picture.
    private static final int INDEX_SLACK = 2;
    private static final int TAIL_PICTURES = 6;
    private static final long SOUND_TAIL_NANOS = TimeUnit.SECONDS.toNanos(5);

    // No recording stores pixels more oblong than this; a header that says so is damaged.
    private static final double MOST_OBLONG = 4;

    /// FFmpeg's name of the container format.
    String formatName() {
        return format.iformat().name().getString();
    }

    /// Whether the length is known: a recording, not something that goes on for ever.
    boolean hasDuration() {
        return format.duration() != AV_NOPTS_VALUE && format.duration() > 0;
    }

    /// By the header; empty when it does not say.
    OptionalLong durationNanos() {
        return hasDuration()
                ? OptionalLong.of(TimeUnit.MICROSECONDS.toNanos(format.duration()))
                : OptionalLong.empty();
    }

    /// Nominal; 0 when unknown, or when what the header says cannot be.
    double framesPerSecond() {
        AVRational rate =
                isBare()
                        ? stream.codecpar().framerate()
                        : av_guess_frame_rate(format, stream, null);
        double perSecond = rate.den() == 0 ? 0 : (double) rate.num() / rate.den();
        return perSecond > MOST_FRAMES_PER_SECOND ? 0 : perSecond;
    }

    /// Whether there is no container and so no times: FFmpeg makes them up from 25 frames a second.
    boolean isBare() {
        return BARE.contains(formatName());
    }

    /// In square pixels. Old television and some phones store pixels that are wider or higher than
    /// they are to be seen.
    Size squareSize(AVFrame decoded) {
        AVRational pixel = av_guess_sample_aspect_ratio(format, stream, decoded);
        double ratio = pixel.num() > 0 && pixel.den() > 0 ? av_q2d(pixel) : 1;
        if (ratio > MOST_OBLONG || ratio < 1 / MOST_OBLONG) {
            ratio = 1;
        }
        return ratio >= 1
                ? new Size(Math.round(decoded.width() * ratio), decoded.height())
                : new Size(decoded.width(), Math.round(decoded.height() / ratio));
    }

    /// Whether the end came before all that the file's own index lists, or, in Matroska and WebM, long
    /// before the length that its header tells: it is cut off. A file without either cannot tell.
    ///
    /// @param packets read up to the end
    /// @param stamp of the last picture
    boolean endsEarly(long packets, OptionalLong stamp) {
        return packets + INDEX_SLACK < avformat_index_get_entries_count(stream)
                || (formatName().startsWith("matroska") && missingNanos(stamp) > tailSlack());
    }

    private long missingNanos(OptionalLong stamp) {
        long begin = format.start_time() == AV_NOPTS_VALUE ? 0 : format.start_time();
        return durationNanos().isPresent() && stamp.isPresent()
                ? durationNanos().getAsLong()
                        - stamp.getAsLong()
                        + TimeUnit.MICROSECONDS.toNanos(begin)
                : 0;
    }

    // Sound often goes on for a moment after the last picture; a picture may stand for seconds.
    private long tailSlack() {
        double rate = framesPerSecond() > 0 ? framesPerSecond() : 1;
        long pictures = Math.round(TAIL_PICTURES * TimeUnit.SECONDS.toNanos(1) / rate);
        return format.nb_streams() > 1 ? Math.max(pictures, SOUND_TAIL_NANOS) : pictures;
    }
}

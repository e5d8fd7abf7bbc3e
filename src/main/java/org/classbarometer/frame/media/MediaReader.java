package org.classbarometer.frame.media;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_LOW_DELAY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.AV_STREAM_GROUP_PARAMS_TILE_GRID;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_DECODER_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_STREAM_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.PointerPointer;
import org.classbarometer.frame.picture.Ffmpeg;
import org.classbarometer.frame.picture.ImageDecoder;
import org.classbarometer.frame.picture.MediaException;
import org.classbarometer.frame.picture.Orientation;
import org.classbarometer.frame.picture.PictureConverter;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/// Decodes the pictures of one file or stream with FFmpeg. Opened, read and closed on one thread.
///
/// FFmpeg is called directly instead of through JavaCV's grabber, because that one cannot be
/// interrupted, does not tell a broken stream from its end, and copies every picture once more.
/// Interrupting the thread ends any read, also one that waits for the network.
final class MediaReader implements AutoCloseable {
    static {
        Ffmpeg.load();
    }

    /// The option that forces a format instead of looking at the content.
    static final String FORMAT = "f";

    /// For what fetches nothing by itself.
    static final String NO_PROTOCOL = "none";

    private static final long OPEN_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long READ_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long ALL_PACKETS = Integer.MAX_VALUE;

    private final Patience patience;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame picture = av_frame_alloc();
    private final AVRational nanosecond = new AVRational().num(1).den(1_000_000_000);
    private final PictureConverter converter = new PictureConverter();
    private final @Nullable MediaInput input;
    private final @Nullable NestedInputs nested;
    private final AVFormatContext format;
    private final AVStream stream;
    private final MediaHeader header;
    private final AVRational timeBase;
    private @Nullable AVCodecContext decoder;
    private OptionalLong stamp = OptionalLong.empty();
    private boolean drained;
    private boolean sought;
    private Optional<Way> way = Optional.empty();
    private boolean closed;
    private long packets;
    private long arrived;

    /// @param address what FFmpeg is to open, or what `input` is called
    /// @param options FFmpeg's names and values for the format and the protocol
    MediaReader(String address, Map<String, String> options, boolean live) throws MediaException {
        this(address, null, null, options, live);
    }

    /// @param input bytes that we fetch; closed with this reader
    /// @param nested opens what the input names; closed with this reader
    /// @param options FFmpeg's names and values for the format and the protocol; `f` forces a format
    /// @param live whether delay matters more than throughput
    MediaReader(
            String address,
            @Nullable MediaInput input,
            @Nullable NestedInputs nested,
            Map<String, String> options,
            boolean live)
            throws MediaException {
        this.input = input;
        this.nested = nested;
        this.format = avformat_alloc_context();
        this.patience =
                new Patience(
                        format,
                        input == null && live,
                        () -> nested != null && nested.failure().isPresent());
        boolean opened = false;
        try {
            openInput(address, options);
            int index =
                    check(
                            av_find_best_stream(
                                    format, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0));
            this.stream = format.streams(index);
            if ((stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0) {
                // The cover of a song is no video.
                throw new MediaException(AVERROR_STREAM_NOT_FOUND, false);
            }
            this.header = new MediaHeader(format, stream);
            this.timeBase = stream.time_base();
            discardAllBut(index);
            openDecoder(live);
            opened = true;
        } finally {
            if (!opened) {
                close();
            }
        }
    }

    private void openInput(String address, Map<String, String> options) throws MediaException {
        patience.renew(OPEN_NANOS);
        format.interrupt_callback().callback(patience);
        if (input != null) {
            format.pb(input.context());
        }
        if (nested != null) {
            nested.attach(format);
        }
        AVDictionary dictionary = new AVDictionary(null);
        options.forEach((name, value) -> av_dict_set(dictionary, name, value, 0));
        try {
            String forced = options.getOrDefault(FORMAT, "");
            AVInputFormat wanted = forced.isEmpty() ? null : av_find_input_format(forced);
            check(avformat_open_input(format, address, wanted, dictionary));
        } finally {
            av_dict_free(dictionary);
        }
        check(avformat_find_stream_info(format, (PointerPointer<?>) null));
    }

    private void discardAllBut(int index) {
        for (int i = 0; i < format.nb_streams(); i++) {
            if (i != index) {
                format.streams(i).discard(AVDISCARD_ALL);
            }
        }
    }

    private void openDecoder(boolean live) throws MediaException {
        AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
        if (codec == null || codec.isNull()) {
            throw new MediaException(AVERROR_DECODER_NOT_FOUND, false);
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        decoder = context;
        check(avcodec_parameters_to_context(context, stream.codecpar()));
        if (live) {
            context.flags(context.flags() | AV_CODEC_FLAG_LOW_DELAY);
        }
        // One thread decodes 720p many times faster than real time; more would only delay frames.
        context.thread_count(1);
        context.max_pixels(ImageDecoder.MOST_PIXELS);
        check(avcodec_open2(context, codec, (PointerPointer<?>) null));
    }

    /// What broke the fetching of bytes, when that is why FFmpeg failed.
    static Optional<IOException> failure(
            @Nullable MediaInput input, @Nullable NestedInputs nested) {
        return Optional.ofNullable(nested)
                .flatMap(NestedInputs::failure)
                .or(() -> Optional.ofNullable(input).flatMap(MediaInput::failure));
    }

    Optional<IOException> failure() {
        return failure(input, nested);
    }

    private int check(int result) throws MediaException {
        if (result < 0) {
            throw new MediaException(result, patience.ended());
        }
        return result;
    }

    MediaHeader header() {
        return header;
    }

    /// Decodes the next picture. A damaged packet is passed over, as every player does.
    ///
    /// @return false at the end
    boolean read(Mat image) throws MediaException {
        AVCodecContext open = decoder;
        if (open == null) {
            throw new IllegalStateException("closed");
        }
        patience.renew(READ_NANOS);
        while (true) {
            int result = avcodec_receive_frame(open, picture);
            if (result == 0) {
                stamp = stampOf(picture);
                if (!arrived(stamp)) {
                    av_frame_unref(picture);
                    continue;
                }
                way = Optional.empty();
                try {
                    converter.convert(
                            picture, Orientation.of(picture), header.squareSize(picture), image);
                } finally {
                    av_frame_unref(picture);
                }
                return true;
            }
            if (result == AVERROR_EOF) {
                if (way.isPresent() && way.get().end() == Way.Step.BACK) {
                    seekBack(way.get());
                    continue;
                }
                return false;
            }
            if (drained && result != AVERROR_EAGAIN()) {
                return false;
            }
            feed(open);
        }
    }

    private boolean arrived(OptionalLong at) throws MediaException {
        Way.Step step = way.map(to -> to.picture(at)).orElse(Way.Step.ARRIVED);
        if (step == Way.Step.BACK) {
            seekBack(way.orElseThrow());
        }
        patience.renew(READ_NANOS);
        return step == Way.Step.ARRIVED;
    }

    private void feed(AVCodecContext open) throws MediaException {
        int result = av_read_frame(format, packet);
        if (result == AVERROR_EOF) {
            drained = true;
            avcodec_send_packet(open, null);
            return;
        }
        if (result == AVERROR_EAGAIN()) {
            // A few protocols answer so instead of waiting; this must not become a busy loop.
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            if (patience.call(patience) != 0) {
                check(result);
            }
            return;
        }
        check(result);
        arrived = System.nanoTime();
        try {
            if (packet.stream_index() == stream.index()) {
                packets++;
                avcodec_send_packet(open, packet);
            }
        } finally {
            av_packet_unref(packet);
        }
    }

    private OptionalLong stampOf(AVFrame decoded) {
        long pts = decoded.best_effort_timestamp();
        return pts == AV_NOPTS_VALUE || header.isBare()
                ? OptionalLong.empty()
                : OptionalLong.of(av_rescale_q(pts, timeBase, nanosecond));
    }

    /// Nanoseconds the last picture read is stamped with, from an arbitrary start; empty when it
    /// bears no stamp.
    OptionalLong stamp() {
        return stamp;
    }

    /// [System#nanoTime()] when the last packet was there, before it was decoded.
    long arrivedNanos() {
        return arrived;
    }

    /// Back to the first picture; only for what lies on disk or in memory.
    void rewind() throws MediaException {
        patience.renew(OPEN_NANOS);
        check(av_seek_frame(format, stream.index(), start(), AVSEEK_FLAG_BACKWARD));
        begin();
    }

    // In the stream's own ticks.
    private long start() {
        return stream.start_time() == AV_NOPTS_VALUE ? 0 : stream.start_time();
    }

    private void begin() {
        avcodec_flush_buffers(decoder);
        drained = false;
        packets = 0;
        way = Optional.empty();
    }

    /// Makes the next picture the first one that is stamped with this or later. Only for what lies on
    /// disk.
    ///
    /// @param nanos as of [#stamp()]
    void seek(long nanos) throws MediaException {
        seekFrom(nanos, new Way(nanos, startNanos()));
    }

    private void seekBack(Way to) throws MediaException {
        seekFrom(to.back(), to);
    }

    // From the first of all where the container cannot be sought in.
    private void seekFrom(long nanos, Way to) throws MediaException {
        patience.renew(OPEN_NANOS);
        long at = av_rescale_q(nanos, nanosecond, timeBase);
        if (av_seek_frame(format, stream.index(), at, AVSEEK_FLAG_BACKWARD) < 0) {
            rewind();
        } else {
            begin();
        }
        sought = true;
        way = Optional.of(to);
    }

    /// What the last picture of all is stamped with, at the end, after a place behind it was sought; empty
    /// where a picture was read since.
    OptionalLong passedOver() {
        return way.map(Way::passed).orElse(OptionalLong.empty());
    }

    /// Nanoseconds the first picture should be stamped with, by the header.
    long startNanos() {
        return av_rescale_q(start(), timeBase, nanosecond);
    }

    /// Whether it is one picture in several tiles, as most HEIC files of phones are: FFmpeg would bring
    /// one tile and call it the picture.
    boolean isTiled() {
        for (int i = 0; i < format.nb_stream_groups(); i++) {
            if (format.stream_groups(i).type() == AV_STREAM_GROUP_PARAMS_TILE_GRID) {
                return true;
            }
        }
        return false;
    }

    /// Whether the file is cut off, as far as it can tell; at its end.
    boolean endedEarly() {
        // How many packets lie before a place that was sought is not known.
        return header.endsEarly(sought ? ALL_PACKETS : packets, stamp);
    }

    /// Closing twice is harmless.
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (decoder != null) {
            avcodec_free_context(decoder);
            decoder = null;
        }
        // A failed opening has freed the context already.
        if (!format.isNull()) {
            avformat_close_input(format);
        }
        if (nested != null) {
            nested.close();
        }
        if (input != null) {
            input.close();
        }
        av_packet_free(packet);
        av_frame_free(picture);
        nanosecond.close();
        converter.close();
        patience.close();
    }
}

package org.classbarometer.frame.media;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXIT;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/// Lets FFmpeg read bytes that we fetch: from memory, or from the network. Read on one thread.
abstract class MediaInput implements AutoCloseable {
    private static final int CHUNK = 32 * 1024;
    private static final int SEEK_SET = 0;
    private static final int SEEK_CUR = 1;
    private static final int SEEK_END = 2;
    // The flag that may be or-ed to a seek: "even if it is expensive".
    private static final int SEEK_FORCE = 0x20000;

    private final Read read = new Read();
    private final Seek seek = new Seek();
    private final byte[] chunk = new byte[CHUNK];
    private final AVIOContext context;
    // Not "position", which the pointers below have too.
    private long place;
    private Optional<IOException> failure = Optional.empty();

    /// @param seekable whether any place can be gone to
    MediaInput(boolean seekable) {
        // FFmpeg may replace the buffer by one of its own, so it must come from its own allocator.
        BytePointer buffer = new BytePointer(av_malloc(CHUNK));
        this.context = avio_alloc_context(buffer, CHUNK, 0, null, read, null, seek);
        this.context.seekable(seekable ? 1 : 0);
    }

    AVIOContext context() {
        return context;
    }

    /// What broke the reading; FFmpeg itself only knows that something did.
    Optional<IOException> failure() {
        return failure;
    }

    /// @return how many bytes came, -1 at the end
    abstract int read(byte[] to, int length) throws IOException;

    /// Goes to a place, which is not beyond the end.
    abstract void seek(long to) throws IOException;

    /// Bytes in all; empty when that is not known.
    abstract OptionalLong length();

    private final class Read extends Read_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer opaque, BytePointer buffer, int size) {
            try {
                int length = read(chunk, Math.min(size, CHUNK));
                if (length <= 0) {
                    return AVERROR_EOF;
                }
                buffer.put(chunk, 0, length);
                place += length;
                return length;
            } catch (IOException broken) {
                failure = Optional.of(broken);
                return AVERROR_EXIT;
            }
        }
    }

    private final class Seek extends Seek_Pointer_long_int {
        @Override
        public long call(Pointer opaque, long by, int whence) {
            OptionalLong length = length();
            if ((whence & AVSEEK_SIZE) != 0) {
                return length.orElse(-1);
            }
            long target =
                    switch (whence & ~SEEK_FORCE) {
                        case SEEK_SET -> by;
                        case SEEK_CUR -> place + by;
                        case SEEK_END -> length.isPresent() ? length.getAsLong() + by : -1;
                        default -> -1;
                    };
            if (target < 0 || (length.isPresent() && target > length.getAsLong())) {
                return -1;
            }
            try {
                if (target != place) {
                    seek(target);
                    place = target;
                }
                return target;
            } catch (IOException broken) {
                failure = Optional.of(broken);
                return -1;
            }
        }
    }

    @Override
    public void close() {
        av_free(context.buffer());
        avio_context_free(context);
        read.close();
        seek.close();
    }
}

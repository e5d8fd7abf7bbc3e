package org.classbarometer.frame;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/// Lets FFmpeg read a file that lies in memory: the demo class, which comes out of the program's own
/// archive and is never unpacked to disk.
final class MemoryInput implements AutoCloseable {
    private static final int CHUNK = 32 * 1024;
    private static final int SEEK_SET = 0;
    private static final int SEEK_CUR = 1;
    private static final int SEEK_END = 2;
    // The flag that may be or-ed to a seek: "even if it is expensive". Here it never is.
    private static final int SEEK_FORCE = 0x20000;

    private final byte[] content;
    private final Read read = new Read();
    private final Seek seek = new Seek();
    private final AVIOContext context;
    private int next;

    MemoryInput(byte[] content) {
        this.content = content;
        // FFmpeg may replace the buffer by one of its own, so it must come from its own allocator.
        BytePointer buffer = new BytePointer(av_malloc(CHUNK));
        this.context = avio_alloc_context(buffer, CHUNK, 0, null, read, null, seek);
    }

    AVIOContext context() {
        return context;
    }

    private final class Read extends Read_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer opaque, BytePointer buffer, int size) {
            int length = Math.min(size, content.length - next);
            if (length <= 0) {
                return AVERROR_EOF;
            }
            buffer.put(content, next, length);
            next += length;
            return length;
        }
    }

    private final class Seek extends Seek_Pointer_long_int {
        @Override
        public long call(Pointer opaque, long by, int whence) {
            if ((whence & AVSEEK_SIZE) != 0) {
                return content.length;
            }
            long target =
                    switch (whence & ~SEEK_FORCE) {
                        case SEEK_SET -> by;
                        case SEEK_CUR -> next + by;
                        case SEEK_END -> content.length + by;
                        default -> -1;
                    };
            if (target < 0 || target > content.length) {
                return -1;
            }
            next = (int) target;
            return target;
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

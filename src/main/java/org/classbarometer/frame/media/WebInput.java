package org.classbarometer.frame.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.classbarometer.web.WebAnswer;
import org.classbarometer.web.WebClient;

/// An answer of the host whose address was typed, for FFmpeg to read.
final class WebInput extends MediaInput {
    // Reading on over a short distance is quicker than asking anew.
    private static final long NEAR = 256 * 1024;

    private final WebClient client;
    private final WebAnswer answer;
    private final OptionalLong length;
    private InputStream body;
    private long next;

    /// @param body the answer's, from its first byte on
    WebInput(WebClient client, WebAnswer answer, InputStream body) {
        super(answer.seekable() && answer.length().isPresent());
        this.client = client;
        this.answer = answer;
        this.length = answer.length();
        this.body = body;
    }

    @Override
    int read(byte[] to, int length) throws IOException {
        int count = body.read(to, 0, length);
        next += Math.max(0, count);
        return count;
    }

    @Override
    void seek(long to) throws IOException {
        if (to >= next && to - next <= NEAR) {
            body.skipNBytes(to - next);
        } else {
            if (!answer.seekable()) {
                throw new IOException("the server cannot send parts");
            }
            body.close();
            body = client.get(answer.address(), answer.address().toString(), to).body();
        }
        next = to;
    }

    @Override
    OptionalLong length() {
        return length;
    }

    @Override
    public void close() {
        super.close();
        try {
            body.close();
        } catch (IOException _) {
            // What is not read need not end well.
        }
    }
}

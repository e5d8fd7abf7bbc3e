package org.classbarometer.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.classbarometer.web.WebException.Reason;

/// What a server sends, as a stream that waits a few seconds at most and can be interrupted. Read on
/// one thread. No more than one portion is fetched ahead.
final class Body extends InputStream implements BodySubscriber<InputStream> {
    private static final long PATIENCE_SECONDS = 5;

    private final CompletableFuture<Flow.Subscription> subscribed = new CompletableFuture<>();
    private final BlockingQueue<Portion> arrived = new LinkedBlockingQueue<>();
    private final Deque<ByteBuffer> reading = new ArrayDeque<>();
    private boolean ended;

    private sealed interface Portion {
        record Bytes(List<ByteBuffer> buffers) implements Portion {}

        record Broken(Throwable cause) implements Portion {}

        record End() implements Portion {}
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscribed.complete(subscription);
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        arrived.add(new Portion.Bytes(buffers));
    }

    @Override
    public void onError(Throwable broken) {
        arrived.add(new Portion.Broken(broken));
    }

    @Override
    public void onComplete() {
        arrived.add(new Portion.End());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /// @throws WebException when nothing comes for a few seconds, or the connection breaks
    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (reading.isEmpty() && !ended) {
            fetch();
        }
        ByteBuffer first = reading.peek();
        if (first == null) {
            return -1;
        }
        int count = Math.min(length, first.remaining());
        first.get(to, offset, count);
        if (!first.hasRemaining()) {
            reading.remove();
        }
        return count;
    }

    private void fetch() throws IOException {
        switch (next()) {
            case Portion.Bytes bytes -> {
                bytes.buffers().stream().filter(ByteBuffer::hasRemaining).forEach(reading::add);
                subscribed.join().request(1);
            }
            case Portion.End _ -> ended = true;
            case Portion.Broken broken ->
                    throw new WebException(
                            Reason.BROKEN,
                            String.valueOf(broken.cause().getMessage()),
                            broken.cause());
        }
    }

    private Portion next() throws IOException {
        try {
            Portion next = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new WebException(Reason.SILENT, "", null);
            }
            return next;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public void close() {
        if (subscribed.isDone()) {
            subscribed.join().cancel();
        }
    }
}

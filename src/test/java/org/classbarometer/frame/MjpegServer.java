package org.classbarometer.frame;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// A network camera on this machine's own loopback: MJPEG over HTTP at /video, one JPEG and then
/// silence at /silent, text at /text, a closed door at /private, a recording at /clip.
public final class MjpegServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<byte[]> pictures;

    /// @param port 0 for any
    public MjpegServer(int port, List<byte[]> pictures, byte[] clip) throws IOException {
        this.pictures = pictures;
        server =
                Ports.open(
                        port,
                        at ->
                                HttpServer.create(
                                        new InetSocketAddress(InetAddress.getLoopbackAddress(), at),
                                        0));
        server.setExecutor(threads);
        server.createContext("/video", exchange -> stream(exchange, Long.MAX_VALUE));
        server.createContext("/silent", exchange -> stream(exchange, 1));
        server.createContext(
                "/text",
                exchange -> answer(exchange, 200, "hello".getBytes(StandardCharsets.UTF_8)));
        server.createContext("/private", exchange -> answer(exchange, 401, new byte[0]));
        server.createContext("/clip", exchange -> answer(exchange, 200, clip));
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private void stream(HttpExchange exchange, long count) throws IOException {
        exchange.getResponseHeaders()
                .set("Content-Type", "multipart/x-mixed-replace; boundary=picture");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        for (long i = 0; i < count; i++) {
            byte[] picture = pictures.get((int) (i % pictures.size()));
            String head =
                    "--picture\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n"
                            .formatted(picture.length);
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(picture);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            pause(80);
        }
        pause(TimeUnit.MINUTES.toMillis(1));
    }

    private static void pause(long millis) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    /// Dies: every connection breaks.
    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}

package org.classbarometer.frame;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A server on this machine's own loopback that answers byte for byte what a test wants, one answer a
/// connection, and remembers what it was asked.
final class WireServer implements AutoCloseable {
    private final ServerSocket server;
    private final Function<String, List<byte[]>> answers;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Closeable> open = new CopyOnWriteArrayList<>();

    /// @param host an address of the loopback
    /// @param answers what is written, piece by piece, by the path that was asked for
    WireServer(String host, Function<String, List<byte[]>> answers) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getByName(host)), answers);
    }

    WireServer(ServerSocket server, Function<String, List<byte[]>> answers) {
        this.server = server;
        this.answers = answers;
        Thread.ofPlatform().name("wire server").daemon().start(this::accept);
    }

    static WireServer silent(String host) throws IOException {
        return new WireServer(host, _ -> List.of());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// A whole answer.
    static List<byte[]> found(String contentType, byte[] body) {
        return List.of(
                bytes(
                        "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                                .formatted(contentType, body.length)),
                body);
    }

    static List<byte[]> redirect(String target) {
        return List.of(
                bytes(
                        "HTTP/1.1 302 Found\r\nLocation: %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                .formatted(target)));
    }

    int port() {
        return server.getLocalPort();
    }

    String address(String scheme, String path) {
        return "%s://%s:%d%s"
                .formatted(scheme, server.getInetAddress().getHostAddress(), port(), path);
    }

    /// First lines and headers of all requests; empty while nobody connected.
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                open.add(client);
                Thread.ofPlatform().name("wire client").daemon().start(() -> serve(client));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private void serve(Socket client) {
        try (client) {
            asked.add("");
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    client.getInputStream(), StandardCharsets.ISO_8859_1));
            StringBuilder request = new StringBuilder();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                request.append(line).append('\n');
                if (line.isEmpty()) {
                    asked.add(request.toString());
                    String path = request.substring(request.indexOf(" ") + 1).split(" ", 2)[0];
                    request.setLength(0);
                    List<byte[]> answer = answers.apply(path);
                    OutputStream out = client.getOutputStream();
                    for (byte[] piece : answer) {
                        out.write(piece);
                        out.flush();
                    }
                    if (!answer.isEmpty()) {
                        return;
                    }
                }
            }
        } catch (IOException _) {
            // The client has gone, or this server has died.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Closeable client : open) {
            client.close();
        }
    }
}

package org.classbarometer.frame;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// A network camera that speaks RTSP: H.264 in RTP (RFC 6184, one NAL unit a packet) interleaved
/// into the RTSP connection (RFC 2326, 10.12), on this machine's own loopback.
public final class RtspServer implements AutoCloseable {
    private static final int CLOCK = 90_000;
    private static final int PAYLOAD_TYPE = 96;

    private final ServerSocket server;
    private final List<byte[]> units;
    private final int framesPerSecond;
    private final List<Closeable> open = new CopyOnWriteArrayList<>();

    /// @param port 0 for any
    /// @param h264 an Annex B byte stream with small pictures, sent round and round
    public RtspServer(int port, byte[] h264, int framesPerSecond) throws IOException {
        this.units = units(h264);
        this.framesPerSecond = framesPerSecond;
        server = Ports.open(port, at -> new ServerSocket(at, 5, InetAddress.getLoopbackAddress()));
        Thread.ofPlatform().name("rtsp server").daemon().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                open.add(client);
                Thread.ofPlatform().name("rtsp client").daemon().start(() -> serve(client));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private void serve(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    client.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = client.getOutputStream();
            while (true) {
                Request request = Request.read(in);
                answer(request, out);
                if (request.method.equals("PLAY")) {
                    drain(client.getInputStream());
                    play(out);
                }
            }
        } catch (IOException _) {
            // The client has gone, or this server has died.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private record Request(String method, String sequence, String transport) {
        static Request read(BufferedReader in) throws IOException {
            String line = in.readLine();
            if (line == null) {
                throw new IOException("gone");
            }
            String method = line.substring(0, Math.max(0, line.indexOf(' ')));
            String sequence = "0";
            String transport = "";
            for (String header = in.readLine();
                    header != null && !header.isEmpty();
                    header = in.readLine()) {
                String lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("cseq:")) {
                    sequence = header.substring(5).strip();
                } else if (lower.startsWith("transport:")) {
                    transport = header.substring(10).strip();
                }
            }
            return new Request(method, sequence, transport);
        }
    }

    private void answer(Request request, OutputStream out) throws IOException {
        String extra = "";
        String body = "";
        switch (request.method) {
            case "OPTIONS" -> extra = "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n";
            case "DESCRIBE" -> {
                body =
                        """
                        v=0\r
                        o=- 1 1 IN IP4 127.0.0.1\r
                        s=class\r
                        c=IN IP4 0.0.0.0\r
                        t=0 0\r
                        m=video 0 RTP/AVP 96\r
                        a=rtpmap:96 H264/90000\r
                        a=fmtp:96 packetization-mode=1\r
                        a=framerate:%d\r
                        a=control:track\r
                        """
                                .formatted(framesPerSecond);
                extra = "Content-Type: application/sdp\r\n";
            }
            case "SETUP" -> {
                if (!request.transport.contains("TCP")) {
                    reply(out, "461 Unsupported Transport", request, "", "");
                    return;
                }
                extra = "Session: 1\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n";
            }
            default -> extra = "Session: 1\r\n";
        }
        reply(out, "200 OK", request, extra, body);
    }

    private static void reply(
            OutputStream out, String status, Request request, String extra, String body)
            throws IOException {
        String text =
                "RTSP/1.0 %s\r\nCSeq: %s\r\n%sContent-Length: %d\r\n\r\n%s"
                        .formatted(status, request.sequence, extra, body.length(), body);
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    // What the client still says (receiver reports, the farewell) does not matter to us.
    private static void drain(InputStream in) {
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        in.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException _) {
                        // The connection was closed.
                    }
                });
    }

    private void play(OutputStream out) throws IOException, InterruptedException {
        int sequence = 0;
        int timestamp = 1_000;
        while (true) {
            for (byte[] unit : units) {
                if (beginsPicture(unit)) {
                    TimeUnit.MILLISECONDS.sleep(1_000 / framesPerSecond);
                    timestamp += CLOCK / framesPerSecond;
                }
                ByteBuffer packet = ByteBuffer.allocate(16 + unit.length);
                packet.put((byte) '$').put((byte) 0).putShort((short) (12 + unit.length));
                packet.put((byte) 0x80);
                packet.put((byte) (isPicture(unit) ? 0x80 | PAYLOAD_TYPE : PAYLOAD_TYPE));
                packet.putShort((short) sequence++).putInt(timestamp).putInt(0x1234);
                packet.put(unit);
                out.write(packet.array());
                out.flush();
            }
        }
    }

    private static boolean isPicture(byte[] unit) {
        int type = unit[0] & 0x1F;
        return type == 1 || type == 5;
    }

    // The first macroblock's number comes first in a slice; 0 is a single bit 1.
    private static boolean beginsPicture(byte[] unit) {
        return isPicture(unit) && (unit[1] & 0x80) != 0;
    }

    private static List<byte[]> units(byte[] stream) {
        List<byte[]> units = new ArrayList<>();
        int begin = -1;
        for (int i = 0; i + 2 < stream.length; i++) {
            if (stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 1) {
                if (begin >= 0) {
                    units.add(withoutTrailingZeros(stream, begin, i));
                }
                begin = i + 3;
            }
        }
        units.add(withoutTrailingZeros(stream, begin, stream.length));
        return units;
    }

    private static byte[] withoutTrailingZeros(byte[] stream, int from, int to) {
        int end = to;
        while (end > from && stream[end - 1] == 0) {
            end--;
        }
        return java.util.Arrays.copyOfRange(stream, from, end);
    }

    /// Dies: every connection breaks.
    @Override
    public void close() throws IOException {
        server.close();
        for (Closeable client : open) {
            client.close();
        }
    }
}

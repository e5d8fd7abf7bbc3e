package org.classbarometer.frame.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.FrameSourceException;
import org.classbarometer.frame.FrameSourceException.Outlook;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.picture.MediaException;
import org.classbarometer.text.Text;
import org.classbarometer.web.WebAnswer;
import org.classbarometer.web.WebClient;
import org.classbarometer.web.WebException;

/// Opens what lies at an `http` or `https` address: pictures of a network camera, a live stream, a
/// recording. The bytes are fetched by [WebClient], which speaks to the typed host only; FFmpeg opens
/// nothing by itself.
public final class WebSources {
    // Enough to know what it is, little enough to be there at once.
    private static final int HEAD = 512;

    private static final Map<String, String> OPTIONS =
            Map.of(
                    "protocol_whitelist",
                    MediaReader.NO_PROTOCOL,
                    "format_whitelist",
                    "hls,mov,matroska,mpegts,flv,avi,asf,ogg,h264,hevc",
                    // Looking long at the start of a stream would only make it late.
                    "analyzeduration",
                    "1000000",
                    "fpsprobesize",
                    "0");

    private WebSources() {}

    /// @return a live stream, or a recording when the address leads to one
    public static FrameSource open(SourceChoice.Stream choice) throws FrameSourceException {
        String name = choice.name();
        try {
            WebClient client = new WebClient(choice.address(), choice.authorities());
            boolean opened = false;
            try {
                FrameSource source = open(name, client, client.get());
                opened = true;
                return source;
            } finally {
                if (!opened) {
                    client.close();
                }
            }
        } catch (IOException failed) {
            throw problem(name, failed);
        }
    }

    private static FrameSource open(String name, WebClient client, WebAnswer answer)
            throws IOException, FrameSourceException {
        PushbackInputStream body = new PushbackInputStream(answer.body(), HEAD);
        byte[] head = body.readNBytes(HEAD);
        body.unread(head);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (isPictures(answer.contentType(), text)) {
            boolean ends = answer.length().isPresent();
            return new MjpegSource(
                    name,
                    body,
                    List.of(body, client::close),
                    ends,
                    broken -> problem(name, broken));
        }
        return media(name, client, answer, body, text.startsWith("#EXTM3U"));
    }

    // Cameras name their type wrongly or not at all, but JPEGs begin in one way only.
    private static boolean isPictures(String contentType, String head) {
        return contentType.startsWith("multipart/")
                || head.startsWith("\u00FF\u00D8\u00FF")
                || head.stripLeading().startsWith("--")
                || head.toLowerCase(Locale.ROOT).contains("content-type: image/jp");
    }

    private static FrameSource media(
            String name, WebClient client, WebAnswer answer, InputStream body, boolean playlist)
            throws FrameSourceException {
        URI address = answer.address();
        WebInput input = new WebInput(client, answer, body);
        NestedInputs nested = new NestedInputs(client, address);
        Map<String, String> options = new HashMap<>(OPTIONS);
        if (playlist) {
            options.put(MediaReader.FORMAT, "hls");
            // Connections are kept by the client, not by FFmpeg.
            options.put("http_persistent", "0");
            options.put("http_multiple", "0");
        }
        try {
            MediaReader reader = new MediaReader(address.toString(), input, nested, options, true);
            return reader.header().hasDuration()
                    ? VideoSource.web(name, reader)
                    : new StreamSource(name, reader);
        } catch (MediaException failed) {
            throw problem(name, failed, MediaReader.failure(input, nested));
        }
    }

    /// What FFmpeg or the network said, in the user's words.
    ///
    /// @param cause why FFmpeg failed, when that was the network
    static FrameSourceException problem(
            String name, MediaException failed, Optional<IOException> cause) {
        return cause.isPresent() && cause.get() instanceof WebException web
                ? problem(name, web)
                : StreamSource.problem(name, failed);
    }

    private static FrameSourceException problem(String name, IOException failed) {
        if (!(failed instanceof WebException web)) {
            boolean noVideo = failed instanceof JpegStream.TooMuch;
            return FrameSourceException.mayReturn(
                    failed, noVideo ? "frame.stream.noVideo" : "frame.stream.broke", name);
        }
        String key =
                switch (web.reason()) {
                    case UNKNOWN_HOST -> "frame.stream.host";
                    case UNREACHABLE -> "frame.stream.unreachable";
                    case BROKEN -> "frame.stream.broke";
                    case SILENT -> "frame.stream.silent";
                    case NOT_FOUND -> "frame.stream.notFound";
                    case PASSWORD -> "frame.stream.password";
                    case STATUS -> "frame.stream.status";
                    case ELSEWHERE -> "frame.stream.elsewhere";
                    case UNPROTECTED -> "frame.stream.unprotected";
                    case CERTIFICATE -> "frame.stream.certificate";
                    case AUTHORITIES -> "frame.stream.authorities";
                };
        Outlook outlook =
                switch (web.reason()) {
                    case ELSEWHERE, UNPROTECTED, CERTIFICATE, AUTHORITIES -> Outlook.HOPELESS;
                    default -> Outlook.MAY_RETURN;
                };
        return new FrameSourceException(Text.of(key, name, web.detail()), outlook, web);
    }
}

package org.classbarometer.frame.media;

import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXIT;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.classbarometer.web.WebAnswer;
import org.classbarometer.web.WebClient;

/// What a playlist names, segments and keys: fetched from the host whose address was typed, refused
/// from any other. FFmpeg asks here for whatever it wants to open beside its first input.
final class NestedInputs implements AutoCloseable {
    private static final String ENCRYPTED = "crypto";

    private final WebClient client;
    private final URI playlist;
    private final Opener opener = new Opener();
    private final Closer closer = new Closer();
    private final Map<Long, WebInput> open = new HashMap<>();
    private Optional<IOException> failure = Optional.empty();

    /// @param playlist where it came from
    NestedInputs(WebClient client, URI playlist) {
        this.client = client;
        this.playlist = playlist;
    }

    void attach(AVFormatContext format) {
        format.io_open(opener);
        format.io_close2(closer);
    }

    /// Why something could not be opened or read.
    Optional<IOException> failure() {
        return failure.or(() ->
                open.values().stream().flatMap(input -> input.failure().stream()).findFirst());
    }

    private final class Opener
            extends AVFormatContext
                    .Io_open_AVFormatContext_PointerPointer_BytePointer_int_PointerPointer {
        // JavaCPP declares it so.
        @SuppressWarnings("rawtypes")
        @Override
        public int call(
                AVFormatContext format,
                PointerPointer result,
                BytePointer url,
                int flags,
                PointerPointer options) {
            try {
                if ((flags & AVIO_FLAG_WRITE) != 0) {
                    return AVERROR_EXIT;
                }
                WebInput input = fetch(url.getString(), new AVDictionary(options.get(0)));
                open.put(input.context().address(), input);
                result.put(0, input.context());
                return 0;
            } catch (IOException refused) {
                failure = Optional.of(refused);
                return AVERROR_EXIT;
            }
        }
    }

    private final class Closer extends AVFormatContext.Io_close2_AVFormatContext_AVIOContext {
        @Override
        public int call(AVFormatContext format, AVIOContext context) {
            WebInput input = open.remove(context.address());
            if (input != null) {
                failure = failure.or(input::failure);
                input.close();
            }
            return 0;
        }
    }

    private WebInput fetch(String url, AVDictionary options) throws IOException {
        boolean encrypted = url.startsWith(ENCRYPTED);
        String target = encrypted ? url.substring(ENCRYPTED.length() + 1) : url;
        // Parts of a file that holds many segments.
        long start = Long.parseLong(option(options, "offset").orElse("0"));
        WebAnswer answer = client.get(playlist, target, start);
        InputStream body = encrypted ? decrypted(answer.body(), options) : answer.body();
        return new WebInput(client, answer.onlyForward(), body);
    }

    // RFC 8216, 4.3.2.4: AES-128 in CBC mode, filled up as PKCS #7 says.
    private static InputStream decrypted(InputStream body, AVDictionary options)
            throws IOException {
        try {
            HexFormat hex = HexFormat.of();
            byte[] key = hex.parseHex(option(options, "key").orElse(""));
            byte[] start = hex.parseHex(option(options, "iv").orElse(""));
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
            return new CipherInputStream(body, cipher);
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            body.close();
            throw new IOException("an unusable key", unusable);
        }
    }

    private static Optional<String> option(AVDictionary options, String name) {
        AVDictionaryEntry entry = options.isNull() ? null : av_dict_get(options, name, null, 0);
        return entry == null || entry.isNull()
                ? Optional.empty()
                : Optional.of(entry.value().getString());
    }

    @Override
    public void close() {
        open.values().forEach(WebInput::close);
        open.clear();
        opener.close();
        closer.close();
    }
}

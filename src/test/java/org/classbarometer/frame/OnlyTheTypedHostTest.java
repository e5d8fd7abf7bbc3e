package org.classbarometer.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.classbarometer.frame.WireServer.bytes;
import static org.classbarometer.frame.WireServer.found;
import static org.classbarometer.frame.WireServer.redirect;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.classbarometer.frame.system.SystemFrameSources;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Mat;

/// Nothing is spoken to but the host whose address was typed; 127.0.0.2 is another host here, on this
/// machine's own loopback like the first.
class OnlyTheTypedHostTest {
    private static final String HERE = "127.0.0.1";
    private static final String ELSEWHERE = "127.0.0.2";

    @TempDir Path folder;

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    private byte[] clip(String format) throws Exception {
        Path file = folder.resolve("clip." + format);
        TestClips.write(
                file, new TestClips.Kind(format, AV_CODEC_ID_H264, 320, 240, 10), 30, Map.of());
        return Files.readAllBytes(file);
    }

    private static SourceChoice at(String address) {
        return new SourceChoice.Stream(URI.create(address));
    }

    private static int pictures(SourceChoice choice) throws FrameSourceException {
        Mat image = new Mat();
        int seen = 0;
        try (FrameSource source = new SystemFrameSources().open(choice)) {
            while (source.read(image).isPresent()) {
                assertThat(TestClips.looksRight(image)).isTrue();
                seen++;
            }
        } finally {
            image.release();
        }
        return seen;
    }

    private static void assertRefused(SourceChoice choice, String named) {
        assertThatThrownBy(() -> pictures(choice))
                .isInstanceOf(FrameSourceException.class)
                .hasMessageContaining(named)
                .satisfies(problem ->
                        assertThat(((FrameSourceException) problem).mayReturn()).isFalse());
    }

    @Test
    void a_redirect_is_followed_on_the_same_host_and_refused_to_another() throws Exception {
        byte[] picture = TestClips.jpeg(320, 240);
        try (WireServer elsewhere = WireServer.silent(ELSEWHERE);
                WireServer server =
                        new WireServer(
                                HERE,
                                path ->
                                        switch (path) {
                                            case "/near" -> redirect("/picture");
                                            case "/far" ->
                                                    redirect(elsewhere.address("http", "/picture"));
                                            case "/file" -> redirect("file:///etc/hostname");
                                            case "/round" -> redirect("/round");
                                            default -> found("image/jpeg", picture);
                                        })) {
            assertThat(pictures(at(server.address("http", "/near")))).isEqualTo(1);
            assertRefused(at(server.address("http", "/far")), "leads to " + ELSEWHERE);
            assertRefused(at(server.address("http", "/file")), "leads to file:");
            assertThatThrownBy(() -> pictures(at(server.address("http", "/round"))))
                    .hasMessageContaining("too many redirects");
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    private static byte[] playlist(String segment, String key) {
        return bytes(
                """
                #EXTM3U
                #EXT-X-VERSION:3
                #EXT-X-TARGETDURATION:4
                #EXT-X-MEDIA-SEQUENCE:0
                %s
                #EXTINF:3.0,
                %s
                #EXT-X-ENDLIST
                """
                        .formatted(key, segment));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/list.m3u8", "/live"})
    void a_playlist_plays_segments_of_its_own_host(String path) throws Exception {
        byte[] segment = clip("mpegts");
        try (WireServer server =
                new WireServer(
                        HERE,
                        asked ->
                                asked.equals(path)
                                        ? found(
                                                "application/vnd.apple.mpegurl",
                                                playlist("segment.ts", ""))
                                        : found("video/mp2t", segment))) {
            assertThat(pictures(at(server.address("http", path)))).isEqualTo(30);
        }
    }

    @Test
    void a_playlist_leads_neither_to_segments_nor_to_keys_of_another_host() throws Exception {
        byte[] segment = clip("mpegts");
        try (WireServer elsewhere = WireServer.silent(ELSEWHERE);
                WireServer server =
                        new WireServer(
                                HERE,
                                path ->
                                        switch (path) {
                                            case "/segments.m3u8" ->
                                                    found(
                                                            "application/x-mpegurl",
                                                            playlist(
                                                                    elsewhere.address(
                                                                            "http", "/a.ts"),
                                                                    ""));
                                            case "/keys.m3u8" ->
                                                    found(
                                                            "application/x-mpegurl",
                                                            playlist(
                                                                    "segment.ts",
                                                                    "#EXT-X-KEY:METHOD=AES-128,URI=\"%s\""
                                                                            .formatted(
                                                                                    elsewhere
                                                                                            .address(
                                                                                                    "http",
                                                                                                    "/key"))));
                                            case "/redirected.m3u8" ->
                                                    found(
                                                            "application/x-mpegurl",
                                                            playlist("away.ts", ""));
                                            case "/away.ts" ->
                                                    redirect(elsewhere.address("http", "/a.ts"));
                                            default -> found("video/mp2t", segment);
                                        })) {
            for (String list : List.of("/segments.m3u8", "/keys.m3u8", "/redirected.m3u8")) {
                assertRefused(at(server.address("http", list)), "leads to " + ELSEWHERE);
            }
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @Test
    void an_encrypted_playlist_of_one_host_plays() throws Exception {
        byte[] key = new byte[16];
        byte[] begin = new byte[16];
        key[3] = 7;
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(begin));
        byte[] segment = cipher.doFinal(clip("mpegts"));
        try (WireServer server =
                new WireServer(
                        HERE,
                        path ->
                                switch (path) {
                                    case "/list.m3u8" ->
                                            found(
                                                    "application/x-mpegurl",
                                                    playlist(
                                                            "segment.ts",
                                                            "#EXT-X-KEY:METHOD=AES-128,URI=\"key\",IV=0x00000000000000000000000000000000"));
                                    case "/key" -> found("application/octet-stream", key);
                                    default -> found("video/mp2t", segment);
                                })) {
            assertThat(pictures(at(server.address("http", "/list.m3u8")))).isEqualTo(30);
        }
    }

    @Test
    void a_session_description_does_not_make_it_listen() throws Exception {
        String description =
                """
                v=0\r
                o=- 0 0 IN IP4 127.0.0.2\r
                s=x\r
                c=IN IP4 127.0.0.2\r
                t=0 0\r
                m=video 5004 RTP/AVP 96\r
                a=rtpmap:96 H264/90000\r
                """;
        try (WireServer server =
                new WireServer(HERE, _ -> found("application/sdp", bytes(description)))) {
            assertThatThrownBy(() -> pictures(at(server.address("http", "/a.sdp"))))
                    .hasMessageContaining("is no video");
        }
    }

    @Test
    void an_rtsp_camera_leads_nowhere_else() throws Exception {
        try (WireServer elsewhere = WireServer.silent(ELSEWHERE);
                WireServer server =
                        new WireServer(
                                HERE,
                                _ ->
                                        List.of(
                                                bytes(
                                                        "RTSP/1.0 302 Moved\r\nCSeq: 1\r\nLocation: %s\r\n\r\n"
                                                                .formatted(
                                                                        elsewhere.address(
                                                                                "rtsp", "/a")))))) {
            assertThatThrownBy(() -> pictures(at(server.address("rtsp", "/a"))))
                    .isInstanceOf(FrameSourceException.class);
            assertThat(server.asked()).isNotEmpty();
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @Test
    void a_proxy_is_not_asked() throws Exception {
        byte[] picture = TestClips.jpeg(320, 240);
        try (WireServer proxy = WireServer.silent(ELSEWHERE);
                WireServer server = new WireServer(HERE, _ -> found("image/jpeg", picture))) {
            String asked = proxy.address("http", "");
            try (ChildJvm child =
                    new ChildJvm(
                            OnePicture.class,
                            List.of(server.address("http", "/picture")),
                            Map.of(
                                    "http_proxy",
                                    asked,
                                    "JAVA_TOOL_OPTIONS",
                                    "-Dhttp.nonProxyHosts= -Dhttp.proxyHost=%s -Dhttp.proxyPort=%d"
                                            .formatted(ELSEWHERE, proxy.port())))) {
                child.await("seen 1", 0);
            }
            assertThat(proxy.asked()).isEmpty();
        }
    }

    /// Says how many pictures there are at an address.
    static final class OnePicture {
        private OnePicture() {}

        public static void main(String[] arguments) throws Exception {
            load();
            System.out.println("seen " + pictures(at(arguments[0])));
        }
    }

    private Path keys(String name, String host) throws Exception {
        Path store = folder.resolve(name + ".p12");
        run(
                "-genkeypair -alias a -keyalg EC -storetype PKCS12 -storepass secret -dname CN=cam"
                        + " -ext san=ip:"
                        + host
                        + " -keystore "
                        + store);
        run(
                "-exportcert -rfc -alias a -storepass secret -keystore "
                        + store
                        + " -file "
                        + folder.resolve(name + ".pem"));
        return store;
    }

    private static void run(String arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments.split(" ")));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private static WireServer protectedServer(Path keys, byte[] picture) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, "secret".toCharArray());
        }
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, "secret".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return new WireServer(
                context.getServerSocketFactory()
                        .createServerSocket(0, 5, InetAddress.getAllByName(HERE)[0]),
                path ->
                        path.equals("/open")
                                ? redirect("http://" + HERE + ":9/picture")
                                : found("image/jpeg", picture));
    }

    @Test
    void a_server_that_cannot_prove_who_it_is_hears_no_password() throws Exception {
        byte[] picture = TestClips.jpeg(320, 240);
        Path right = keys("right", HERE);
        Path wrong = keys("wrong", ELSEWHERE);
        try (WireServer server = protectedServer(right, picture);
                WireServer impostor = protectedServer(wrong, picture)) {
            String typed = server.address("https", "/picture").replace("//", "//me:secret@");
            assertRefused(at(typed), "cannot prove who it is");
            SourceChoice trusted =
                    new SourceChoice.Stream(
                            URI.create(typed), Optional.of(folder.resolve("right.pem")));
            assertThat(server.asked()).filteredOn(line -> !line.isEmpty()).isEmpty();
            assertThat(pictures(trusted)).isEqualTo(1);

            String wrongName = impostor.address("https", "/picture").replace("//", "//me:secret@");
            assertRefused(
                    new SourceChoice.Stream(
                            URI.create(wrongName), Optional.of(folder.resolve("wrong.pem"))),
                    "cannot prove who it is");
            assertThat(impostor.asked()).filteredOn(line -> !line.isEmpty()).isEmpty();

            assertRefused(
                    new SourceChoice.Stream(
                            URI.create(server.address("https", "/open")),
                            Optional.of(folder.resolve("right.pem"))),
                    "from a protected connection to an open one");
        }
    }

    @Test
    void a_file_without_certificates_is_refused_by_name() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "no certificate");

        assertRefused(
                new SourceChoice.Stream(URI.create("https://127.0.0.1:9/"), Optional.of(file)),
                file + " cannot be used");
    }

    @Test
    void a_password_is_given_as_the_camera_wants_it() throws Exception {
        byte[] picture = TestClips.jpeg(320, 240);
        String digest =
                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"cam\", qop=\"auth\","
                        + " nonce=\"abc\", opaque=\"xyz\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        try (WireServer server = new WireServer(HERE, _ -> List.of(bytes(digest)))) {
            FrameSourceException refused =
                    catchThrowableOfType(
                            FrameSourceException.class,
                            () ->
                                    pictures(
                                            at(
                                                    server.address("http", "/picture")
                                                            .replace("//", "//me:p%40ss@"))));

            assertThat(refused).hasMessageContaining("wants another user name or password");
            assertThat(server.asked())
                    .anyMatch(asked ->
                            asked.contains("Authorization: Digest username=\"me\", realm=\"cam\""));
            assertThat(server.asked()).noneMatch(asked -> asked.contains("p@ss"));
        }
        String basic =
                """
                HTTP/1.1 401 Unauthorized\r
                WWW-Authenticate: Basic realm="cam"\r
                Content-Length: 0\r
                Connection: close\r
                \r
                """;
        int[] asked = {0};
        try (WireServer server =
                new WireServer(
                        HERE,
                        _ ->
                                asked[0]++ == 0
                                        ? List.of(bytes(basic))
                                        : found("image/jpeg", picture))) {
            assertThat(pictures(at(server.address("http", "/p").replace("//", "//me:p%40ss@"))))
                    .isEqualTo(1);
            assertThat(server.asked())
                    .anyMatch(request -> request.contains("Authorization: Basic bWU6cEBzcw=="));
        } catch (IOException closing) {
            throw new AssertionError(closing);
        }
    }
}

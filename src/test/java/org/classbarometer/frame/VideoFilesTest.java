package org.classbarometer.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP8;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP9;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.classbarometer.frame.TestClips.Kind;
import org.classbarometer.frame.system.SystemFrameSources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.Mat;

class VideoFilesTest {
    private static final Kind MP4 = new Kind("mp4", AV_CODEC_ID_H264, 320, 240, 10);

    @TempDir Path folder;
    private final FrameSources sources = new SystemFrameSources();

    static Stream<Kind> kinds() {
        return Stream.of(
                MP4,
                new Kind("mp4", AV_CODEC_ID_MPEG4, 322, 182, 25),
                new Kind("webm", AV_CODEC_ID_VP8, 322, 241, 10),
                new Kind("webm", AV_CODEC_ID_VP9, 640, 360, 10),
                new Kind("avi", AV_CODEC_ID_MPEG4, 320, 240, 15),
                new Kind("avi", AV_CODEC_ID_MJPEG, 318, 242, 15),
                new Kind("matroska", AV_CODEC_ID_H264, 320, 240, 10),
                new Kind("flv", AV_CODEC_ID_H264, 320, 240, 10),
                new Kind("mpegts", AV_CODEC_ID_H264, 320, 240, 10));
    }

    private FrameSource open(Path file) throws FrameSourceException {
        return sources.open(new SourceChoice.File(file));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_video_is_read_picture_by_picture_with_its_own_times(Kind kind) throws Exception {
        Path file = folder.resolve("clip ä:1." + kind.format());
        OpenCv.load();
        TestClips.write(file, kind, 20, Map.of());
        List<Long> times = new ArrayList<>();
        Mat image = new Mat();

        try (FrameSource video = open(file)) {
            assertThat(video.name()).isEqualTo(file.getFileName().toString());
            assertThat(video.recorded()).isTrue();
            assertThat(video.framesPerSecond()).isCloseTo(kind.framesPerSecond(), within(0.1));
            for (OptionalLong time = video.read(image);
                    time.isPresent();
                    time = video.read(image)) {
                times.add(time.getAsLong());
                assertThat(image.cols()).isEqualTo(kind.width());
                assertThat(image.rows()).isEqualTo(kind.height());
                assertThat(TestClips.looksRight(image)).as("colours").isTrue();
            }
        }
        image.release();

        assertThat(times).hasSize(20).isSorted();
        assertThat(times.getLast())
                .isCloseTo(19_000_000_000L / kind.framesPerSecond(), within(2_000_000L));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_video_goes_on_from_any_place_in_it(Kind kind) throws Exception {
        Path file = folder.resolve("clip." + kind.format());
        OpenCv.load();
        TestClips.write(file, kind, 40, Map.of());
        List<Long> times = new ArrayList<>();
        Mat image = new Mat();

        try (FrameSource video = open(file)) {
            assertThat(video.seekable()).isTrue();
            times.addAll(times(video, image));
            for (int place : List.of(25, 3, 39, 0)) {
                video.seek(times.get(place) - 1_000_000);
                assertThat(times(video, image)).isEqualTo(times.subList(place, 40));
            }
            video.seek(video.lengthNanos().orElseThrow() + 1_000_000_000);
            assertThat(times(video, image))
                    .as("beyond the end is the last picture")
                    .isEqualTo(times.subList(39, 40));
        }
        try (FrameSource video = open(file)) {
            video.seek(times.get(30) - 1_000_000);
            assertThat(times(video, image)).as("at once").isEqualTo(times.subList(30, 40));
        }
        try (FrameSource video = open(file)) {
            video.seek(video.lengthNanos().orElseThrow() + 1_000_000_000);
            assertThat(times(video, image))
                    .as("beyond the end at once")
                    .isEqualTo(times.subList(39, 40));
        }
        image.release();
    }

    private static List<Long> times(FrameSource video, Mat image) throws FrameSourceException {
        List<Long> times = new ArrayList<>();
        for (OptionalLong time = video.read(image); time.isPresent(); time = video.read(image)) {
            times.add(time.getAsLong());
        }
        return times;
    }

    @Test
    void the_picture_at_a_place_is_the_one_that_is_there_when_it_is_played() throws Exception {
        Path file = folder.resolve("class.mp4");
        OpenCv.load();
        try (InputStream demo =
                VideoFilesTest.class.getResourceAsStream(
                        "/org/classbarometer/demo/classroom.mp4")) {
            Files.copy(demo, file);
        }
        Mat played = new Mat();
        Mat sought = new Mat();
        try (FrameSource video = open(file)) {
            OptionalLong time = OptionalLong.empty();
            for (int i = 0; i < 100; i++) {
                time = video.read(played);
            }
            for (int i = 0; i < 20; i++) {
                assertThat(video.read(sought)).isPresent();
            }
            video.seek(time.orElseThrow());
            assertThat(video.read(sought)).isEqualTo(time);
            assertThat(Core.norm(played, sought)).isZero();
        }
        played.release();
        sought.release();
    }

    @Test
    void a_recording_goes_on_elsewhere_and_a_held_one_shows_the_picture_there() throws Exception {
        Path file = folder.resolve("clip.mp4");
        TestClips.write(file, MP4, 40, Map.of());

        try (Recording recording = Recording.of(new SourceChoice.File(file), Capture.Pace.SOURCE)) {
            recording.awaitFrames(1);
            recording.hold(true);
            recording.seek(3_000_000_000L);
            recording.await(() -> recording.frames().getLast().part() == 1, "the picture at 3 s");
            Recording.Seen there = recording.frames().getLast();
            assertThat(there.sourceNanos()).isEqualTo(3_000_000_000L);

            recording.seek(3_500_000_000L);
            recording.hold(false);
            recording.await(SourceState.Ended.class);
            assertThat(recording.frames())
                    .filteredOn(seen -> seen.part() == 2)
                    .extracting(Recording.Seen::sourceNanos)
                    .isSorted()
                    .startsWith(3_500_000_000L);
        }
    }

    @Test
    void a_recording_ends_once_and_loses_no_frame_when_every_frame_is_wanted() throws Exception {
        Path file = folder.resolve("clip.mp4");
        TestClips.write(file, MP4, 30, Map.of());

        try (Recording recording =
                Recording.of(new SourceChoice.File(file), Capture.Pace.EVERY_FRAME)) {
            recording.await(SourceState.Ended.class);
            recording.awaitFrames(30);

            assertThat(recording.frames()).hasSize(30);
            assertThat(recording.states())
                    .containsExactly(
                            new SourceState.Opening(file.toString()),
                            new SourceState.Playing(
                                    "clip.mp4", 320, 240, 10, OptionalLong.of(3_000_000_000L)),
                            new SourceState.Ended("clip.mp4"));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.6, 0.8})
    void a_video_whose_end_with_the_index_is_missing_is_refused(double share) throws Exception {
        Path file = folder.resolve("clip.mp4");
        TestClips.write(file, MP4, 30, Map.of());
        truncate(file, share);

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(FrameSourceException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("damaged or incomplete");
    }

    @Test
    void a_video_that_breaks_off_plays_until_there_and_says_so() throws Exception {
        Path file = folder.resolve("clip.mp4");
        TestClips.write(file, MP4, 30, Map.of("movflags", "faststart"));
        truncate(file, 0.6);

        try (Recording recording =
                Recording.of(new SourceChoice.File(file), Capture.Pace.EVERY_FRAME)) {
            SourceState.Failed failed = recording.await(SourceState.Failed.class);

            assertThat(failed.problem()).startsWith("clip.mp4 ends too early");
            assertThat(recording.frames()).hasSizeBetween(1, 29);
        }
    }

    @Test
    void a_transport_stream_that_was_cut_off_plays_until_there_and_says_so() throws Exception {
        Path file = folder.resolve("clip.ts");
        TestClips.write(file, new Kind("mpegts", AV_CODEC_ID_H264, 320, 240, 10), 30, Map.of());
        try (Recording whole =
                Recording.of(new SourceChoice.File(file), Capture.Pace.EVERY_FRAME)) {
            assertThat(whole.await(SourceState.Ended.class).name()).isEqualTo("clip.ts");
            assertThat(whole.frames()).hasSize(30);
        }
        byte[] content = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(content, content.length / 2 / 188 * 188 + 100));

        try (Recording recording =
                Recording.of(new SourceChoice.File(file), Capture.Pace.EVERY_FRAME)) {
            assertThat(recording.await(SourceState.Failed.class).problem())
                    .startsWith("clip.ts ends too early");
            assertThat(recording.frames()).hasSizeBetween(1, 29);
        }
    }

    // tiles.heic: 128 x 64 pixels in two tiles, encoded by libheif's heif-enc and put together by
    // hand; heif-convert shows it whole.
    @Test
    void a_picture_in_tiles_is_refused_by_name_instead_of_showing_one_of_them() {
        assertThatThrownBy(() -> open(input("tiles.heic")))
                .isInstanceOf(FrameSourceException.class)
                .hasMessageContaining("tiles.heic is one picture in several tiles")
                .hasMessageContaining("JPEG");
    }

    private static void truncate(Path file, double share) throws Exception {
        byte[] content = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(content, (int) (content.length * share)));
    }

    @Test
    void an_empty_video_is_refused() throws Exception {
        Path file = Files.createFile(folder.resolve("empty.mp4"));

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(FrameSourceException.class)
                .hasMessage(file + " is empty. Choose another video.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dear diary, this is no video.",
                "#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1:1/a.ts\n",
                "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=x\r\nt=0 0\r\nm=video 5004 RTP/AVP 96\r\n",
                "ffconcat version 1.0\nfile 'other.mp4'\n"
            })
    void a_file_that_is_no_video_is_refused_and_opens_nothing_else(String content)
            throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), content);

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(FrameSourceException.class)
                .hasMessageContaining("it is no video");
    }

    @Test
    void a_file_that_does_not_exist_is_named_with_what_could_be_typed() {
        assertThatThrownBy(() -> open(folder.resolve("nowhere.mp4")))
                .isInstanceOf(FrameSourceException.class)
                .hasMessageContaining("nowhere.mp4 does not exist")
                .hasMessageContaining("demo");
    }

    private static Path input(String name) throws Exception {
        return Path.of(
                Objects.requireNonNull(VideoFilesTest.class.getResource("/inputs/" + name))
                        .toURI());
    }

    private List<Long> times(Path file) throws FrameSourceException {
        List<Long> times = new ArrayList<>();
        Mat image = new Mat();
        try (FrameSource video = open(file)) {
            for (OptionalLong time = video.read(image);
                    time.isPresent();
                    time = video.read(image)) {
                times.add(time.getAsLong());
            }
        }
        image.release();
        return times;
    }

    private Path withGap() throws Exception {
        Path file = folder.resolve("gap.mkv");
        TestClips.write(file, new Kind("matroska", AV_CODEC_ID_H264, 320, 240, 10), 20, 30);
        return file;
    }

    @Test
    void a_gap_in_a_recording_stays_in_its_time() throws Exception {
        OpenCv.load();
        assertThat(times(withGap())).hasSize(20).last().isEqualTo(31_900_000_000L);
    }

    @Test
    void a_gap_in_a_recording_is_not_waited_out() throws Exception {
        try (Recording recording =
                Recording.of(new SourceChoice.File(withGap()), Capture.Pace.SOURCE)) {
            recording.await(SourceState.Ended.class);

            assertThat(recording.elapsedNanos()).isLessThan(TimeUnit.SECONDS.toNanos(25));
        }
    }

    @Test
    void a_recording_shorter_than_its_header_tells_is_cut_off() throws Exception {
        try (Recording recording =
                Recording.of(new SourceChoice.File(input("trunc.mkv")), Capture.Pace.EVERY_FRAME)) {
            assertThat(recording.await(SourceState.Failed.class).problem())
                    .startsWith("trunc.mkv ends too early");
        }
    }

    @Test
    void the_cover_of_a_song_is_no_video() throws Exception {
        Path song = input("cover.m4a");

        assertThatThrownBy(() -> open(song))
                .isInstanceOf(FrameSourceException.class)
                .hasMessageContaining("it is no video");
    }

    @Test
    void a_stream_without_a_container_plays_at_the_rate_that_it_names() throws Exception {
        OpenCv.load();
        Path file = input("raw.h264");

        try (FrameSource video = open(file)) {
            assertThat(video.framesPerSecond()).isEqualTo(12);
        }
        List<Long> times = times(file);
        assertThat(times.getLast())
                .isCloseTo(Math.round((times.size() - 1) * 1e9 / 12), within(1_000_000L));
    }
}

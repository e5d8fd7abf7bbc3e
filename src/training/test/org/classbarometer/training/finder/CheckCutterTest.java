package org.classbarometer.training.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.classbarometer.face.Pyramid;
import org.classbarometer.frame.OpenCv;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

class CheckCutterTest {
    private static final int SIDE = CheckNets.SIDE;
    private static final double REACH = CheckNets.reach("check");
    private static final Photos PHOTOS = Scenes.photos();

    private static CheckCutter cutter() {
        Photo photo = PHOTOS.training().getFirst();
        Area face = photo.faces().getFirst().area();
        Photo without = PHOTOS.without().getFirst();
        return new CheckCutter(
                List.of(
                        new Candidate(photo, face, 0.5, true),
                        new Candidate(without, new Area(60, 60, 30, 40), 0.5, false)),
                PHOTOS,
                Portraits.NONE,
                REACH);
    }

    @Test
    void half_of_the_pieces_are_faces_and_those_are_bright_in_the_middle() {
        CheckCutter cutter = cutter();
        List<CheckPiece> pieces =
                IntStream.range(0, 400).mapToObj(i -> cutter.cut(new SplittableRandom(i))).toList();
        List<CheckPiece> faces = pieces.stream().filter(CheckPiece::face).toList();

        assertThat(faces).hasSizeBetween(150, 250);
        // Some are covered by something dark.
        assertThat(faces.stream().filter(CheckCutterTest::bright).count())
                .isGreaterThan(faces.size() * 8L / 10);
        assertThat(pieces.stream().filter(piece -> !piece.face() && bright(piece)).count())
                .isLessThan((400 - faces.size()) / 3);
    }

    /// Whether the middle stands out from the corners.
    private static boolean bright(CheckPiece piece) {
        double middle = 0;
        double corners = 0;
        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 6; x++) {
                middle += piece.pixels()[(SIDE / 2 - 3 + y) * SIDE + SIDE / 2 - 3 + x];
                corners += piece.pixels()[y * SIDE + x] / 2;
                corners += piece.pixels()[(SIDE - 1 - y) * SIDE + SIDE - 1 - x] / 2;
            }
        }
        return middle > 1.4 * corners + 36;
    }

    @Test
    void the_same_chance_cuts_the_same_piece() {
        CheckCutter cutter = cutter();

        assertThat(cutter.cut(new SplittableRandom(7)).pixels())
                .isEqualTo(cutter.cut(new SplittableRandom(7)).pixels())
                .isNotEqualTo(cutter.cut(new SplittableRandom(8)).pixels());
    }

    @Test
    void without_both_kinds_there_is_nothing_to_learn() {
        Photo photo = PHOTOS.training().getFirst();
        List<Candidate> faces =
                List.of(new Candidate(photo, photo.faces().getFirst().area(), 0.5, true));

        assertThatThrownBy(() -> new CheckCutter(faces, PHOTOS, Portraits.NONE, REACH))
                .hasMessageContaining("1 faces and 0 false ones");
    }

    @Test
    void a_place_looks_as_the_program_shows_it_at_all_sizes_and_at_the_border() {
        OpenCv.load();
        Photo photo =
                Scenes.photo("p", 640, 480, new Area(100, 100, 200, 240), new Area(5, 20, 30, 40));
        Grey whole = photo.whole();
        Mat frame = new Mat(whole.height(), whole.width(), CvType.CV_8UC1);
        frame.put(0, 0, whole.pixels());
        Mat shown = new Mat();
        byte[] bytes = new byte[SIDE * SIDE];
        try (Pyramid pyramid = new Pyramid()) {
            pyramid.begin(frame);
            for (Area box :
                    List.of(
                            new Area(100, 100, 200, 240),
                            new Area(5, 20, 30, 40),
                            new Area(120, 90, 60, 70),
                            new Area(600, 430, 60, 70))) {
                pyramid.square(box.middleX(), box.middleY(), REACH * box.size(), SIDE, shown);
                shown.get(0, 0, bytes);
                float[] piece = Judged.piece(photo, box, List.of(REACH));
                double off = 0;
                for (int i = 0; i < bytes.length; i++) {
                    off += Math.abs((bytes[i] & 0xff) - piece[i]) / bytes.length;
                }
                assertThat(off).as(box.toString()).isLessThan(1.5);
            }
        } finally {
            frame.release();
            shown.release();
        }
    }
}

package org.classbarometer.face.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.classbarometer.face.Box;
import org.classbarometer.face.Sighting;
import org.classbarometer.face.TrackedFace;
import org.junit.jupiter.api.Test;

class TrackerTest {
    private static final long FRAME = 40_000_000L;
    private static final double SURE = 4;
    private final Tracker tracker = new Tracker();
    private long now;

    private static Sighting at(double x, double y, double score) {
        return new Sighting(x, y, 100, 0, true, score);
    }

    private List<TrackedFace> frame(Sighting... sightings) {
        now += FRAME;
        tracker.update(List.of(sightings), now, false);
        return tracker.faces(now);
    }

    @Test
    void a_sure_face_is_reported_in_its_first_frame() {
        assertThat(frame(at(200, 200, SURE)))
                .singleElement()
                .satisfies(face -> {
                    assertThat(face.track()).isEqualTo(1);
                    assertThat(face.found()).isTrue();
                    assertThat(face.box()).isEqualTo(new Box(150, 150, 100, 100));
                });
    }

    @Test
    void a_likely_face_is_reported_at_once_only_in_a_still_picture() {
        Tracker ofFilm = new Tracker();
        ofFilm.update(List.of(at(200, 200, 0.5)), 0, false);
        assertThat(ofFilm.faces(0)).isEmpty();
        Tracker ofPicture = new Tracker();
        ofPicture.update(List.of(at(200, 200, 0.5)), 0, true);
        assertThat(ofPicture.faces(0)).hasSize(1);
    }

    @Test
    void a_clear_face_is_reported_after_a_few_looks() {
        assertThat(frame(at(200, 200, 1.2))).isEmpty();
        assertThat(frame(at(200, 200, 1.2))).isEmpty();
        assertThat(frame(at(200, 200, 1.2))).hasSize(1);
    }

    @Test
    void a_weak_spot_on_the_wall_is_never_reported_however_often_it_fires() {
        for (int i = 0; i < 1000; i++) {
            assertThat(frame(at(200, 200, 0.6))).isEmpty();
        }
    }

    @Test
    void a_reported_face_whose_examinations_turn_bad_is_dropped() {
        frame(at(200, 200, 1.6));
        int frames = 0;
        while (!frame(at(200, 200, -3.3)).isEmpty()) {
            frames++;
        }
        assertThat(frames).isLessThan(10);
    }

    @Test
    void a_missed_face_is_carried_a_while_and_then_gone() {
        frame(at(200, 200, SURE));
        assertThat(frame()).singleElement().satisfies(face -> assertThat(face.found()).isFalse());
        for (int i = 0; i < 14; i++) {
            frame();
        }
        assertThat(frame()).isEmpty();
    }

    @Test
    void a_face_back_at_its_place_soon_keeps_its_number_and_late_gets_another() {
        frame(at(200, 200, SURE));
        now += 1_500_000_000L;
        assertThat(frame(at(205, 200, SURE))).extracting(TrackedFace::track).containsExactly(1);
        now += 4_000_000_000L;
        frame();
        assertThat(frame(at(205, 200, SURE))).extracting(TrackedFace::track).containsExactly(2);
    }

    @Test
    void a_face_far_from_where_one_was_is_another_one() {
        frame(at(200, 200, SURE));
        assertThat(frame(at(400, 200, SURE)))
                .filteredOn(TrackedFace::found)
                .extracting(TrackedFace::track)
                .containsExactly(2);
    }

    @Test
    void a_flickering_face_keeps_its_number() {
        for (int i = 0; i < 200; i++) {
            List<TrackedFace> faces = i % 3 == 0 ? frame(at(200 + i % 5, 200, SURE)) : frame();
            assertThat(faces).extracting(TrackedFace::track).containsExactly(1);
        }
    }

    @Test
    void faces_that_cross_keep_their_numbers() {
        Map<Integer, List<Double>> paths = new HashMap<>();
        for (int i = 0; i <= 60; i++) {
            double walking = 100 + 8 * i;
            List<Sighting> seen = new ArrayList<>(List.of(at(walking, 220, SURE)));
            // The one who sits is hidden while the other passes.
            if (Math.abs(walking - 340) > 60) {
                seen.add(at(340, 200, SURE));
            }
            for (TrackedFace face : frame(seen.toArray(Sighting[]::new))) {
                if (face.found()) {
                    paths.computeIfAbsent(face.track(), _ -> new ArrayList<>())
                            .add(face.box().centreX());
                }
            }
        }
        assertThat(paths).hasSize(2);
        assertThat(paths.get(1)).isSorted().last().satisfies(x -> assertThat(x).isGreaterThan(560));
        assertThat(paths.get(2)).allSatisfy(x -> assertThat(x).isBetween(330.0, 350.0));
    }

    @Test
    void a_face_hidden_behind_another_has_no_box() {
        frame(at(200, 200, SURE), at(300, 200, SURE));
        for (int i = 1; i <= 10; i++) {
            frame(at(200, 200, SURE), at(300 - 5 * i, 200, SURE));
        }
        assertThat(frame(at(225, 200, SURE))).hasSize(1);
    }

    @Test
    void a_reset_begins_to_count_from_one() {
        frame(at(200, 200, SURE));
        tracker.reset();
        assertThat(frame(at(600, 200, SURE))).extracting(TrackedFace::track).containsExactly(1);
    }

    @Property(tries = 200)
    void a_walking_face_keeps_its_number_and_its_box_stays_on_it(
            @ForAll @DoubleRange(min = -1000, max = 1000) double pixelsPerSecond,
            @ForAll @LongRange(min = 20_000_000, max = 120_000_000) long frameNanos) {
        Assume.that(Math.abs(pixelsPerSecond) * frameNanos / 1e9 < 50);
        Tracker fresh = new Tracker();
        for (int i = 0; i < 50; i++) {
            double x = 2000 + pixelsPerSecond * i * frameNanos / 1e9;
            fresh.update(List.of(at(x, 300, SURE)), i * frameNanos, false);
            assertThat(fresh.faces(i * frameNanos))
                    .singleElement()
                    .satisfies(face -> {
                        assertThat(face.track()).isEqualTo(1);
                        assertThat(face.box().overlap(at(x, 300, SURE).box())).isGreaterThan(0.75);
                    });
        }
    }

    @Property(tries = 100)
    void jitter_of_the_cascade_moves_the_box_less_than_it_moves_itself(
            @ForAll @DoubleRange(min = 0.5, max = 3) double jitter) {
        Tracker fresh = new Tracker();
        double raw = 0;
        double smooth = 0;
        double lastRaw = 300;
        int lastSmooth = 250;
        for (int i = 0; i < 100; i++) {
            double x = 300 + (i % 2 == 0 ? jitter : -jitter);
            fresh.update(List.of(at(x, 300, SURE)), i * FRAME, false);
            Box box = fresh.faces(i * FRAME).getFirst().box();
            raw += Math.abs(x - lastRaw);
            smooth += Math.abs(box.x() - lastSmooth);
            lastRaw = x;
            lastSmooth = box.x();
        }
        assertThat(smooth).isLessThan(0.8 * raw);
    }
}

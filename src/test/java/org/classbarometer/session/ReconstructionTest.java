package org.classbarometer.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.classbarometer.disclosure.Draws;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.BucketCutter;
import org.classbarometer.mood.BucketMood;
import org.classbarometer.mood.Mood;

/// Tries to get back what is kept back, with everything that a store holds at hand: timeline, counts,
/// sparkline.
class ReconstructionTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int FRAMES_A_BUCKET = 5;

    /// One face's reading.
    private record Face(int best, boolean uncertain, double[] probabilities) {
        static Face any(Random random) {
            double[] probabilities = random.doubles(LabelSet.FOUR.size()).toArray();
            double sum = IntStream.range(0, 4).mapToDouble(i -> probabilities[i]).sum();
            int best = 0;
            for (int i = 0; i < probabilities.length; i++) {
                probabilities[i] /= sum;
                best = probabilities[i] > probabilities[best] ? i : best;
            }
            return new Face(best, random.nextInt(4) == 0, probabilities);
        }
    }

    private static Mood mood(List<Face> faces) {
        int[] counts = new int[LabelSet.FOUR.size()];
        double[] mean = new double[counts.length];
        int read = 0;
        for (Face face : faces) {
            if (!face.uncertain()) {
                counts[face.best()]++;
                read++;
            }
            for (int i = 0; i < mean.length; i++) {
                mean[i] += face.probabilities()[i] / faces.size();
            }
        }
        return new Mood(LabelSet.FOUR, counts, mean, faces.size(), read, faces.size() - read);
    }

    /// Faces of which fewer than k are certain, any number of others beside them.
    private static Mood few(Random random) {
        List<Face> faces = new ArrayList<>();
        int certain = random.nextInt(SessionPlan.K);
        int wanted = certain + random.nextInt(10);
        while (faces.size() < wanted) {
            Face face = Face.any(random);
            faces.add(new Face(face.best(), faces.size() >= certain, face.probabilities()));
        }
        return mood(faces);
    }

    private static Mood many(Random random) {
        List<Face> faces = new ArrayList<>();
        int certain = SessionPlan.K + random.nextInt(20);
        int wanted = certain + random.nextInt(5);
        while (faces.size() < wanted) {
            Face face = Face.any(random);
            faces.add(new Face(face.best(), faces.size() >= certain, face.probabilities()));
        }
        return mood(faces);
    }

    private static MemorySessionStore recorded(List<Mood> frames) throws StoreException {
        MemorySessionStore store = new MemorySessionStore();
        SessionId id = store.begin(Plans.lesson("7b", Plans.MONDAY_NINE));
        BucketCutter buckets =
                new BucketCutter(
                        LabelSet.FOUR,
                        SessionPlan.BUCKET,
                        SessionPlan.K,
                        Draws.keyed(new byte[] {1}));
        for (int i = 0; i < frames.size(); i++) {
            var finished = buckets.add(i * SECOND, frames.get(i));
            if (finished.isPresent()) {
                store.add(id, finished.get());
            }
        }
        var open = buckets.closeBefore(frames.size() * SECOND);
        if (open.isPresent()) {
            store.add(id, open.get());
        }
        store.end(id, Plans.MONDAY_NINE.plusMinutes(50));
        return store;
    }

    /// If nothing that is stored depends on what buckets with fewer than k faces showed, nobody can
    /// compute it from what is stored: two lessons that differ in every such bucket leave the same.
    @Property(tries = 300)
    void nothing_stored_depends_on_what_few_faces_showed(
            @ForAll long seed, @IntRange(min = 1, max = 40) @ForAll int buckets)
            throws StoreException {
        Random lesson = new Random(seed);
        Random other = new Random(seed + 1);
        List<Mood> one = new ArrayList<>();
        List<Mood> two = new ArrayList<>();
        for (int i = 0; i < buckets; i++) {
            boolean few = lesson.nextInt(3) == 0;
            for (int frame = 0; frame < FRAMES_A_BUCKET; frame++) {
                Mood said = many(lesson);
                one.add(few ? few(lesson) : said);
                two.add(few ? few(other) : said);
            }
        }
        try (MemorySessionStore first = recorded(one);
                MemorySessionStore second = recorded(two)) {
            assertThat(first.sessions()).usingRecursiveComparison().isEqualTo(second.sessions());
            assertThat(first.timeline(new SessionId(1)))
                    .usingRecursiveComparison()
                    .isEqualTo(second.timeline(new SessionId(1)));
        }
    }

    /// Whoever knows the whole class but one, and when that one came, went, changed or became
    /// uncertain, learns nothing from the difference of two buckets.
    @Property(tries = 1000)
    void one_person_does_not_show_in_the_difference_of_neighbours(
            @ForAll long seed, @IntRange(min = 12, max = 40) @ForAll int people)
            throws StoreException {
        Random random = new Random(seed);
        List<Face> before =
                IntStream.range(0, people)
                        .mapToObj(_ -> Face.any(random))
                        .map(face -> new Face(face.best(), false, face.probabilities()))
                        .toList();
        List<Face> after = new ArrayList<>(before);
        Face one = after.remove(random.nextInt(people));
        switch (random.nextInt(4)) {
            case 0 -> {}
            case 1 -> after.add(new Face(one.best(), true, one.probabilities()));
            case 2 -> after.add(Face.any(random));
            default -> after.addAll(List.of(one, Face.any(random)));
        }
        // The change may come anywhere in the second bucket.
        int change = FRAMES_A_BUCKET + random.nextInt(FRAMES_A_BUCKET);
        List<Mood> frames =
                IntStream.range(0, 3 * FRAMES_A_BUCKET)
                        .mapToObj(i -> mood(i < change ? before : after))
                        .toList();
        try (MemorySessionStore store = recorded(frames)) {
            List<BucketMood> told =
                    store.timeline(new SessionId(1)).orElseThrow().buckets().stream()
                            .flatMap(bucket -> bucket.mood().stream())
                            .toList();
            assertThat(told)
                    .hasSize(3)
                    .usingRecursiveFieldByFieldElementComparator()
                    .containsOnly(told.getFirst());
        }
    }

    /// The price of the rule is bounded: what is told of a label is at most two people from what was
    /// seen when it was told, and that at most three from what is seen now.
    @Property(tries = 300)
    void what_is_told_is_within_five_people_of_what_was_seen(
            @ForAll long seed, @IntRange(min = 12, max = 40) @ForAll int people)
            throws StoreException {
        Random random = new Random(seed);
        List<Mood> frames = new ArrayList<>();
        for (int bucket = 0; bucket < 20; bucket++) {
            List<Face> faces =
                    IntStream.range(0, people)
                            .mapToObj(_ -> Face.any(random))
                            .map(face -> new Face(face.best(), false, face.probabilities()))
                            .toList();
            for (int i = 0; i < FRAMES_A_BUCKET; i++) {
                frames.add(mood(faces));
            }
        }
        try (MemorySessionStore store = recorded(frames)) {
            for (Bucket bucket : store.timeline(new SessionId(1)).orElseThrow().buckets()) {
                Mood seen = frames.get(bucket.index() * FRAMES_A_BUCKET);
                int[] shown = bucket.mood().orElseThrow().shown();
                for (int i = 0; i < shown.length; i++) {
                    if (shown[i] > 0) {
                        assertThat(Math.abs(shown[i] - seen.counts()[i])).isLessThanOrEqualTo(5);
                    }
                }
            }
        }
    }
}

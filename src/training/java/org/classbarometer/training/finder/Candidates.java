package org.classbarometer.training.finder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classbarometer.training.run.WholeFile;

/// What a finder takes for faces in the photographs to learn from: each is shown several times, turned,
/// stretched, mirrored, spoilt and in other sizes, since it is hardly wrong on what it learnt from.
final class Candidates {
    private static final int VERSIONS = 6;
    private static final double SMALLEST_PICTURE = 360;
    private static final double LARGEST_PICTURE = 1000;
    private static final double MOST_TURNED = 12;
    private static final double MOST_STRETCHED = 0.12;

    /// False boxes are kept from this score on; of less sure ones, the fewer the less sure they are.
    private static final double KEPT = 0.3;

    private static final double RARER = 4;

    private static final String HEADER = "photo,left,top,width,height,score,face\n";

    private final FinderFile finder;
    private final Spoiler spoiler = new Spoiler();

    private Candidates(FinderFile finder) {
        this.finder = finder;
    }

    /// @param seed of all chance
    static List<Candidate> of(FinderFile finder, Photos photos, long seed) {
        Candidates search = new Candidates(finder);
        List<Candidate> all = new ArrayList<>();
        long number = 0;
        for (Photo photo : all(photos)) {
            for (int version = 0; version < VERSIONS; version++) {
                search.add(all, photo, new SplittableRandom(seed * 1_000_003 + number++));
            }
        }
        return List.copyOf(all);
    }

    private static List<Photo> all(Photos photos) {
        return Stream.concat(photos.training().stream(), photos.without().stream()).toList();
    }

    private void add(List<Candidate> all, Photo photo, RandomGenerator random) {
        Grey whole = photo.whole();
        double longest =
                SMALLEST_PICTURE
                        * Math.pow(LARGEST_PICTURE / SMALLEST_PICTURE, random.nextDouble());
        double scale = longest / Math.max(whole.width(), whole.height());
        double stretch = Math.exp(random.nextDouble(-MOST_STRETCHED, MOST_STRETCHED));
        double turned = random.nextBoolean() ? random.nextDouble(-MOST_TURNED, MOST_TURNED) : 0;
        int side = (int) longest;
        View view =
                new View(
                        whole.width() / 2.0,
                        whole.height() / 2.0,
                        scale * stretch,
                        scale / stretch,
                        Math.toRadians(turned),
                        random.nextBoolean(),
                        side,
                        side);
        Canvas canvas = new Canvas(side);
        canvas.draw(photo, view, 0, 0, -1, random.nextDouble());
        spoiler.spoil(canvas, random);
        List<Face> faces =
                photo.faces().stream()
                        .map(face ->
                                new Face(
                                        view.piece(face.area()),
                                        face.blur(),
                                        face.occlusion(),
                                        face.turned(),
                                        face.invalid()))
                        .toList();
        for (Found found : Found.distinct(finder.all(canvas.grey()), Looking.OVERLAP)) {
            Area box = found.area();
            double chance = Math.pow(found.score() / KEPT, RARER);
            Candidate.holdsFace(faces, box)
                    .filter(face -> face || random.nextDouble() < chance)
                    .ifPresent(face ->
                            all.add(new Candidate(photo, back(view, box), found.score(), face)));
        }
    }

    /// The box in the photograph.
    private static Area back(View view, Area box) {
        double width = box.width() / view.scaleX();
        double height = box.height() / view.scaleY();
        return new Area(
                view.photoX(box.middleX(), box.middleY()) - width / 2,
                view.photoY(box.middleX(), box.middleY()) - height / 2,
                width,
                height);
    }

    static void write(Path file, List<Candidate> candidates) throws IOException {
        WholeFile.write(
                file,
                out -> {
                    out.write(HEADER.getBytes(StandardCharsets.UTF_8));
                    for (Candidate one : candidates) {
                        Area area = one.area();
                        String row =
                                String.format(
                                        Locale.ROOT,
                                        "%s,%.2f,%.2f,%.2f,%.2f,%.3f,%d%n",
                                        one.photo().name(),
                                        area.left(),
                                        area.top(),
                                        area.width(),
                                        area.height(),
                                        one.score(),
                                        one.face() ? 1 : 0);
                        out.write(row.getBytes(StandardCharsets.UTF_8));
                    }
                });
    }

    /// @throws IOException when the file cannot be read or is none of these photographs'
    static List<Candidate> read(Path file, Photos photos) throws IOException {
        Map<String, Photo> byName =
                all(photos).stream()
                        .collect(
                                Collectors.toMap(
                                        Photo::name, Function.identity(), (one, _) -> one));
        List<Candidate> candidates = new ArrayList<>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] parts = line.split(",", -1);
            Photo photo = byName.get(parts[0]);
            if (photo == null || parts.length != 7) {
                throw new IOException(
                        file + " is damaged or of other photographs; delete it to make it again");
            }
            double[] numbers = Stream.of(parts).skip(1).mapToDouble(Double::parseDouble).toArray();
            Area area = new Area(numbers[0], numbers[1], numbers[2], numbers[3]);
            candidates.add(new Candidate(photo, area, numbers[4], numbers[5] > 0));
        }
        return List.copyOf(candidates);
    }
}

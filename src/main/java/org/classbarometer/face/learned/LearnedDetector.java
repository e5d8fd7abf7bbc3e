package org.classbarometer.face.learned;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import org.classbarometer.face.CloseUp;
import org.classbarometer.face.FaceDetector;
import org.classbarometer.face.Look;
import org.classbarometer.face.Pyramid;
import org.classbarometer.face.Sighting;
import org.classbarometer.frame.OpenCv;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

/// Finds faces with a trained network: the whole picture reduced, often; reduced further, for faces close
/// by; in tiles at full size, for small ones; and turned to both sides, for heads that lean.
public final class LearnedDetector implements FaceDetector {
    /// The longest side of a picture looked at as a whole.
    private static final double WHOLE = 640;

    /// The longest side of the picture that is looked at in tiles, and a tile's.
    private static final double FINE = 1920;

    private static final double TILE = 640;

    /// How far tiles overlap, in pixels of the finer picture: the largest faces left to them.
    private static final double TILED_FACE = 48;

    /// The smallest faces left to a look from further away, in pixels of its picture: the look before it shows them
    /// twice as large.
    private static final double CLOSE_FACE = 26;

    private static final long WHOLE_NANOS = 110_000_000L;
    private static final long CLOSE_NANOS = 400_000_000L;
    private static final long TILE_NANOS = 2_000_000_000L;
    private static final long LEANING_NANOS = 1_500_000_000L;

    /// Degrees; the network was taught faces that lean less.
    private static final double[] LEANS = {-35, 35};

    /// A face is brought to this size to be examined.
    private static final double EXAMINED_FACE = 40;

    private static final double REACH = 1.3;
    private static final double WHOLE_REACH = 0.58;

    /// An examination asks about this place, not about its neighbours: in face sizes.
    private static final double SAME_PLACE = 0.6;

    private final Stages stages;
    private final FinderMetadata metadata;
    private double wholeScale = 1;
    private final Mat picture = new Mat();
    private final CloseUp closeUp = new CloseUp(REACH);
    private final CloseUp turned = new CloseUp(WHOLE_REACH);

    private LearnedDetector(FinderNetwork network) {
        this.stages = new Stages(network);
        this.metadata = network.metadata();
    }

    /// @param file an ONNX file that keeps the finder's contract (models/README.md)
    /// @throws FinderException when it is missing, damaged, foreign or breaks the contract
    public static LearnedDetector open(Path file) throws FinderException {
        OpenCv.load();
        return new LearnedDetector(FinderNetwork.open(file));
    }

    /// Lets a second network look once more at what the first finds; where it cannot be used, the first
    /// goes on alone.
    ///
    /// @param file an ONNX file that keeps the contract of a face check
    /// @throws FinderException when it is missing, damaged or foreign, breaks the contract or belongs to
    ///     another finder
    public void checkWith(Path file) throws FinderException {
        stages.add(file);
    }

    /// What the file of the check says of itself.
    public Optional<CheckMetadata> check() {
        return stages.check();
    }

    /// What the file says of itself.
    public FinderMetadata metadata() {
        return metadata;
    }

    @Override
    public List<Look> plan(int width, int height) {
        double longest = Math.max(width, height);
        double scale = Math.min(1, WHOLE / longest);
        wholeScale = scale;
        List<Look> looks = new ArrayList<>();
        Rect all = new Rect(0, 0, width, height);
        looks.add(look("learned whole", all, scale, WHOLE_NANOS, seenAt(scale), _ -> true));
        double closer = scale / 2;
        while (Math.min(width, height) * 2 * closer > metadata.largestFace()) {
            looks.add(
                    look(
                            "learned whole",
                            all,
                            closer,
                            CLOSE_NANOS,
                            Look.Visibility.UNSURE,
                            size -> size >= CLOSE_FACE));
            closer /= 2;
        }
        for (double lean : LEANS) {
            looks.add(leaning(width, height, scale, lean));
        }
        looks.addAll(tiles(width, height, scale));
        return List.copyOf(looks);
    }

    /// Faces of the sizes it was taught, with some room.
    private Look.Visibility seenAt(double scale) {
        return place ->
                isLegible(place.size() * scale)
                        && place.size() * scale < 0.9 * metadata.largestFace();
    }

    private boolean isLegible(double size) {
        return size > 1.4 * metadata.smallestFace();
    }

    private List<Look> tiles(int width, int height, double wholeScale) {
        double scale = Math.min(1, FINE / Math.max(width, height));
        if (scale < 1.2 * wholeScale) {
            return List.of();
        }
        int side = (int) Math.round(TILE / scale);
        int overlap = (int) Math.round(TILED_FACE / scale);
        List<Look> looks = new ArrayList<>();
        for (Span rows : spans(height, side, overlap)) {
            for (Span columns : spans(width, side, overlap)) {
                Rect part = new Rect(columns.from, rows.from, columns.length, rows.length);
                looks.add(
                        look(
                                "learned tile",
                                part,
                                scale,
                                TILE_NANOS,
                                Look.Visibility.UNSURE,
                                size -> size <= TILED_FACE));
            }
        }
        return looks;
    }

    private record Span(int from, int length) {}

    private static List<Span> spans(int whole, int side, int overlap) {
        int count = (int) Math.max(1, Math.ceil((double) (whole - overlap) / (side - overlap)));
        int length = Math.min(whole, (whole + (count - 1) * overlap + count - 1) / count);
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = count == 1 ? 0 : (int) ((long) (whole - length) * i / (count - 1));
            spans.add(new Span(from, length));
        }
        return spans;
    }

    /// @param sizes of faces that are left to this look, in pixels of its picture
    private Look look(
            String job,
            Rect part,
            double scale,
            long period,
            Look.Visibility view,
            DoublePredicate sizes) {
        double pixels = part.width * scale * part.height * scale;
        return new Look(
                job,
                pixels,
                period,
                false,
                view,
                (frame, found) -> look(frame, part, scale, sizes, found));
    }

    private void look(
            Pyramid frame,
            Rect part,
            double scale,
            DoublePredicate sizes,
            Consumer<Sighting> found) {
        frame.cut(part, scale, picture);
        double scaleX = (double) picture.cols() / part.width;
        double scaleY = (double) picture.rows() / part.height;
        List<Candidate> boxes =
                stages.judged(
                        stages.candidates(picture),
                        (x, y, side, pixels, into) ->
                                frame.square(
                                        part.x + x / scaleX,
                                        part.y + y / scaleY,
                                        side / scaleX,
                                        pixels,
                                        into));
        for (Candidate box : boxes) {
            Sighting place = framed(box);
            if (sizes.test(place.size())) {
                found.accept(
                        new Sighting(
                                part.x + place.centreX() / scaleX,
                                part.y + place.centreY() / scaleY,
                                place.size() / scaleX,
                                0,
                                true,
                                place.score()));
            }
        }
    }

    // What a turned picture shows is proposed only: upright faces show there too, less well.
    private Look leaning(int width, int height, double scale, double lean) {
        double longest = Math.max(width, height);
        double face = WHOLE / (2 * WHOLE_REACH) * Math.min(1, longest * scale / WHOLE);
        double side = 2 * WHOLE_REACH * face;
        Sighting whole = new Sighting(width / 2.0, height / 2.0, longest, lean, false, 0);
        return new Look(
                "learned whole",
                side * side,
                LEANING_NANOS,
                true,
                Look.Visibility.UNSURE,
                (frame, found) -> {
                    if (turned.take(frame, whole, face)) {
                        for (Candidate box : stages.proposals(turned.picture())) {
                            found.accept(back(turned, framed(box), lean));
                        }
                    }
                });
    }

    private static Sighting back(CloseUp from, Sighting place, double tilt) {
        return new Sighting(
                from.frameX(place.centreX(), place.centreY()),
                from.frameY(place.centreX(), place.centreY()),
                place.size() / from.scale(),
                tilt,
                false,
                place.score());
    }

    /// The square a Haar cascade would frame, scored.
    private Sighting framed(Candidate box) {
        FinderMetadata.Framing framing = metadata.framing();
        double side = framing.ofWidth() * box.width() + framing.ofHeight() * box.height();
        return new Sighting(
                box.x() + framing.centreX() * box.width(),
                box.y() + framing.centreY() * box.height(),
                Math.max(1, side),
                0,
                true,
                stages.rating(box.score()));
    }

    @Override
    public Sighting examine(Pyramid frame, Sighting place) {
        Sighting best = examineAt(frame, place, place.tilt());
        for (double tilt : new double[] {0, LEANS[0], LEANS[1]}) {
            if (best.score() >= Sighting.SURE) {
                return best;
            }
            if (tilt != place.tilt()) {
                Sighting other = examineAt(frame, place, tilt);
                best = other.score() > best.score() ? other : best;
            }
        }
        return best;
    }

    private Sighting examineAt(Pyramid frame, Sighting place, double tilt) {
        Sighting best = place.scored(Sighting.NOTHING);
        if (!closeUp.take(frame, place.tilted(tilt), EXAMINED_FACE)) {
            return best;
        }
        List<Candidate> here =
                stages.candidates(closeUp.picture()).stream()
                        .filter(box -> isAt(place, back(closeUp, framed(box), tilt)))
                        .toList();
        for (Candidate box : stages.judged(here, closeUp::square)) {
            Sighting framed = framed(box);
            if (framed.score() > best.score()) {
                best = back(closeUp, framed, tilt).scored(framed.score());
            }
        }
        return best;
    }

    private static boolean isAt(Sighting place, Sighting there) {
        return there.distance(place) < SAME_PLACE
                && Math.hypot(there.centreX() - place.centreX(), there.centreY() - place.centreY())
                        < SAME_PLACE * place.size();
    }

    @Override
    public List<Sighting> together(List<Sighting> seen, List<Sighting> known) {
        // A face that is hardly legible in the whole picture is what the tiles say of it.
        return stages.together(seen, known, face -> isLegible(face.size() * wholeScale));
    }

    @Override
    public String examination() {
        return "learned examination";
    }

    @Override
    public void close() {
        stages.close();
        picture.release();
        closeUp.close();
        turned.close();
    }
}

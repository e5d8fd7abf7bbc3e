package org.classbarometer.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.classbarometer.face.Box;

/// What a rendered clip really shows, frame by frame: a csv with the columns frame, seat, label, x, y,
/// w, h (others are ignored), as the generator of the demo class writes it. Immutable.
///
/// @param frames the people of each frame, by frame number from 0
public record ClipTruth(Map<Integer, List<Person>> frames) {
    /// @param seat number of the person, the same in every frame
    /// @param expression identifier as in [org.classbarometer.expression.LabelSet]
    /// @param face in frame pixels
    public record Person(int seat, String expression, Box face) {}

    /// The renderer's words for expressions, where they differ from the label sets'.
    private static final Map<String, String> RENDERER_WORDS =
            Map.of("happy", "happiness", "sad", "sadness", "angry", "anger");

    /// The truth of the demo class shipped with the program.
    public static ClipTruth ofDemo() {
        String resource = "/org/classbarometer/demo/classroom-truth.csv";
        try (InputStream in = ClipTruth.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own " + resource);
            }
            return parse(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// @throws IllegalArgumentException when a column is missing or a number is none
    public static ClipTruth parse(Reader in) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        Map<Integer, List<Person>> frames = new TreeMap<>();
        try (CSVParser rows = format.parse(in)) {
            for (CSVRecord row : rows) {
                String word = row.get("label");
                frames.computeIfAbsent(number(row, "frame"), _ -> new ArrayList<>())
                        .add(
                                new Person(
                                        number(row, "seat"),
                                        RENDERER_WORDS.getOrDefault(word, word),
                                        new Box(
                                                number(row, "x"),
                                                number(row, "y"),
                                                number(row, "w"),
                                                number(row, "h"))));
            }
        }
        return new ClipTruth(frames);
    }

    private static int number(CSVRecord row, String column) {
        return Integer.parseInt(row.get(column));
    }

    /// Frames from the clip's start to the last one with a truth.
    public int length() {
        return frames.keySet().stream().mapToInt(frame -> frame + 1).max().orElse(0);
    }

    /// The people of one frame; empty when the truth does not know it.
    public List<Person> people(long frame) {
        return frames.getOrDefault((int) frame, List.of());
    }
}

package org.classbarometer.training.finder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classbarometer.training.run.WholeFile;

/// Looks for places that are taken for faces and are none, in pictures without faces and in photographs
/// to learn from, and keeps them in a file.
final class HardPlaces {
    private static final int LONGEST = 640;
    private static final double TAKEN_FOR_A_FACE = 0.25;
    private static final double TOUCHING = 0.05;
    private static final int MOST = 1500;
    // All of them take longer than they are worth: the next turn looks at others.
    private static final int TURNS_WITHOUT = 2;
    private static final int TURNS_TRAINING = 8;

    private HardPlaces() {}

    private record Scored(HardPlace place, double score) {}

    /// @param turn which part of the photographs is looked at
    static List<HardPlace> mine(Looking looking, Photos photos, long turn) {
        List<Scored> places = new ArrayList<>();
        some(photos.without(), TURNS_WITHOUT, turn).forEach(photo -> add(places, looking, photo));
        some(photos.training(), TURNS_TRAINING, turn).forEach(photo -> add(places, looking, photo));
        ToDoubleFunction<Scored> score = Scored::score;
        return places.stream()
                .sorted(Comparator.comparingDouble(score).reversed())
                .limit(MOST)
                .map(Scored::place)
                .toList();
    }

    private static List<Photo> some(List<Photo> photos, int turns, long turn) {
        List<Photo> chosen = new ArrayList<>();
        for (int i = Math.floorMod(turn, turns); i < photos.size(); i += turns) {
            chosen.add(photos.get(i));
        }
        return chosen;
    }

    private static void add(List<Scored> places, Looking looking, Photo photo) {
        Grey whole = photo.whole();
        double factor = Math.min(1, (double) LONGEST / Math.max(whole.width(), whole.height()));
        for (Found found : looking.at(whole, LONGEST)) {
            boolean nothing =
                    photo.faces().stream()
                            .allMatch(face -> face.area().overlap(found.area()) < TOUCHING);
            if (found.score() >= TAKEN_FOR_A_FACE && nothing) {
                HardPlace place = new HardPlace(photo, found.area(), found.area().size() * factor);
                places.add(new Scored(place, found.score()));
            }
        }
    }

    static void write(Path file, List<HardPlace> places) throws IOException {
        StringBuilder text = new StringBuilder("photo,left,top,width,height,size\n");
        for (HardPlace place : places) {
            Area area = place.area();
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%s,%.2f,%.2f,%.2f,%.2f,%.2f%n",
                            place.photo().name(),
                            area.left(),
                            area.top(),
                            area.width(),
                            area.height(),
                            place.size()));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(bytes));
    }

    /// @return none when there is no file; places of photographs that are not there are left out
    static List<HardPlace> read(Path file, Photos photos) throws IOException {
        if (Files.notExists(file)) {
            return List.of();
        }
        Map<String, Photo> byName =
                Stream.concat(photos.without().stream(), photos.training().stream())
                        .collect(
                                Collectors.toMap(
                                        Photo::name, Function.identity(), (one, _) -> one));
        List<HardPlace> places = new ArrayList<>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] parts = line.split(",", -1);
            Photo photo = parts.length == 6 ? byName.get(parts[0]) : null;
            if (photo != null) {
                places.add(
                        new HardPlace(
                                photo,
                                new Area(
                                        Double.parseDouble(parts[1]),
                                        Double.parseDouble(parts[2]),
                                        Double.parseDouble(parts[3]),
                                        Double.parseDouble(parts[4])),
                                Double.parseDouble(parts[5])));
            }
        }
        return List.copyOf(places);
    }
}

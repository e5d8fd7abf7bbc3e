package org.classbarometer.training.finder;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/// The validation photographs in two halves, by their names: what is chosen, such as the threshold, is
/// chosen on one, and what is reported is measured on the other.
///
/// @param choosing what is looked at while a network is trained, and to choose the threshold
/// @param reporting what nothing is chosen on
public record Halves(List<Photo> choosing, List<Photo> reporting) {
    public Halves {
        choosing = List.copyOf(choosing);
        reporting = List.copyOf(reporting);
    }

    public static Halves of(List<Photo> photos) {
        return new Halves(
                photos.stream().filter(photo -> isForChoosing(photo.name())).toList(),
                photos.stream().filter(photo -> !isForChoosing(photo.name())).toList());
    }

    private static boolean isForChoosing(String name) {
        CRC32 hash = new CRC32();
        hash.update(name.getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % 2 == 0;
    }
}

package org.classbarometer.ui.live.model;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.classbarometer.face.Masks;
import org.classbarometer.face.Masks.Region;

/// The masks of the source being played, changed by mouse and keyboard. JavaFX thread.
public final class MaskList {
    /// The smallest mask, in fractions of the picture: about the smallest face that can be read.
    public static final double SMALLEST = 0.03;

    private final ObservableList<Region> regions = FXCollections.observableArrayList();
    private final Consumer<Masks> changed;
    private final BooleanSupplier mayUncover;

    /// @param mayUncover asked before anything a mask hides comes to light: the mask is taken away,
    ///     moved or made smaller
    MaskList(Consumer<Masks> changed, BooleanSupplier mayUncover) {
        this.changed = changed;
        this.mayUncover = mayUncover;
    }

    public ObservableList<Region> regions() {
        return FXCollections.unmodifiableObservableList(regions);
    }

    void replaceAll(Masks masks) {
        regions.setAll(masks.regions());
    }

    /// Adds a mask of a fifth of the picture in its middle, for the keyboard.
    public void addInTheMiddle() {
        add(new Region(0.4, 0.4, 0.2, 0.2));
    }

    public void add(Region region) {
        regions.add(region);
        changed();
    }

    public void remove(int index) {
        if (mayUncover.getAsBoolean()) {
            regions.remove(index);
            changed();
        }
    }

    /// Moves a mask by fractions of the picture; it stops at the edge.
    public void move(int index, double byX, double byY) {
        Region r = regions.get(index);
        replace(
                index,
                new Region(
                        within(r.x() + byX, 0, 1 - r.width()),
                        within(r.y() + byY, 0, 1 - r.height()),
                        r.width(),
                        r.height()));
    }

    /// Moves a mask's bottom right corner by fractions of the picture.
    public void resize(int index, double byWidth, double byHeight) {
        Region r = regions.get(index);
        replace(
                index,
                new Region(
                        r.x(),
                        r.y(),
                        within(r.width() + byWidth, Math.min(SMALLEST, 1 - r.x()), 1 - r.x()),
                        within(r.height() + byHeight, Math.min(SMALLEST, 1 - r.y()), 1 - r.y())));
    }

    private void replace(int index, Region region) {
        Region before = regions.get(index);
        if (!region.equals(before) && (region.covers(before) || mayUncover.getAsBoolean())) {
            regions.set(index, region);
            changed();
        }
    }

    private static double within(double value, double least, double most) {
        return Math.clamp(value, Math.max(0, Math.min(least, most)), Math.max(0, most));
    }

    private void changed() {
        changed.accept(new Masks(regions));
    }
}

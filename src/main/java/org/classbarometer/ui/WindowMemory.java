package org.classbarometer.ui;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.classbarometer.ui.settings.Settings;
import org.classbarometer.ui.settings.WindowPlace;

/// Opens the window where it was, on a screen that is still there, and never larger than that screen.
/// JavaFX thread.
final class WindowMemory {
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 600;
    // What a window's frame takes at most.
    private static final double FRAME = 16;
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 720;

    private WindowMemory() {}

    static void install(Stage stage, ObjectProperty<Settings> settings) {
        WindowPlace last = settings.get().window();
        Rectangle2D screen = screen(last);
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        WindowPlace place = fitted(last, screen);
        if (!last.equals(WindowPlace.NONE)) {
            stage.setX(place.x());
            stage.setY(place.y());
            stage.setMaximized(place.maximised());
        }
        // With its frame: left alone, a scene of the screen's size has its title bar off the
        // screen.
        if (!last.equals(WindowPlace.NONE)
                || screen.getWidth() <= WIDTH
                || screen.getHeight() <= HEIGHT) {
            stage.setWidth(place.width());
            stage.setHeight(place.height());
        }
    }

    /// No narrower than its content needs, as far as there is screen.
    ///
    /// @param content its least width
    static void notNarrower(Stage stage, double content) {
        double wanted = Math.ceil(content + FRAME);
        double room = screen(settled(stage)).getWidth();
        stage.setMinWidth(Math.min(Math.max(LEAST_WIDTH, wanted), room));
    }

    private static WindowPlace settled(Stage stage) {
        return Double.isFinite(stage.getX() + stage.getY())
                ? new WindowPlace(stage.getX(), stage.getY(), 1, 1, false)
                : WindowPlace.NONE;
    }

    /// Remembers the window's place; called while it still has one.
    static void remember(Stage stage, ObjectProperty<Settings> settings) {
        WindowPlace before = settings.get().window();
        boolean filling = stage.isMaximized() || stage.isFullScreen() || stage.isIconified();
        WindowPlace now =
                filling
                        ? new WindowPlace(
                                before.x(),
                                before.y(),
                                before.width(),
                                before.height(),
                                stage.isMaximized())
                        : new WindowPlace(
                                stage.getX(),
                                stage.getY(),
                                stage.getWidth(),
                                stage.getHeight(),
                                false);
        settings.set(settings.get().withWindow(now));
    }

    /// What of a place there is room for.
    static WindowPlace fitted(WindowPlace wanted, Rectangle2D screen) {
        double width = Math.min(wanted.width() > 0 ? wanted.width() : WIDTH, screen.getWidth());
        double height =
                Math.min(wanted.height() > 0 ? wanted.height() : HEIGHT, screen.getHeight());
        return new WindowPlace(
                Math.clamp(wanted.x(), screen.getMinX(), screen.getMaxX() - width),
                Math.clamp(wanted.y(), screen.getMinY(), screen.getMaxY() - height),
                width,
                height,
                wanted.maximised());
    }

    private static Rectangle2D screen(WindowPlace last) {
        return Screen.getScreensForRectangle(
                        last.x(), last.y(), Math.max(1, last.width()), Math.max(1, last.height()))
                .stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
    }
}

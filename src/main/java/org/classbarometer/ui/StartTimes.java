package org.classbarometer.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import org.classbarometer.ui.feed.LiveFrame;

/// Tells on the terminal how long the start took, for whoever measures it (`installer/start-times`): until
/// the first screen was painted, and until the first faces stood there with their labels. At most one
/// pulse (17 ms) too long; what the display adds is not in it. JavaFX thread.
record StartTimes(Instant called, Scene scene) {
    /// When the program was called, in milliseconds since 1970; nothing is told without it.
    private static final String CALLED = "classbarometer.called";

    /// @param frame the newest analysed one on the screen
    static void print(Scene scene, ObservableValue<Optional<LiveFrame>> frame) {
        Optional.ofNullable(Long.getLong(CALLED))
                .map(Instant::ofEpochMilli)
                .ifPresent(called -> new StartTimes(called, scene).watch(frame));
    }

    private void watch(ObservableValue<Optional<LiveFrame>> frame) {
        tellWhenPainted("first screen painted");
        boolean[] printed = {false, false};
        frame.subscribe(newest ->
                newest.ifPresent(shown -> {
                    if (!printed[0]) {
                        printed[0] = true;
                        tellWhenPainted("first picture painted");
                    }
                    if (!printed[1]
                            && shown.faces().stream()
                                    .anyMatch(face -> face.reading().isPresent())) {
                        printed[1] = true;
                        tellWhenPainted("first labels painted");
                    }
                }));
    }

    // What stands in the scene graph now is handed to the renderer in one pulse and painted by the
    // next.
    private void tellWhenPainted(String what) {
        new AnimationTimer() {
            private boolean handed;

            // One object, to be removed again.
            private final Runnable laidOut = this::hand;

            {
                scene.addPostLayoutPulseListener(laidOut);
            }

            private void hand() {
                handed = true;
            }

            @Override
            public void handle(long now) {
                if (handed) {
                    stop();
                    scene.removePostLayoutPulseListener(laidOut);
                    long millis = Duration.between(called, Instant.now()).toMillis();
                    System.err.printf("classbarometer: %s after %d ms%n", what, millis);
                }
            }
        }.start();
    }
}

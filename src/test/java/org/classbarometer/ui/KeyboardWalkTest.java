package org.classbarometer.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.classbarometer.monitor.FaceReading;
import org.classbarometer.session.MemorySessionStore;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.setup.Installation;
import org.classbarometer.setup.Monitors;
import org.classbarometer.text.Language;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.feed.ModelInUse;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.RateMeter;
import org.classbarometer.ui.feed.SimulatedMonitor;
import org.classbarometer.ui.live.Command;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.live.model.Samples;
import org.classbarometer.ui.review.ReviewView;
import org.classbarometer.ui.review.model.ReviewViewModel;
import org.classbarometer.ui.room.Room;
import org.classbarometer.ui.selfcheck.SelfCheck;
import org.classbarometer.ui.settings.ThemeChoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The whole window with the keyboard alone: every room and every dialog, light and dark. Wherever Tab
/// leads, the focus is seen and what has it says what it is.
@ExtendWith(ApplicationExtension.class)
class KeyboardWalkTest extends WindowTest {
    private static final int MOST_STOPS = 80;

    @TempDir static Path userData = Path.of("");

    private Optional<LiveViewModel> model = Optional.empty();
    private Optional<SelfCheck> selfCheck = Optional.empty();

    @Start
    void start(Stage on) throws Exception {
        SimulatedMonitor monitor = new SimulatedMonitor();
        LiveViewModel live =
                new LiveViewModel(monitor, settings, new MoodHistory(), new RateMeter());
        MemorySessionStore store = new MemorySessionStore();
        store.save(StoreSettings.DEFAULT.withContext(Windows.ELSEWHERE));
        Installation installation = new Installation(Installation.find().home(), userData);
        SelfCheck alone =
                new SelfCheck(
                        Monitors.of(installation, ExecutionProvider.CPU),
                        installation.defaultModel(),
                        Optional.of(new SourceChoice.Demo()),
                        source -> source,
                        List::of,
                        Runnable::run,
                        Runnable::run,
                        Clock.system(ZoneId.of("UTC")));
        ReviewViewModel review =
                new ReviewViewModel(store, Optional::empty, Runnable::run, Platform::runLater);
        show(
                on,
                Windows.parts(
                        live,
                        monitor,
                        settings,
                        store,
                        new NoFiles(),
                        Locale.ENGLISH,
                        Map.of(
                                Room.REVIEW,
                                room ->
                                        new ReviewView(
                                                review,
                                                room,
                                                Optional::empty,
                                                InstantSource.system(),
                                                Optional.empty()),
                                Room.SELF_CHECK,
                                alone.room(new NoFiles(), on, () -> "CH"))),
                1000,
                760);
        model = Optional.of(live);
        selfCheck = Optional.of(alone);
        live.play(new SourceChoice.Demo());
        live.source(new SourceState.Playing("demo", 160, 90, 12));
        live.frame(
                Samples.frame(
                        LabelSet.SEVEN,
                        Samples.face(1, LabelSet.SEVEN, 1, false),
                        Samples.face(2, LabelSet.SEVEN, 1, false)));
    }

    @AfterEach
    @Override
    void stop() throws Exception {
        super.stop();
        selfCheck.orElseThrow().close();
    }

    private Scene scene() {
        return stage().getScene();
    }

    private void theme(ThemeChoice theme) throws Exception {
        onFx(() -> {
            settings.set(settings.get().withTheme(theme));
            return true;
        });
    }

    /// Tab from where the focus is until it is there again.
    ///
    /// @return the stops' ids, in order
    private List<String> walk(FxRobot robot) throws Exception {
        Set<Node> stops = new LinkedHashSet<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < MOST_STOPS; i++) {
            robot.type(KeyCode.TAB);
            waitForFxEvents();
            Node now = onFx(() -> scene().getFocusOwner());
            if (!stops.add(now)) {
                return names;
            }
            names.add(String.valueOf(now.getId()));
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(() -> isAround(now)));
            onFx(() -> {
                isSeen(now);
                saysWhatItIs(now);
                return true;
            });
        }
        throw new AssertionError("no end of stops: " + names);
    }

    // It follows with the next picture that is painted.
    private boolean isAround(Node stop) {
        Node ring = node("focus-ring").orElseThrow();
        Bounds own = stop.localToScene(stop.getLayoutBounds());
        return ring.isVisible() && ring.localToScene(ring.getLayoutBounds()).intersects(own);
    }

    // The ring is around it, within the window, and its pixels differ from those beside it.
    private void isSeen(Node stop) {
        Node ring = node("focus-ring").orElseThrow();
        assertThat(ring.isVisible()).as("ring around " + stop).isTrue();
        Bounds place = ring.localToScene(ring.getLayoutBounds());
        WritableImage picture = scene().snapshot(null);
        int seen = 0;
        int edges = 0;
        for (double[] edge :
                new double[][] {
                    {place.getMinX() + 1, place.getCenterY()},
                    {place.getMaxX() - 2, place.getCenterY()},
                    {place.getCenterX(), place.getMinY() + 1},
                    {place.getCenterX(), place.getMaxY() - 2}
                }) {
            boolean inside =
                    edge[0] >= 0
                            && edge[1] >= 0
                            && edge[0] < picture.getWidth()
                            && edge[1] < picture.getHeight();
            if (inside) {
                edges++;
                Color at = picture.getPixelReader().getColor((int) edge[0], (int) edge[1]);
                seen += at.getBlue() - at.getRed() > 0.3 ? 1 : 0;
            }
        }
        assertThat(edges).as("edges of " + stop + " in the window").isGreaterThanOrEqualTo(2);
        assertThat(seen).as("edges of " + stop + " that are seen").isEqualTo(edges);
    }

    private static void saysWhatItIs(Node node) {
        String words = Optional.ofNullable(node.getAccessibleText()).orElse("");
        if (words.isBlank() && node instanceof Labeled labeled) {
            words = Optional.ofNullable(labeled.getText()).orElse("");
        }
        assertThat(words).as("name of " + node).isNotBlank();
        assertThat(node.getAccessibleRole()).as("role of " + node).isNotNull();
    }

    /// Also what the mouse alone would reach has a name.
    private static void allSayWhatTheyAre(Parent root) {
        for (Node child : root.getChildrenUnmodifiable()) {
            boolean own =
                    child instanceof Control
                            && !(child instanceof ScrollPane)
                            && !(child instanceof ScrollBar);
            if (own && child.isFocusTraversable() && child.isVisible()) {
                saysWhatItIs(child);
            } else if (child instanceof Parent parent) {
                allSayWhatTheyAre(parent);
            }
        }
    }

    @Test
    void the_focus_is_seen_wherever_tab_leads_in_every_room_light_and_dark(FxRobot robot)
            throws Exception {
        for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            theme(theme);
            for (Room room : Room.values()) {
                robot.press(KeyCode.ALT, digit(room)).release(digit(room), KeyCode.ALT);
                waitForFxEvents();
                List<String> stops = walk(robot);
                assertThat(stops)
                        .as(room.toString())
                        .contains("room-live", "room-review", "room-selfcheck", "settings", "help");
                onFx(() -> {
                    allSayWhatTheyAre(scene().getRoot());
                    return true;
                });
            }
        }
    }

    private static KeyCode digit(Room room) {
        return switch (room) {
            case LIVE -> KeyCode.DIGIT1;
            case REVIEW -> KeyCode.DIGIT2;
            case SELF_CHECK -> KeyCode.DIGIT3;
        };
    }

    @Test
    void in_the_live_room_tab_goes_from_above_to_below_and_all_faces_are_one_stop(FxRobot robot)
            throws Exception {
        onFx(() -> {
            node("room-live").orElseThrow().requestFocus();
            return true;
        });
        List<String> stops = walk(robot);
        assertThat(stops)
                .containsSubsequence(
                        "source-menu",
                        "start-stop",
                        "pause",
                        "labels-7",
                        "face-labels",
                        "masks",
                        "face-1",
                        "record",
                        "notice-more");
        assertThat(stops.stream().filter(id -> id.matches("face-\\d+"))).hasSize(1);
        assertThat(stops).hasSizeLessThan(20);
    }

    @Test
    void the_arrow_keys_go_from_face_to_face(FxRobot robot) throws Exception {
        FaceReading left = Samples.face(1, LabelSet.SEVEN, 1, false);
        FaceReading right = Samples.face(2, LabelSet.SEVEN, 1, false);
        assertThat(right.face().box().x()).isGreaterThan(left.face().box().x());
        onFx(() -> {
            node("face-1").orElseThrow().requestFocus();
            return true;
        });
        robot.type(KeyCode.RIGHT);
        waitForFxEvents();
        assertThat(node("face-2").orElseThrow().isFocused()).isTrue();
        assertThat(node("face-1").orElseThrow().isFocusTraversable()).isFalse();
        robot.type(KeyCode.LEFT);
        waitForFxEvents();
        assertThat(node("face-1").orElseThrow().isFocused()).isTrue();
    }

    @Test
    void the_focus_is_seen_in_every_dialog_and_stays_in_it(FxRobot robot) throws Exception {
        for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            theme(theme);
            for (Command command :
                    List.of(Command.SETTINGS, Command.HELP, Command.NOTICE, Command.RECORD)) {
                onFx(() -> {
                    if (command == Command.RECORD) {
                        model.orElseThrow().model(model());
                    }
                    java.util.Objects.requireNonNull(scene().getAccelerators().get(command.keys()))
                            .run();
                    return true;
                });
                waitForFxEvents();
                List<String> stops = walk(robot);
                assertThat(stops).as(command.toString()).contains("sheet-close");
                assertThat(stops).as(command.toString()).doesNotContain("source-menu", "help");
                if (command == Command.RECORD) {
                    assertThat(stops)
                            .contains("consent-everyone", "consent-masked", "consent-statement");
                }
                robot.type(KeyCode.ESCAPE);
                waitForFxEvents();
                assertThat(((Dialogs) scene().getRoot()).isOpen()).isFalse();
            }
        }
    }

    @Test
    void at_its_smallest_the_window_cuts_no_room_in_either_language(FxRobot robot)
            throws Exception {
        for (Language language : List.of(Language.GERMAN, Language.ENGLISH)) {
            onFx(() -> {
                settings.set(settings.get().withLanguage(language));
                return true;
            });
            onFx(() -> {
                stage().setWidth(stage().getMinWidth());
                return true;
            });
            for (Room room : Room.values()) {
                robot.press(KeyCode.ALT, digit(room)).release(digit(room), KeyCode.ALT);
                waitForFxEvents();
                onFx(() -> {
                    Region all = (Region) node("room-live").orElseThrow().getParent().getParent();
                    scene().getRoot().applyCss();
                    scene().getRoot().layout();
                    assertThat(all.minWidth(-1))
                            .as(room + " in " + language)
                            .isLessThanOrEqualTo(scene().getWidth());
                    return true;
                });
            }
        }
    }

    private static ModelInUse model() {
        return Samples.model("seven.onnx", LabelSet.SEVEN);
    }

    private void awaitRing(boolean seen) throws Exception {
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> onFx(() -> node("focus-ring").orElseThrow().isVisible() == seen));
    }

    @Test
    void the_mouse_hides_the_ring_and_the_next_key_shows_it_again(FxRobot robot) throws Exception {
        robot.type(KeyCode.TAB);
        awaitRing(true);
        robot.clickOn("#masks");
        awaitRing(false);
        robot.type(KeyCode.TAB);
        awaitRing(true);
    }
}

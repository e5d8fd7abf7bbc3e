package org.classbarometer.ui.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.RateMeter;
import org.classbarometer.ui.feed.SimulatedMonitor;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.settings.Settings;
import org.junit.jupiter.api.Test;

class RoomsTest {
    private final Rooms rooms = new Rooms(Set.of(Room.SELF_CHECK, Room.REVIEW));
    private final BooleanProperty storing = new SimpleBooleanProperty();
    private final SimulatedMonitor monitor = new SimulatedMonitor();
    private final LiveViewModel live =
            new LiveViewModel(
                    monitor,
                    new SimpleObjectProperty<>(Settings.DEFAULT),
                    new MoodHistory(),
                    new RateMeter());

    RoomsTest() {
        new LivePause(live, rooms, storing, new Scope());
    }

    private void play() {
        live.play(new SourceChoice.Camera(0));
        live.source(new SourceState.Playing("camera:0", 640, 480, 30));
        monitor.commands.clear();
    }

    @Test
    void the_live_room_comes_first_and_is_always_there() {
        assertThat(rooms.available()).containsExactly(Room.LIVE, Room.REVIEW, Room.SELF_CHECK);
        assertThat(new Rooms(List.of()).available()).containsExactly(Room.LIVE);
        assertThat(rooms.shown().get()).isEqualTo(Room.LIVE);
    }

    @Test
    void a_room_that_is_not_there_is_not_entered() {
        Rooms alone = new Rooms(List.of());
        alone.enter(Room.REVIEW);
        assertThat(alone.shown().get()).isEqualTo(Room.LIVE);
    }

    @Test
    void a_room_is_not_entered_when_something_speaks_against_it() {
        rooms.admit(to -> to != Room.SELF_CHECK);
        rooms.enter(Room.SELF_CHECK);
        assertThat(rooms.shown().get()).isEqualTo(Room.LIVE);
        rooms.enter(Room.REVIEW);
        assertThat(rooms.shown().get()).isEqualTo(Room.REVIEW);
    }

    @Test
    void the_camera_is_let_go_while_nobody_looks_and_played_again_on_return() {
        play();
        rooms.enter(Room.REVIEW);
        assertThat(monitor.commands).containsExactly("stop");
        rooms.enter(Room.SELF_CHECK);
        rooms.enter(Room.LIVE);
        assertThat(monitor.commands).containsExactly("stop", "play camera:0");
    }

    @Test
    void what_was_stopped_before_stays_stopped_on_return() {
        play();
        live.stop();
        monitor.commands.clear();
        rooms.enter(Room.REVIEW);
        rooms.enter(Room.LIVE);
        assertThat(monitor.commands).isEmpty();
    }

    @Test
    void a_session_that_is_stored_goes_on_in_the_review_and_the_camera_goes_with_its_end() {
        play();
        storing.set(true);
        rooms.enter(Room.REVIEW);
        assertThat(monitor.commands).isEmpty();
        storing.set(false);
        assertThat(monitor.commands).containsExactly("stop");
    }
}

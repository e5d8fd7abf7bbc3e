package org.classbarometer.ui.room;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.KeyNames;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// The rail with the rooms, and the room that is shown beside it. A room is built when it is first
/// entered. Below the rooms are the doors to what can be asked for from each of them.
public final class RoomsPane extends BorderPane {
    private final Map<Room, Region> built = new EnumMap<>(Room.class);
    private final Map<Room, ToggleButton> buttons = new EnumMap<>(Room.class);
    private final VBox rail;
    private final StackPane centre = new StackPane();
    private final Rooms rooms;
    private final Function<Room, Region> build;

    /// What is open from every room.
    ///
    /// @param id of the button; `ui.ID` is its text and `ui.ID.help` says more
    public record Door(String id, KeyCombination keys, Ikon icon, Runnable open) {}

    /// @param build called once for every room that is entered
    public RoomsPane(Rooms rooms, Function<Room, Region> build, List<Door> doors, Scope scope) {
        this.rooms = rooms;
        this.build = build;
        getStyleClass().add("rooms-pane");
        setCenter(centre);
        rail = rail(doors);
        setLeft(rail);
        scope.watch(rooms.shown(), this::show);
    }

    /// Leaves the rail away, for a room that is shown to all.
    public void bare(boolean on) {
        Nodes.show(rail, !on);
    }

    private VBox rail(List<Door> doors) {
        VBox rail = Nodes.styled(new VBox(4), "rail");
        rail.setAlignment(Pos.TOP_CENTER);
        rail.setAccessibleRole(AccessibleRole.PARENT);
        rail.setAccessibleText(Text.of("room.rail"));
        if (rooms.available().size() > 1) {
            for (Room room : rooms.available()) {
                ToggleButton button = button(room);
                buttons.put(room, button);
                rail.getChildren().add(button);
            }
        }
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        rail.getChildren().add(gap);
        doors.forEach(door -> rail.getChildren().add(button(door)));
        return rail;
    }

    private static Button button(Door door) {
        Button button = new Button(Text.of("ui." + door.id()), new FontIcon(door.icon()));
        button.setId(door.id());
        button.setOnAction(_ -> door.open().run());
        return dressed(
                button,
                Text.of(
                        "room.shortcut",
                        Text.of("ui." + door.id() + ".help"),
                        KeyNames.of(door.keys())));
    }

    private static <B extends ButtonBase> B dressed(B button, String help) {
        button.setContentDisplay(ContentDisplay.TOP);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        button.getStyleClass().add("rail-button");
        button.setAccessibleText(button.getText());
        button.setAccessibleHelp(help);
        button.setTooltip(new Tooltip(help));
        return button;
    }

    private ToggleButton button(Room room) {
        ToggleButton button = new ToggleButton(Text.of(room.textKey()), new FontIcon(room.icon()));
        button.setId(room.id());
        button.setOnAction(_ -> {
            rooms.enter(room);
            // Pressing the room one is in, or one that may not be entered now, changes nothing.
            select(rooms.shown().get());
        });
        return dressed(
                button,
                Text.of("room.shortcut", Text.of(room.helpKey()), KeyNames.of(room.keys())));
    }

    private void select(Room now) {
        buttons.forEach((room, button) -> button.setSelected(room == now));
    }

    private void show(Room now) {
        if (!built.containsKey(now)) {
            Region region = build.apply(now);
            built.put(now, region);
            centre.getChildren().add(region);
        }
        boolean focused = centre.isFocusWithin();
        // A room that is not shown must not widen the one that is.
        built.forEach((room, region) -> Nodes.show(region, room == now));
        select(now);
        ToggleButton button = buttons.get(now);
        // What was focused is out of sight; one Tab further is the new room.
        if (focused && button != null) {
            button.requestFocus();
        }
    }
}

package org.classbarometer.ui.room;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.look.TypeSize;
import org.kordamp.ikonli.javafx.FontIcon;

/// The rail with the rooms, and the room that is shown beside it. A room is built when it is first
/// entered. With the live room alone there is no rail.
public final class RoomsPane extends BorderPane {
    private static final PseudoClass ROOMY = PseudoClass.getPseudoClass("roomy");

    private final Map<Room, Region> built = new EnumMap<>(Room.class);
    private final Map<Room, ToggleButton> buttons = new EnumMap<>(Room.class);
    private Optional<VBox> rail = Optional.empty();
    private final StackPane centre = new StackPane();
    private final Rooms rooms;
    private final Function<Room, Region> build;

    /// @param build called once for every room that is entered
    public RoomsPane(Rooms rooms, Function<Room, Region> build, Scope scope) {
        this.rooms = rooms;
        this.build = build;
        getStyleClass().add("rooms-pane");
        setCenter(centre);
        if (rooms.available().size() > 1) {
            VBox side = rail();
            rail = Optional.of(side);
            setLeft(side);
        }
        scope.watch(rooms.shown(), this::show);
        heightProperty().subscribe(this::scale);
    }

    /// Leaves the rail away, for a room that is shown to all.
    public void bare(boolean on) {
        rail.ifPresent(side -> {
            side.setVisible(!on);
            side.setManaged(!on);
        });
    }

    private VBox rail() {
        VBox rail = new VBox(4);
        rail.getStyleClass().add("rail");
        rail.setAlignment(Pos.TOP_CENTER);
        rail.setAccessibleRole(AccessibleRole.PARENT);
        rail.setAccessibleText(Text.of("room.rail"));
        for (Room room : rooms.available()) {
            ToggleButton button = button(room);
            buttons.put(room, button);
            rail.getChildren().add(button);
        }
        return rail;
    }

    private ToggleButton button(Room room) {
        ToggleButton button = new ToggleButton(Text.of(room.textKey()), new FontIcon(room.icon()));
        button.setId(room.id());
        button.setContentDisplay(ContentDisplay.TOP);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        button.getStyleClass().add("rail-button");
        String help =
                Text.of("room.shortcut", Text.of(room.helpKey()), room.keys().getDisplayText());
        button.setAccessibleText(Text.of(room.textKey()));
        button.setAccessibleHelp(help);
        button.setTooltip(new Tooltip(help));
        button.setOnAction(_ -> {
            rooms.enter(room);
            // Pressing the room one is in, or one that may not be entered now, changes nothing.
            select(rooms.shown().get());
        });
        return button;
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
        built.forEach((room, region) -> region.setVisible(room == now));
        select(now);
        ToggleButton button = buttons.get(now);
        // What was focused is out of sight; one Tab further is the new room.
        if (focused && button != null) {
            button.requestFocus();
        }
    }

    private void scale() {
        setStyle("-fx-font-size: " + TypeSize.of(getHeight()) + "px;");
        pseudoClassStateChanged(ROOMY, TypeSize.isRoomy(getHeight()));
    }
}

package org.classbarometer.ui.help;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.classbarometer.session.UseContext;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.live.Command;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.KeyNames;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;

/// The dialogs that only tell something.
public final class HelpDialogs {
    private HelpDialogs() {}

    /// Expression is not feeling, what the law says where the program is used, what is kept.
    ///
    /// @param use empty while it was not said: then what holds in the European Union is told too
    public static void showNotice(Dialogs dialogs, Optional<UseContext> use) {
        boolean union = use.map(said -> said.place().inEuropeanEconomicArea()).orElse(true);
        VBox content = new VBox(10);
        for (String part :
                List.of(
                        "ui.notice.expression.",
                        "ui.notice.limits.",
                        union ? "ui.notice.law." : "ui.notice.law.elsewhere.",
                        "ui.notice.stored.")) {
            Label heading = Labels.text(Text.of(part + "title"), Styles.TEXT_BOLD);
            content.getChildren().addAll(heading, Labels.text(Text.of(part + "text")));
        }
        dialogs.show(Text.of("ui.notice.title"), content);
    }

    /// A shortcut that works beyond the live screen.
    ///
    /// @param what it does, in the user's words
    public record Shortcut(KeyCombination keys, String what) {}

    /// Where the help leads on to.
    ///
    /// @param welcome shows the welcome again
    /// @param notice what the readings mean
    /// @param about what program this is
    public record Ways(Runnable welcome, Runnable notice, Runnable about) {}

    /// @param more than those of the live screen
    public static void showKeys(Dialogs dialogs, List<Shortcut> more, Ways ways) {
        GridPane keys = new GridPane(24, 8);
        keys.addRow(0, heading("ui.help.everywhere"));
        for (Command command : Command.values()) {
            if (command.anywhere()) {
                add(keys, new Shortcut(command.keys(), Text.of(command.textKey())));
            }
        }
        more.forEach(shortcut -> add(keys, shortcut));
        keys.addRow(keys.getRowCount(), heading("room.live"));
        for (Command command : Command.values()) {
            if (!command.anywhere()) {
                add(keys, new Shortcut(command.keys(), Text.of(command.textKey())));
            }
        }
        VBox content =
                new VBox(
                        16,
                        keys,
                        Labels.text(Text.of("ui.help.more")),
                        Labels.text(Text.of("ui.help.review")));
        dialogs.show(
                Text.of("ui.help.title"),
                content,
                Buttons.of("about", Text.of("ui.about"), ways.about()),
                Buttons.of("help-notice", Text.of("ui.notice.more"), ways.notice()),
                Buttons.of("welcome-again", Text.of("welcome.again"), ways.welcome()));
    }

    /// What program this is, where its data and its licences are; to be copied for a report.
    public static void showAbout(Dialogs dialogs, About about) {
        GridPane facts = Nodes.named(new GridPane(20, 10), "about-facts");
        for (About.Fact fact : about.facts()) {
            Label name = Nodes.styled(new Label(fact.name()), Styles.TEXT_MUTED);
            name.setMinWidth(Region.USE_PREF_SIZE);
            name.setMaxHeight(Double.MAX_VALUE);
            name.setAlignment(Pos.TOP_LEFT);
            Label value = Nodes.named(Labels.text(fact.value()), "about-" + fact.id());
            facts.addRow(facts.getRowCount(), name, value);
        }
        Button copy = Nodes.named(new Button(Text.of("ui.about.copy")), "about-copy");
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(about.text());
            Clipboard.getSystemClipboard().setContent(content);
            copy.setText(Text.of("ui.about.copied"));
        });
        VBox content = new VBox(16, Labels.text(Text.of("ui.about.words")), facts);
        dialogs.show(Text.of("ui.about"), content, copy);
    }

    private static Label heading(String key) {
        Label heading = Nodes.styled(new Label(Text.of(key)), Styles.TEXT_BOLD);
        GridPane.setColumnSpan(heading, 2);
        return heading;
    }

    private static void add(GridPane keys, Shortcut shortcut) {
        Label key = Nodes.styled(new Label(KeyNames.of(shortcut.keys())), "key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        keys.addRow(keys.getRowCount(), key, Labels.text(shortcut.what()));
    }
}

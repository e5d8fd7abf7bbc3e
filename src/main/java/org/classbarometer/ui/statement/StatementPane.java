package org.classbarometer.ui.statement;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.classbarometer.law.OptInStatement;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.Nodes;

/// The statement over the whole window, for the class to read.
public final class StatementPane extends BorderPane {
    private StatementPane(OptInStatement statement, Dialogs dialogs, StatementPrinter printer) {
        Nodes.named(this, "statement", "statement-pane");
        setCenter(new StatementText(statement, 2));
        Button print =
                Buttons.of(
                        "statement-print",
                        Text.of("consent.statement.print"),
                        () -> printer.print(statement, dialogs));
        Button close =
                Buttons.of("statement-close", Text.of("consent.statement.close"), dialogs::close);
        close.setDefaultButton(true);
        HBox foot = Nodes.styled(new HBox(12, print, close), "statement-foot");
        foot.setAlignment(Pos.CENTER_RIGHT);
        setBottom(foot);
        setFocusTraversable(false);
    }

    /// Shows it in the language of the screen.
    public static void show(Dialogs dialogs, StatementPrinter printer) {
        OptInStatement statement = OptInStatement.shown();
        dialogs.cover(statement.text().title(), new StatementPane(statement, dialogs, printer));
    }
}

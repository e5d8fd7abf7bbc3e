package org.classbarometer.ui.recorded;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.record.ConsentForm;
import org.classbarometer.ui.source.FilePicker;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// The way from a screen into the analysis of recordings.
///
/// @param form a fresh one to fill in
/// @param showStatement shows the opt-in statement over a window
/// @param clock of the consent
public record RecordedFront(
        RecordedLessons lessons,
        Supplier<ConsentForm> form,
        FilePicker picker,
        Consumer<Dialogs> showStatement,
        Clock clock) {
    /// A button that asks which recordings are analysed.
    ///
    /// @param id of the button
    public Button button(String id, Dialogs dialogs) {
        Button button =
                new Button(Text.of("record.recorded"), new FontIcon(MaterialDesignM.MOVIE_PLUS));
        button.setId(id);
        button.setTooltip(new Tooltip(Text.of("record.recorded.help")));
        button.setOnAction(_ ->
                RecordedDialog.show(
                        lessons,
                        form.get(),
                        dialogs,
                        picker,
                        () -> showStatement.accept(dialogs),
                        clock));
        return button;
    }
}

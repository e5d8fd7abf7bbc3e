package org.classbarometer.ui.review;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.classbarometer.report.ExportFormat;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.review.model.ExportModel;

/// Asks as what sessions are exported, then where to.
final class ExportDialog {
    private ExportDialog() {}

    /// @param which at least one
    /// @param folders asks for the folder in which the export's own is made
    static void show(
            Dialogs dialogs,
            ExportModel export,
            List<SessionOverview> which,
            Supplier<Optional<Path>> folders) {
        Set<ExportFormat> chosen = EnumSet.copyOf(export.formats());
        Button go =
                Nodes.named(new Button(Text.of("review.export.go")), "export-go", Styles.ACCENT);
        VBox content = new VBox(12, Labels.text(Text.of("review.export.what", which.size())));
        for (ExportFormat format : ExportFormat.values()) {
            CheckBox box = new CheckBox(Text.of("review.export." + format.word()));
            box.setId("export-" + format.word());
            box.setWrapText(true);
            box.setSelected(chosen.contains(format));
            box.selectedProperty()
                    .subscribe((_, on) -> {
                        if (on) {
                            chosen.add(format);
                        } else {
                            chosen.remove(format);
                        }
                        go.setDisable(chosen.isEmpty());
                    });
            content.getChildren().add(box);
        }
        Label name =
                Nodes.named(
                        Labels.text(
                                Text.of(
                                        "review.export.name",
                                        ExportModel.name(
                                                which.stream()
                                                        .map(SessionOverview::session)
                                                        .toList()))),
                        "export-name",
                        Styles.TEXT_MUTED);
        content.getChildren().add(name);
        go.setOnAction(_ ->
                folders.get()
                        .ifPresent(folder -> {
                            dialogs.close();
                            export.export(which, chosen, folder);
                        }));
        dialogs.show(Text.of("review.export"), content, go);
    }
}

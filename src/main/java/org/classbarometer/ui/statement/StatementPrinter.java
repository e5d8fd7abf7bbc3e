package org.classbarometer.ui.statement;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.classbarometer.law.OptInStatement;
import org.classbarometer.law.StatementPage;
import org.classbarometer.output.Failure;
import org.classbarometer.output.Growing;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.source.FilePicker;

/// Brings the statement onto paper: through the system's print dialog, or as a page for the browser
/// where the system has no printer. JavaFX thread.
///
/// @param files asks where to save the page
/// @param jobs begins a print job; empty when there is no printer
public record StatementPrinter(FilePicker files, Supplier<Optional<PrinterJob>> jobs) {
    private static final double MARGIN = 12;

    /// With the system's printers.
    public static StatementPrinter system(FilePicker files) {
        return new StatementPrinter(
                files, () -> Optional.ofNullable(PrinterJob.createPrinterJob()));
    }

    /// Asks the user, prints, and tells what went wrong.
    public void print(OptInStatement statement, Dialogs dialogs) {
        Optional<PrinterJob> job = jobs.get();
        if (job.isEmpty()) {
            offerPage(statement, dialogs);
            return;
        }
        Node owner = dialogs;
        if (!job.get().showPrintDialog(owner.getScene().getWindow())) {
            job.get().cancelJob();
            return;
        }
        if (!job.get().printPage(page(statement, job.get().getJobSettings().getPageLayout()))
                || !job.get().endJob()) {
            showNotice(
                    dialogs,
                    "consent.statement.unprinted.title",
                    Text.of("consent.statement.unprinted"));
        }
    }

    /// One sheet of paper, black on white.
    static Region page(OptInStatement statement, PageLayout paper) {
        StatementText text = Nodes.styled(new StatementText(statement, 1), "statement-paper");
        text.setStyle("-fx-padding: " + MARGIN + ";");
        text.resize(paper.getPrintableWidth(), paper.getPrintableHeight());
        // Styles and layout need a scene; nothing of it is ever shown.
        Scene scene = new Scene(text, paper.getPrintableWidth(), paper.getPrintableHeight());
        scene.getStylesheets().add(String.valueOf(StatementPrinter.class.getResource("paper.css")));
        text.applyCss();
        text.layout();
        return text;
    }

    private void offerPage(OptInStatement statement, Dialogs dialogs) {
        String name = "classbarometer-opt-in-" + statement.language() + ".html";
        Button save =
                dialogs.closing(
                        "statement-save",
                        Text.of("consent.statement.save"),
                        () ->
                                files.newPage(name)
                                        .ifPresent(file -> save(statement, file, dialogs)));
        save.setDefaultButton(true);
        dialogs.show(
                Text.of("consent.statement.noprinter.title"),
                words(Text.of("consent.statement.noprinter")),
                save);
    }

    private static void save(OptInStatement statement, Path file, Dialogs dialogs) {
        try {
            Growing.write(file, StatementPage.html(statement));
            showNotice(
                    dialogs,
                    "consent.statement.saved.title",
                    Text.of("consent.statement.saved", file.toString()));
        } catch (IOException failed) {
            showNotice(
                    dialogs,
                    "consent.statement.unsaved.title",
                    Text.of("consent.statement.unsaved", file.toString(), Failure.reason(failed)));
        }
    }

    private static void showNotice(Dialogs dialogs, String title, String what) {
        dialogs.show(Text.of(title), words(what));
    }

    private static Label words(String text) {
        return Nodes.named(Labels.text(text), "statement-told");
    }
}

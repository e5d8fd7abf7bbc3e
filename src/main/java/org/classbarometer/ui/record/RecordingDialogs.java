package org.classbarometer.ui.record;

import atlantafx.base.theme.Styles;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.lesson.Lesson;
import org.classbarometer.ui.lesson.LessonStory;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.live.model.SidePanel;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.record.Ending.Outcome;
import org.classbarometer.ui.record.RecordingViewModel.Phase;
import org.classbarometer.ui.record.RecordingViewModel.Progress;
import org.classbarometer.ui.statement.StatementPane;
import org.classbarometer.ui.statement.StatementPrinter;
import org.classbarometer.ui.storing.StoreChoices;
import org.classbarometer.ui.task.Undo;

/// The questions and answers around storing a session, each as a dialog. JavaFX thread.
public final class RecordingDialogs {
    private final RecordingViewModel model;
    private final LiveViewModel live;
    private final StoreChoices choices;
    private final Dialogs dialogs;
    private final StatementPrinter printer;
    private final Optional<Runnable> review;

    /// @param review leads to where stored sessions are seen; empty where there is no such room
    /// @param scope ends with the screen
    public RecordingDialogs(
            RecordingViewModel model,
            LiveViewModel live,
            StoreChoices choices,
            Dialogs dialogs,
            StatementPrinter printer,
            Optional<Runnable> review,
            Scope scope) {
        this.model = model;
        this.live = live;
        this.choices = choices;
        this.dialogs = dialogs;
        this.printer = printer;
        this.review = review;
        scope.watch(model.ending().outcome(), now -> now.ifPresent(this::showOutcome));
    }

    /// Begins with the consent, or ends the session that runs.
    public void toggle() {
        if (model.phase().get() == Phase.STORING) {
            model.ending().finish();
        } else if (model.phase().get() == Phase.IDLE) {
            askConsent();
        }
    }

    private void askConsent() {
        Optional<String> refusal = model.refusal();
        if (refusal.isPresent()) {
            dialogs.show(Text.of("record.title"), words(refusal.get()));
            return;
        }
        ConsentForm form = model.form();
        // A consent given in a dialog that is closed by then binds nobody: nothing is watched
        // longer.
        Scope asked = new Scope();
        Runnable masks =
                () -> {
                    dialogs.close();
                    if (live.side().content().get() != SidePanel.Content.MASKS) {
                        live.side().toggleMasks();
                    }
                };
        ConsentPane pane =
                ConsentPane.ofLive(
                        form, live, () -> StatementPane.show(dialogs, printer), masks, asked);
        Nodes.endWith(pane, asked);
        Button store =
                dialogs.closing(
                        "consent-store",
                        Text.of("consent.store"),
                        () -> model.begin(form),
                        Styles.ACCENT);
        store.disableProperty().bind(form.ready().not());
        dialogs.show(Text.of("consent.title"), pane, ConsentPane.missing(form), store);
    }

    /// Asks once, then deletes.
    public void confirmWithdraw() {
        model.plan().ifPresent(plan -> confirmWithdraw(plan.className()));
    }

    private void confirmWithdraw(String className) {
        confirm(
                Text.of("record.withdraw.title"),
                Text.of("record.withdraw.text", className),
                button(
                        "withdraw-confirm",
                        "record.withdraw.confirm",
                        model.ending()::withdraw,
                        Styles.DANGER),
                button("withdraw-keep", "record.withdraw.keep", () -> {}));
    }

    /// Asks before something ends the session that runs, such as closing the window.
    ///
    /// @param go done when the teacher agrees; the session is being ended then
    public void confirmEnd(Why why, Runnable go) {
        String className = model.plan().map(SessionPlan::className).orElse("");
        confirm(
                Text.of("record.close.title"),
                Text.of(why == Why.CLOSE ? "record.close.text" : "record.leave.text", className),
                button(
                        "end-confirm",
                        why == Why.CLOSE ? "record.close.confirm" : "record.leave.confirm",
                        () -> model.ending().finishThen(go)),
                button("end-keep", "record.close.keep", () -> {}));
    }

    /// Asks before recordings that are being analysed are given up.
    ///
    /// @param go done when the teacher agrees
    public void confirmGivingUp(Runnable go) {
        confirm(
                Text.of("record.recorded.close.title"),
                Text.of("record.recorded.close.text"),
                button("giveup-confirm", "record.recorded.close.confirm", go),
                button("giveup-keep", "record.recorded.close.keep", () -> {}));
    }

    /// What would end the session.
    public enum Why {
        CLOSE,
        SELF_CHECK
    }

    private void confirm(String title, String text, Node... buttons) {
        dialogs.show(title, words(text), buttons);
    }

    private void showOutcome(Outcome outcome) {
        model.ending().read();
        Progress done = outcome.progress();
        String className = outcome.plan().className();
        if (outcome.problem().isPresent()) {
            showProblem(outcome, className, outcome.problem().get());
            return;
        }
        if (outcome.withdrawn()) {
            showWithdrawn(className, done);
            return;
        }
        String began =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(Locale.getDefault(Locale.Category.DISPLAY))
                        .format(outcome.plan().start());
        String text =
                Text.of(
                        "record.ended.text",
                        className,
                        began,
                        done.stored(),
                        done.suppressed(),
                        done.markers(),
                        choices.settings().get().retention().toDays());
        List<Node> buttons = new ArrayList<>();
        buttons.add(
                button(
                        "outcome-withdraw",
                        "record.ended.withdraw",
                        () -> confirmWithdraw(className)));
        buttons.add(button("outcome-close", "record.ended.close", () -> {}));
        review.ifPresent(see ->
                buttons.add(
                        button(
                                "outcome-review",
                                "record.ended.review",
                                () -> {
                                    outcome.lesson()
                                            .map(lesson -> lesson.timeline().session().id())
                                            .ifPresent(model.ending()::want);
                                    see.run();
                                },
                                Styles.ACCENT)));
        VBox content = new VBox(12);
        outcome.lesson().ifPresent(lesson -> content.getChildren().add(story(lesson)));
        content.getChildren().add(words(text));
        dialogs.show(Text.of("record.ended.title"), content, buttons.toArray(Node[]::new));
    }

    private void showWithdrawn(String className, Progress done) {
        String gone =
                Text.of(
                        "record.withdrawn.text",
                        className,
                        done.stored() + done.suppressed(),
                        done.markers());
        Region text = words(gone);
        Label still = Nodes.named(Labels.text(""), "withdrawn-undo-text");
        Button back =
                button("withdrawn-undo", "record.withdrawn.undo.button", model.ending()::takeBack);
        Scope shown = new Scope();
        shown.watch(
                model.ending().canBeTakenBack(),
                can -> {
                    back.setDisable(!can);
                    still.setText(
                            can
                                    ? Text.of("record.withdrawn.undo", Undo.TIME.toSeconds())
                                    : Text.of("record.withdrawn.final"));
                });
        VBox content = new VBox(12, text, still);
        Nodes.endWith(content, shown);
        dialogs.show(
                Text.of("record.withdrawn.title"),
                content,
                back,
                button("outcome-close", "record.ended.close", model.ending()::settle));
    }

    private static Label story(Lesson lesson) {
        String story = String.join(" ", LessonStory.of(lesson));
        return Nodes.named(Labels.text(story), "told-story", "story");
    }

    private void showProblem(Outcome outcome, String className, String problem) {
        if (outcome.withdrawn()) {
            confirm(
                    Text.of("record.undeleted.title"),
                    Text.of("record.undeleted.text", className, problem),
                    button("outcome-close", "record.ended.close", () -> {}),
                    button(
                            "outcome-again",
                            "record.unended.again",
                            model.ending()::withdraw,
                            Styles.DANGER));
            return;
        }
        confirm(
                Text.of("record.unended.title"),
                Text.of("record.unended.text", className, problem),
                button(
                        "outcome-withdraw",
                        "record.ended.withdraw",
                        () -> confirmWithdraw(className)),
                button("outcome-again", "record.unended.again", model.ending()::finishAgain));
    }

    private Button button(String id, String key, Runnable action, String... classes) {
        return dialogs.closing(id, Text.of(key), action, classes);
    }

    private static Region words(String text) {
        return Nodes.named(Labels.text(text), "told");
    }
}

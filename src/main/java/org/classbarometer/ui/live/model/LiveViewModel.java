package org.classbarometer.ui.live.model;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.face.Masks;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.classbarometer.monitor.MonitorSettings;
import org.classbarometer.ui.feed.LiveEvents;
import org.classbarometer.ui.feed.LiveFrame;
import org.classbarometer.ui.feed.LiveMonitor;
import org.classbarometer.ui.feed.ModelInUse;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.RateMeter;
import org.classbarometer.ui.settings.Settings;

/// What the live screen shows and what can be done on it; knows no control. JavaFX thread only.
public final class LiveViewModel implements LiveEvents {
    private final LiveMonitor monitor;
    private final ObjectProperty<Settings> settings;

    private final ObjectProperty<SourceChoice> choice =
            new SimpleObjectProperty<>(new SourceChoice.Demo());
    private final ReadOnlyObjectWrapper<Optional<SourceState>> state =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<LiveFrame>> frame =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty faceLabels;
    private final BooleanBinding labelsFaces;
    private final ReadOnlyObjectWrapper<Optional<String>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private LiveRules rules = LiveRules.NONE;
    private final ReadOnlyObjectWrapper<Optional<String>> fixed =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final MaskList masks =
            new MaskList(this::masksChanged, () -> allowed(rules.againstUnmasking()));
    private final MarkList marks = new MarkList();
    private final ReadingChoice reading;
    private final LiveFigures figures;
    private final SidePanel side;
    private final Playhead playhead = new Playhead();
    private final ReadOnlyObjectWrapper<Optional<String>> fixedPlace =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    private boolean wanted;
    // Of what is held, the picture at another place is shown.
    private boolean sought;

    /// @param settings read at start, and replaced whenever the user chooses something
    /// @param analysed counted by the feed
    public LiveViewModel(
            LiveMonitor monitor,
            ObjectProperty<Settings> settings,
            MoodHistory history,
            RateMeter analysed) {
        this.monitor = monitor;
        this.settings = settings;
        reading =
                new ReadingChoice(
                        monitor,
                        settings,
                        () -> allowed(rules.againstOtherReadings()),
                        problem::set);
        figures = new LiveFigures(history, analysed, reading.labels().get());
        faceLabels = new SimpleBooleanProperty(settings.get().faceLabels());
        faceLabels.subscribe(on -> remember(now -> now.withFaceLabels(on)));
        labelsFaces =
                Bindings.createBooleanBinding(
                        () -> faceLabels.get() && !labels().experimental(),
                        faceLabels,
                        reading.labels());
        side = new SidePanel(monitor, frame, labelsFaces);
        monitor.listen(this);
        reading.labels()
                .subscribe(set -> {
                    figures.forgetMood(set);
                    applyToMonitor();
                });
    }

    /// What speaks against a command is asked here from now on.
    public void follow(LiveRules now) {
        rules = now;
    }

    /// What speaks against playing a source, in the user's words.
    public Optional<String> refuses(SourceChoice source) {
        return rules.againstPlaying(source);
    }

    /// Brings what the rules say now to the screen; called by whoever changes them.
    public void rulesChanged() {
        fixed.set(rules.againstOtherReadings());
        fixedPlace.set(rules.againstSeeking());
    }

    /// Why the label set cannot be changed now, in the user's words.
    public ReadOnlyObjectProperty<Optional<String>> fixedLabels() {
        return fixed.getReadOnlyProperty();
    }

    private boolean allowed(Optional<String> refusal) {
        refusal.ifPresent(this::showNotice);
        return refusal.isEmpty();
    }

    private void remember(UnaryOperator<Settings> change) {
        settings.set(change.apply(settings.get()));
    }

    private void applyToMonitor() {
        monitor.apply(
                new MonitorSettings(
                        labels(), new Masks(masks.regions()), MonitorSettings.SMOOTHING));
    }

    // --- playing

    /// Plays a source and remembers it, unless the rules are against it.
    public void play(SourceChoice source) {
        if (rules.settlesFirst(source)) {
            return;
        }
        Optional<String> refusal = rules.againstPlaying(source);
        if (refusal.isPresent()) {
            stop();
            choice.set(source);
            state.set(Optional.of(new SourceState.Failed(source.name(), refusal.get())));
            return;
        }
        if (!source.equals(choice.get())) {
            playhead.clear();
        }
        choice.set(source);
        remember(now -> now.withSource(source.name()));
        masks.replaceAll(settings.get().masksOf(source.name()));
        side.stopExplaining();
        applyToMonitor();
        clearScreen();
        wanted = true;
        state.set(Optional.of(new SourceState.Opening(source.name())));
        monitor.play(settings.get().trusting(source));
    }

    /// Plays the chosen source again: after the end, after a failure, or after a stop.
    public void playAgain() {
        play(choice.get());
    }

    /// Goes on from another place of the recording that plays, was held or came to its end; faces and
    /// readings begin anew there. Does nothing where what plays cannot be sought in.
    public void seek(Duration to) {
        Optional<Duration> length = playhead.length().get();
        boolean there = isPlaying() || hasEnded();
        if (length.isEmpty() || !there || !allowed(rules.againstSeeking())) {
            return;
        }
        Duration place =
                to.isNegative()
                        ? Duration.ZERO
                        : to.compareTo(length.get()) > 0 ? length.get() : to;
        if (hasEnded()) {
            playAgain();
        }
        side.stopExplaining();
        figures.forgetMood(labels());
        sought = paused.get();
        playhead.at(place);
        monitor.seek(place.toNanos());
    }

    private boolean hasEnded() {
        return state.get().filter(SourceState.Ended.class::isInstance).isPresent();
    }

    /// Where in a recording it is.
    public Playhead playhead() {
        return playhead;
    }

    /// Why no other place can be sought now, in the user's words.
    public ReadOnlyObjectProperty<Optional<String>> fixedPlace() {
        return fixedPlace.getReadOnlyProperty();
    }

    public void stop() {
        wanted = false;
        playhead.clear();
        monitor.stop();
        side.stopExplaining();
        state.set(Optional.empty());
        clearScreen();
    }

    /// Stops what plays, or plays the chosen source.
    public void toggle() {
        if (isPlaying()) {
            stop();
        } else {
            playAgain();
        }
    }

    /// Holds what plays, so that picture, mood and chart stay to be talked about, or lets it go on.
    /// Does nothing while nothing plays.
    public void togglePause() {
        if (paused.get()) {
            paused.set(false);
            monitor.hold(false);
        } else if (isShowing()) {
            paused.set(true);
            monitor.hold(true);
        }
    }

    /// Whether frames come now.
    public boolean isShowing() {
        return !paused.get()
                && state.get().filter(SourceState.Playing.class::isInstance).isPresent();
    }

    /// Whether a source is open, held, being opened or waited for.
    public boolean isPlaying() {
        return state.get()
                .filter(now ->
                        !(now instanceof SourceState.Ended || now instanceof SourceState.Failed))
                .isPresent();
    }

    private void clearScreen() {
        paused.set(false);
        frame.set(Optional.empty());
        marks.clear();
        figures.clear(labels());
    }

    @Override
    public void source(SourceState now) {
        if (!wanted) {
            return;
        }
        if (!(now instanceof SourceState.Playing)) {
            paused.set(false);
        }
        state.set(Optional.of(now));
        playhead.source(now);
        switch (now) {
            case SourceState.Waiting _, SourceState.Failed _ -> {
                frame.set(Optional.empty());
                figures.rest(labels());
            }
            case SourceState.Ended _ ->
                    frame.get().ifPresent(last -> figures.update(last, labels()));
            case SourceState.Opening _, SourceState.Playing _ -> {}
        }
    }

    @Override
    public void broke(String what) {
        source(new SourceState.Failed(choice.get().name(), what));
    }

    @Override
    public void frame(LiveFrame newest) {
        if (!wanted || !(isShowing() || sought)) {
            return;
        }
        sought = false;
        playhead.frame(newest);
        frame.set(Optional.of(newest));
        figures.frameShown(newest, labels());
        side.frameShown();
    }

    // --- model and finder

    @Override
    public void finderRefused(String what) {
        problem.set(Optional.of(what));
    }

    @Override
    public void model(ModelInUse now) {
        reading.opened(now);
        if (wanted && state.get().isEmpty()) {
            state.set(Optional.of(new SourceState.Opening(choice.get().name())));
        }
    }

    @Override
    public void modelRefused(String what) {
        if (reading.model().get().isEmpty()) {
            state.set(Optional.empty());
        }
        reading.refused(what);
    }

    /// Shows a problem that needs no answer, until it is dismissed.
    public void showNotice(String what) {
        problem.set(Optional.of(what));
    }

    public void dismissProblem() {
        problem.set(Optional.empty());
    }

    // --- masks

    /// Opens the masks with a new one in the middle of the picture.
    public void addMask() {
        side.showMasks();
        masks.addInTheMiddle();
    }

    private void masksChanged(Masks now) {
        remember(old -> old.withMasks(choice.get().name(), now));
        applyToMonitor();
        if (hasEnded()) {
            hideInStillPicture(now);
        }
    }

    /// After the end no frame comes that the pipeline could blur: the last one is blurred here.
    private void hideInStillPicture(Masks now) {
        frame.get()
                .ifPresent(still -> {
                    frame.set(Optional.empty());
                    frame.set(Optional.of(still.hiding(now)));
                });
    }

    // --- what there is to see

    public ReadOnlyObjectProperty<SourceChoice> choice() {
        return choice;
    }

    /// Empty while stopped.
    public ReadOnlyObjectProperty<Optional<SourceState>> state() {
        return state.getReadOnlyProperty();
    }

    /// The newest analysed frame; empty while there is no picture.
    public ReadOnlyObjectProperty<Optional<LiveFrame>> frame() {
        return frame.getReadOnlyProperty();
    }

    /// Whether what plays is held.
    public ReadOnlyBooleanProperty paused() {
        return paused.getReadOnlyProperty();
    }

    /// Label set, model and finder.
    public ReadingChoice reading() {
        return reading;
    }

    private LabelSet labels() {
        return reading.labels().get();
    }

    /// Whether single faces are labelled; otherwise only the room is.
    public BooleanProperty faceLabels() {
        return faceLabels;
    }

    /// Whether labels stand at single faces now: where that is wanted, and never experimental ones.
    public BooleanBinding labelsFaces() {
        return labelsFaces;
    }

    public MaskList masks() {
        return masks;
    }

    /// The moments that were marked.
    public MarkList marks() {
        return marks;
    }

    /// The panel beside the picture.
    public SidePanel side() {
        return side;
    }

    /// Mood and pace, as they are shown.
    public LiveFigures figures() {
        return figures;
    }

    /// A message to show until it is dismissed.
    public ReadOnlyObjectProperty<Optional<String>> problem() {
        return problem.getReadOnlyProperty();
    }
}

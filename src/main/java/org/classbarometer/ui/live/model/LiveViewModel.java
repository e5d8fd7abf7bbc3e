package org.classbarometer.ui.live.model;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.face.Masks;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.classbarometer.monitor.Monitor.Explained;
import org.classbarometer.monitor.MonitorSettings;
import org.classbarometer.setup.FinderChoice;
import org.classbarometer.ui.feed.LiveEvents;
import org.classbarometer.ui.feed.LiveFrame;
import org.classbarometer.ui.feed.LiveMonitor;
import org.classbarometer.ui.feed.ModelInUse;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.PaintLatency;
import org.classbarometer.ui.feed.RateMeter;
import org.classbarometer.ui.settings.Settings;

/// What the live screen shows and what can be done on it; knows no control. JavaFX thread only.
public final class LiveViewModel implements LiveEvents {
    /// The mood in words and bars is taken over this many seconds.
    public static final int RECENT_SECONDS = 3;

    private static final long CALM_NANOS = 250_000_000L;
    private static final int LATENCY_FRAMES = 24;

    /// What the side panel shows.
    public enum Panel {
        MOOD,
        WHY,
        MASKS
    }

    private final LiveMonitor monitor;
    private final MoodHistory history;
    private final RateMeter analysed;
    private final PaintLatency latency = new PaintLatency();
    private final ObjectProperty<Settings> settings;

    private final ObjectProperty<SourceChoice> choice =
            new SimpleObjectProperty<>(new SourceChoice.Demo());
    private final ReadOnlyObjectWrapper<Optional<SourceState>> state =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<LiveFrame>> frame =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<LabelSet> labels;
    private final ObservableList<LabelSet> views =
            FXCollections.observableArrayList(LabelSet.VIEWS);
    private final BooleanProperty faceLabels;
    private final ReadOnlyObjectWrapper<MoodNow> mood;
    private final ReadOnlyObjectWrapper<Vitals> vitals = new ReadOnlyObjectWrapper<>(Vitals.NONE);
    private final ReadOnlyObjectWrapper<Panel> panel = new ReadOnlyObjectWrapper<>(Panel.MOOD);
    private final ObservableList<Mark> marks = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper chosenTrack = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyObjectWrapper<Optional<Explained>> explanation =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ModelInUse>> model =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private LiveRules rules = LiveRules.NONE;
    private final ReadOnlyObjectWrapper<Optional<String>> fixed =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final MaskList masks =
            new MaskList(this::masksChanged, () -> allowed(rules.againstUnmasking()));

    private final Playhead playhead = new Playhead();
    private final ReadOnlyObjectWrapper<Optional<String>> fixedPlace =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean wanted;
    // Of what is held, the picture at another place is shown.
    private boolean sought;
    private Optional<Path> chosenModel = Optional.empty();
    private Optional<Path> fallback = Optional.empty();
    private long lastCalm = Long.MIN_VALUE;

    /// @param settings read at start, and replaced whenever the user chooses something
    /// @param analysed counted by the feed
    public LiveViewModel(
            LiveMonitor monitor,
            ObjectProperty<Settings> settings,
            MoodHistory history,
            RateMeter analysed) {
        this.monitor = monitor;
        this.settings = settings;
        this.history = history;
        this.analysed = analysed;
        LabelSet set = settings.get().labelSet();
        labels = new ReadOnlyObjectWrapper<>(set);
        mood = new ReadOnlyObjectWrapper<>(MoodNow.none(set));
        faceLabels = new SimpleBooleanProperty(settings.get().faceLabels());
        faceLabels.subscribe(on -> {
            remember(now -> now.withFaceLabels(on));
            if (!on) {
                stopExplaining();
            }
        });
        monitor.listen(this);
        applyToMonitor();
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
        Settings changed = change.apply(settings.get());
        if (!changed.equals(settings.get())) {
            settings.set(changed);
        }
    }

    private void applyToMonitor() {
        monitor.apply(
                new MonitorSettings(
                        labels.get(), new Masks(masks.regions()), MonitorSettings.SMOOTHING));
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
        stopExplaining();
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
        stopExplaining();
        mood.set(MoodNow.none(labels.get()));
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
        stopExplaining();
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
        history.clear();
        marks.clear();
        latency.clear();
        mood.set(MoodNow.none(labels.get()));
        vitals.set(Vitals.NONE);
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
                mood.set(MoodNow.none(labels.get()));
                vitals.set(Vitals.NONE);
            }
            case SourceState.Ended _ -> calm();
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
        latency.shown(newest.capturedNanos());
        if (chosenTrack.get() != 0) {
            explanation.set(
                    monitor.explanation().filter(seen -> seen.track() == chosenTrack.get()));
        }
        long now = System.nanoTime();
        if (lastCalm == Long.MIN_VALUE || now - lastCalm >= CALM_NANOS) {
            lastCalm = now;
            calm();
        }
    }

    // What people read changes a few times a second, not with every frame.
    private void calm() {
        frame.get()
                .ifPresent(shown -> {
                    mood.set(
                            new MoodNow(
                                    history.recent(labels.get(), RECENT_SECONDS),
                                    shown.mood().faces(),
                                    shown.mood().read(),
                                    shown.mood().uncertain()));
                    vitals.set(
                            new Vitals(
                                    analysed.rate(System.nanoTime()),
                                    latency.quantile(0.5, LATENCY_FRAMES) / 1_000_000,
                                    shown.dropped(),
                                    shown.load()));
                });
    }

    // --- labels and model

    /// Reads in another label set from the next frame on.
    public void chooseLabels(LabelSet set) {
        if (!views.contains(set)
                || set.equals(labels.get())
                || !allowed(rules.againstOtherReadings())) {
            return;
        }
        labels.set(set);
        remember(now -> now.withLabels(set));
        mood.set(MoodNow.none(set));
        applyToMonitor();
    }

    /// Opens a model the user chose; it is remembered once it proved usable.
    public void chooseModel(Path file) {
        if (!allowed(rules.againstOtherReadings())) {
            return;
        }
        chosenModel = Optional.of(file);
        problem.set(Optional.empty());
        monitor.useModel(file);
    }

    /// Finds faces with another finder from the next frame on.
    public void find(FinderChoice finder) {
        if (allowed(rules.againstOtherReadings())) {
            remember(now -> now.withFinder(Optional.of(finder)));
            monitor.find(finder);
        }
    }

    @Override
    public void finderRefused(String what) {
        problem.set(Optional.of(what));
    }

    /// Opens the model the program starts with.
    ///
    /// @param otherwise tried when the first cannot be used, whose problem is still told
    public void startWith(Path file, Optional<Path> otherwise) {
        fallback = otherwise;
        monitor.useModel(file);
    }

    @Override
    public void model(ModelInUse now) {
        model.set(Optional.of(now));
        chosenModel
                .filter(now.file()::equals)
                .ifPresent(file -> remember(old -> old.withModel(file.toString())));
        views.setAll(now.views());
        if (!views.contains(labels.get())) {
            chooseLabels(views.getFirst());
        }
        if (wanted && state.get().isEmpty()) {
            state.set(Optional.of(new SourceState.Opening(choice.get().name())));
        }
    }

    @Override
    public void modelRefused(String what) {
        problem.set(Optional.of(what));
        if (model.get().isEmpty()) {
            state.set(Optional.empty());
            Optional<Path> next = fallback;
            fallback = Optional.empty();
            next.ifPresent(monitor::useModel);
        }
    }

    /// Shows a problem that needs no answer, until it is dismissed.
    public void showNotice(String what) {
        problem.set(Optional.of(what));
    }

    public void dismissProblem() {
        problem.set(Optional.empty());
    }

    // --- markers

    /// A moment that was marked while a session is stored.
    ///
    /// @param id the marker's
    /// @param second number of the second, on the clock of [MoodHistory.Sample]
    public record Mark(long id, long second, String note) {}

    /// Shows a marker in the running chart; one of the same id is replaced.
    public void mark(Mark mark) {
        marks.removeIf(before -> before.id() == mark.id());
        marks.add(mark);
    }

    /// Another session begins.
    public void forgetMarks() {
        marks.clear();
    }

    /// In the order they were set or changed in.
    public ObservableList<Mark> marks() {
        return FXCollections.unmodifiableObservableList(marks);
    }

    // --- side panel

    /// Opens or closes the masks.
    public void toggleMasks() {
        if (panel.get() == Panel.MASKS) {
            panel.set(Panel.MOOD);
        } else {
            stopExplaining();
            panel.set(Panel.MASKS);
        }
    }

    /// Opens the masks with a new one in the middle of the picture.
    public void addMask() {
        if (panel.get() != Panel.MASKS) {
            toggleMasks();
        }
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

    /// Opens the "why" view of a face.
    public void explain(int track) {
        if (!faceLabels.get()) {
            return;
        }
        explanation.set(Optional.empty());
        chosenTrack.set(track);
        monitor.explain(track);
        panel.set(Panel.WHY);
    }

    /// Explains the face after the chosen one, by track number, round and round.
    public void explainNext() {
        List<Integer> tracks =
                frame.get().stream()
                        .flatMap(shown -> shown.faces().stream())
                        .map(face -> face.face().track())
                        .toList();
        if (!tracks.isEmpty()) {
            int chosen = chosenTrack.get();
            explain(
                    tracks.stream()
                            .filter(track -> track > chosen)
                            .findFirst()
                            .orElse(tracks.getFirst()));
        }
    }

    public void stopExplaining() {
        if (chosenTrack.get() != 0) {
            chosenTrack.set(0);
            monitor.explain(0);
            explanation.set(Optional.empty());
        }
        if (panel.get() == Panel.WHY) {
            panel.set(Panel.MOOD);
        }
    }

    /// Goes back to the mood of the room, whatever the side panel shows.
    public void showMood() {
        stopExplaining();
        panel.set(Panel.MOOD);
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

    public ReadOnlyObjectProperty<LabelSet> labels() {
        return labels.getReadOnlyProperty();
    }

    /// The label sets the model can be read in, largest first.
    public ObservableList<LabelSet> views() {
        return FXCollections.unmodifiableObservableList(views);
    }

    /// Whether single faces are labelled; otherwise only the room is.
    public BooleanProperty faceLabels() {
        return faceLabels;
    }

    public MaskList masks() {
        return masks;
    }

    public ReadOnlyObjectProperty<Panel> panel() {
        return panel.getReadOnlyProperty();
    }

    /// The track whose "why" is shown; 0 while none is.
    public ReadOnlyIntegerProperty chosenTrack() {
        return chosenTrack.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Explained>> explanation() {
        return explanation.getReadOnlyProperty();
    }

    /// Changes about four times a second while frames come.
    public ReadOnlyObjectProperty<MoodNow> mood() {
        return mood.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Vitals> vitals() {
        return vitals.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<ModelInUse>> model() {
        return model.getReadOnlyProperty();
    }

    /// A message to show until it is dismissed.
    public ReadOnlyObjectProperty<Optional<String>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// For the running chart.
    public MoodHistory history() {
        return history;
    }

    public PaintLatency latency() {
        return latency;
    }
}

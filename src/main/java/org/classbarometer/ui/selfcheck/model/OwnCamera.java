package org.classbarometer.ui.selfcheck.model;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.face.Masks;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.classbarometer.monitor.FaceReading;
import org.classbarometer.monitor.Monitor.Explained;
import org.classbarometer.monitor.MonitorSettings;
import org.classbarometer.selfcheck.Impression;
import org.classbarometer.selfcheck.MachineReading;
import org.classbarometer.text.Text;
import org.classbarometer.ui.explanation.ModelLabels;
import org.classbarometer.ui.feed.LiveEvents;
import org.classbarometer.ui.feed.LiveFrame;
import org.classbarometer.ui.feed.LiveMonitor;
import org.classbarometer.ui.feed.ModelInUse;

/// The camera on the person's own face, and what the model reads in it. Off until it is started.
/// JavaFX thread only.
public final class OwnCamera implements LiveEvents {
    private static final long CALM_NANOS = 250_000_000L;

    /// What there is to say while there is no reading.
    public enum Status {
        OFF,
        /// Off, and there is none.
        MISSING,
        OPENING,
        /// Nobody is near enough, or it is not yet clear whose face is the own one.
        NOBODY,
        /// The own face is seen; a moment more is needed.
        LOOKING,
        READING
    }

    private final LiveMonitor monitor;
    private final Path modelFile;
    private final Impression impression = new Impression();
    private final ObjectProperty<SourceChoice> choice;
    private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(Status.OFF);
    private final ReadOnlyObjectWrapper<Optional<String>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LiveFrame>> frame =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<MachineReading>> reading =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Explained>> explanation =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ModelLabels> modelLabels =
            new ReadOnlyObjectWrapper<>(ModelLabels.NONE);
    private String model = "";
    private boolean opened;
    private boolean wanted;
    private int track;
    private long lastCalm;

    /// @param monitor one that attends to the own face only
    /// @param modelFile the expression model; opened when the camera is first started
    /// @param first what is watched unless something else is chosen
    public OwnCamera(LiveMonitor monitor, Path modelFile, SourceChoice first) {
        this.monitor = monitor;
        this.modelFile = modelFile;
        this.choice = new SimpleObjectProperty<>(first);
        monitor.listen(this);
        // Four labels: a face at rest is never called contemptuous.
        monitor.apply(new MonitorSettings(LabelSet.FOUR, Masks.NONE, MonitorSettings.SMOOTHING));
    }

    /// Watches another source; starts it when the camera is on.
    public void choose(SourceChoice source) {
        choice.set(source);
        if (wanted) {
            start();
        } else {
            status.set(Status.OFF);
        }
    }

    /// No camera was found; one that is there when it is started is used all the same.
    public void missing() {
        if (!wanted) {
            status.set(Status.MISSING);
        }
    }

    /// Whether people are watched as they are now: what is read in a film or in the demo class is of
    /// nobody who sits here.
    public boolean isLive() {
        return choice.get().isLive();
    }

    public void start() {
        if (!opened) {
            opened = true;
            monitor.useModel(modelFile);
        }
        wanted = true;
        forget();
        problem.set(Optional.empty());
        status.set(Status.OPENING);
        monitor.play(choice.get());
    }

    public void stop() {
        if (wanted) {
            wanted = false;
            monitor.stop();
            forget();
            status.set(Status.OFF);
        }
    }

    public void toggle() {
        if (wanted) {
            stop();
        } else {
            start();
        }
    }

    private void forget() {
        impression.clear();
        follow(0);
        frame.set(Optional.empty());
        reading.set(Optional.empty());
    }

    private void follow(int number) {
        if (number != track) {
            track = number;
            monitor.explain(number);
            explanation.set(Optional.empty());
        }
    }

    @Override
    public void frame(LiveFrame newest) {
        if (!wanted) {
            return;
        }
        frame.set(Optional.of(newest));
        // There is one face at most: the monitor attends to no other.
        Optional<FaceReading> own = newest.faces().stream().findFirst();
        own.ifPresent(face -> {
            follow(face.face().track());
            face.reading().ifPresent(read -> impression.add(track, read, newest.capturedNanos()));
        });
        // What is read changes a few times a second, not with every frame.
        if (newest.capturedNanos() - lastCalm >= CALM_NANOS || lastCalm == 0) {
            lastCalm = newest.capturedNanos();
            calm(own.isPresent(), newest.capturedNanos());
        }
    }

    private void calm(boolean there, long nanos) {
        Optional<MachineReading> now = there ? impression.now(nanos, model) : Optional.empty();
        reading.set(now);
        explanation.set(monitor.explanation().filter(seen -> there && seen.track() == track));
        if (now.isPresent()) {
            status.set(Status.READING);
        } else {
            status.set(there ? Status.LOOKING : Status.NOBODY);
        }
    }

    @Override
    public void source(SourceState state) {
        if (!wanted) {
            return;
        }
        switch (state) {
            case SourceState.Opening _ -> status.set(Status.OPENING);
            // What was told while it was gone holds no longer.
            case SourceState.Playing _ -> problem.set(Optional.empty());
            case SourceState.Waiting waiting -> interrupted(waiting.problem());
            case SourceState.Ended _ -> stop();
            case SourceState.Failed failed -> {
                stop();
                problem.set(Optional.of(failed.problem()));
            }
        }
    }

    private void interrupted(String why) {
        forget();
        status.set(Status.OPENING);
        problem.set(Optional.of(why));
    }

    @Override
    public void broke(String what) {
        if (wanted) {
            stop();
            problem.set(Optional.of(what));
        }
    }

    @Override
    public void model(ModelInUse now) {
        if (now.views().stream().allMatch(LabelSet::experimental)) {
            modelRefused(Text.of("expression.experimental"));
            return;
        }
        model = now.file().getFileName() + " " + now.metadata().version();
        modelLabels.set(
                new ModelLabels(now.metadata().labels().labels(), now.metadata().uncertainBelow()));
    }

    @Override
    public void modelRefused(String what) {
        stop();
        opened = false;
        problem.set(Optional.of(what));
    }

    @Override
    public void finderRefused(String what) {
        problem.set(Optional.of(what));
    }

    public ReadOnlyObjectProperty<SourceChoice> choice() {
        return choice;
    }

    public ReadOnlyObjectProperty<Status> status() {
        return status.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<String>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// The newest frame, everything but the own face blurred; empty while the camera is off.
    public ReadOnlyObjectProperty<Optional<LiveFrame>> frame() {
        return frame.getReadOnlyProperty();
    }

    /// What was read over the last seconds; changes about four times a second.
    public ReadOnlyObjectProperty<Optional<MachineReading>> reading() {
        return reading.getReadOnlyProperty();
    }

    /// What in the own face spoke for the labels.
    public ReadOnlyObjectProperty<Optional<Explained>> explanation() {
        return explanation.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ModelLabels> modelLabels() {
        return modelLabels.getReadOnlyProperty();
    }
}

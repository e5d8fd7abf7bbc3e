package org.classbarometer.ui.live.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.setup.FinderChoice;
import org.classbarometer.ui.feed.LiveMonitor;
import org.classbarometer.ui.feed.ModelInUse;
import org.classbarometer.ui.settings.Settings;

/// How faces are found and read: the label set, the model, the finder. What is chosen is remembered in
/// the settings. JavaFX thread only.
public final class ReadingChoice {
    private final LiveMonitor monitor;
    private final ObjectProperty<Settings> settings;
    private final BooleanSupplier allowed;
    private final Consumer<Optional<String>> problem;
    private final ReadOnlyObjectWrapper<LabelSet> labels;
    private final ObservableList<LabelSet> views =
            FXCollections.observableArrayList(LabelSet.VIEWS);
    private final ReadOnlyObjectWrapper<Optional<ModelInUse>> model =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Path> chosenModel = Optional.empty();
    private Optional<Path> fallback = Optional.empty();

    /// @param allowed asked before each choice; says to the user what speaks against it
    /// @param problem what went wrong, for the user; empty: nothing any more
    ReadingChoice(
            LiveMonitor monitor,
            ObjectProperty<Settings> settings,
            BooleanSupplier allowed,
            Consumer<Optional<String>> problem) {
        this.monitor = monitor;
        this.settings = settings;
        this.allowed = allowed;
        this.problem = problem;
        labels = new ReadOnlyObjectWrapper<>(settings.get().labelSet());
    }

    /// Reads in another label set from the next frame on.
    public void chooseLabels(LabelSet set) {
        if (views.contains(set) && !set.equals(labels.get()) && allowed.getAsBoolean()) {
            remember(now -> now.withLabels(set));
            labels.set(set);
        }
    }

    /// Opens a model the user chose; it is remembered once it proved usable.
    public void chooseModel(Path file) {
        if (allowed.getAsBoolean()) {
            chosenModel = Optional.of(file);
            problem.accept(Optional.empty());
            monitor.useModel(file);
        }
    }

    /// Finds faces with another finder from the next frame on.
    public void find(FinderChoice finder) {
        if (allowed.getAsBoolean()) {
            remember(now -> now.withFinder(Optional.of(finder)));
            monitor.find(finder);
        }
    }

    /// Opens the model the program starts with.
    ///
    /// @param otherwise tried when the first cannot be used, whose problem is still told
    public void startWith(Path file, Optional<Path> otherwise) {
        fallback = otherwise;
        monitor.useModel(file);
    }

    void opened(ModelInUse now) {
        model.set(Optional.of(now));
        chosenModel
                .filter(now.file()::equals)
                .ifPresent(file -> remember(old -> old.withModel(file.toString())));
        views.setAll(now.views());
        if (!views.contains(labels.get())) {
            chooseLabels(views.getFirst());
        }
    }

    void refused(String what) {
        problem.accept(Optional.of(what));
        if (model.get().isEmpty()) {
            Optional<Path> next = fallback;
            fallback = Optional.empty();
            next.ifPresent(monitor::useModel);
        }
    }

    private void remember(UnaryOperator<Settings> change) {
        settings.set(change.apply(settings.get()));
    }

    public ReadOnlyObjectProperty<LabelSet> labels() {
        return labels.getReadOnlyProperty();
    }

    /// The label sets the model can be read in, largest first.
    public ObservableList<LabelSet> views() {
        return FXCollections.unmodifiableObservableList(views);
    }

    /// Empty until one was opened.
    public ReadOnlyObjectProperty<Optional<ModelInUse>> model() {
        return model.getReadOnlyProperty();
    }
}

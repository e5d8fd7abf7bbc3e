package org.classbarometer.ui.record;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.classbarometer.law.OptInStatement;
import org.classbarometer.session.Consent;

/// What a teacher names and confirms before a session is stored; empty for every session anew. Knows
/// no control. JavaFX thread.
public final class ConsentForm {
    /// More than any classroom holds: a slip of the keyboard.
    private static final int MOST = 1000;

    private static final String ROLE = "teacher";

    private final StringProperty className = new SimpleStringProperty("");
    private final StringProperty optedIn = new SimpleStringProperty("");
    private final BooleanProperty everyone = new SimpleBooleanProperty();
    private final BooleanProperty masked = new SimpleBooleanProperty();
    private final ObservableList<String> classes = FXCollections.observableArrayList();
    private final BooleanBinding ready =
            Bindings.createBooleanBinding(this::isReady, className, optedIn, everyone, masked);

    private boolean isReady() {
        return !className.get().isBlank() && count().isPresent() && everyone.get() && masked.get();
    }

    /// How many opted in, if a number was typed.
    public Optional<Integer> count() {
        try {
            return Optional.of(Integer.parseInt(optedIn.get().strip()))
                    .filter(count -> count >= 1 && count <= MOST);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// The record of what was confirmed; empty while something is missing.
    public Optional<Consent> consent(Clock clock, OptInStatement statement) {
        return count().filter(_ -> ready.get())
                .map(count ->
                        new Consent(
                                OffsetDateTime.now(clock),
                                ROLE,
                                count,
                                statement.version(),
                                statement.language()));
    }

    void offer(List<String> names) {
        classes.setAll(names);
    }

    /// Names of classes that sessions were stored of before.
    public ObservableList<String> classes() {
        return FXCollections.unmodifiableObservableList(classes);
    }

    public StringProperty className() {
        return className;
    }

    /// As typed.
    public StringProperty optedIn() {
        return optedIn;
    }

    /// That everyone in view opted in.
    public BooleanProperty everyone() {
        return everyone;
    }

    /// That whoever did not is masked or out of the picture.
    public BooleanProperty masked() {
        return masked;
    }

    /// Whether nothing is missing.
    public BooleanBinding ready() {
        return ready;
    }
}

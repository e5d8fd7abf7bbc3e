package org.classbarometer.ui.purpose;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.classbarometer.law.Countries;
import org.classbarometer.session.Place;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.session.UseContext;
import org.classbarometer.ui.storing.StoreChoices;

/// The questions where and for what, their answers and what follows from them; knows no control.
/// JavaFX thread.
public final class PurposeViewModel {
    /// What the two answers lead to.
    public enum Verdict {
        /// An answer is missing.
        NONE,
        /// A class in the EU or the EEA.
        REFUSED,
        /// A class elsewhere, with the duties that come with it.
        DUTIES,
        SELF_CHECK
    }

    private final StoreChoices choices;
    private final Locale system;
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final StringProperty sought = new SimpleStringProperty("");
    private final ObservableList<Place> found = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Place>> place =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Purpose>> purpose =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Verdict> verdict =
            new ReadOnlyObjectWrapper<>(Verdict.NONE);
    private List<Place> countries = List.of();
    private Runnable afterwards = () -> {};

    /// @param system the system's own locale, whose country is suggested and has to be confirmed
    public PurposeViewModel(StoreChoices choices, Locale system) {
        this.choices = choices;
        this.system = system;
        sought.subscribe(this::find);
        place.subscribe(this::judge);
        purpose.subscribe(this::judge);
    }

    /// Asks, with what was answered before, if anything was.
    public void ask() {
        ask(() -> {});
    }

    /// Asks because something is wanted that needs the answers.
    ///
    /// @param wanted done once they are given and do not prohibit it; not when the questions are left
    public void ask(Runnable wanted) {
        afterwards = wanted;
        sought.set("");
        Optional<UseContext> now = context().getValue();
        place.set(now.map(UseContext::place).or(() -> Countries.suggested(system)));
        purpose.set(now.map(UseContext::purpose));
        relist();
        asking.set(true);
    }

    /// Lists the countries anew, in the language of the screen.
    public void relist() {
        countries = Countries.all();
        find();
    }

    private void find() {
        found.setAll(Countries.search(countries, sought.get()));
        judge();
    }

    private void judge() {
        verdict.set(
                answer().map(
                                context -> {
                                    if (context.prohibited()) {
                                        return Verdict.REFUSED;
                                    }
                                    return context.purpose() == Purpose.CLASS
                                            ? Verdict.DUTIES
                                            : Verdict.SELF_CHECK;
                                })
                        .orElse(Verdict.NONE));
    }

    // A country that the search leaves out is not in sight: nobody means it.
    private Optional<UseContext> answer() {
        return place.get()
                .filter(found::contains)
                .flatMap(where -> purpose.get().map(what -> new UseContext(where, what)));
    }

    /// Keeps the answers; does nothing while one is missing.
    public void confirm() {
        answer().ifPresent(context -> {
            choices.change(settings -> settings.withContext(context));
            asking.set(false);
            if (!context.prohibited()) {
                afterwards.run();
            }
        });
    }

    /// Leaves the answers as they were, and what was wanted undone.
    public void cancel() {
        asking.set(false);
    }

    /// Empty before it was declared.
    public ObservableValue<Optional<UseContext>> context() {
        return choices.settings().map(StoreSettings::context);
    }

    /// Whether the questions are on the screen.
    public ReadOnlyBooleanProperty asking() {
        return asking.getReadOnlyProperty();
    }

    /// What the list of countries is searched for.
    public StringProperty sought() {
        return sought;
    }

    /// The countries that match, by their names.
    public ObservableList<Place> found() {
        return FXCollections.unmodifiableObservableList(found);
    }

    public ObjectProperty<Optional<Place>> place() {
        return place;
    }

    public ObjectProperty<Optional<Purpose>> purpose() {
        return purpose;
    }

    public ReadOnlyObjectProperty<Verdict> verdict() {
        return verdict.getReadOnlyProperty();
    }

    /// Whether the chosen place is only what the system suggests, not yet confirmed by a person.
    public boolean isSuggested() {
        return context().getValue().isEmpty() && place.get().equals(Countries.suggested(system));
    }
}

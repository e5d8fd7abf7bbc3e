package org.classbarometer.ui.selfcheck.model;

import java.time.OffsetDateTime;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.classbarometer.selfcheck.Entry;
import org.classbarometer.selfcheck.MachineReading;
import org.classbarometer.selfcheck.Tone;
import org.classbarometer.selfcheck.Word;

/// A moment being written about, before anything is kept. Nothing is chosen beforehand: the machine's
/// label is no answer to be nodded through. JavaFX thread only.
public final class CheckIn {
    private final OffsetDateTime at;
    private final Optional<MachineReading> machine;
    private final ObjectProperty<Optional<String>> label =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty ownWords = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Tone>> tone =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty note = new SimpleStringProperty("");
    // Kept here: whoever watches it need not keep it alive.
    private final BooleanBinding complete;
    private boolean toneChosen;

    CheckIn(OffsetDateTime at, Optional<MachineReading> machine) {
        this.at = at;
        this.machine = machine;
        complete =
                Bindings.createBooleanBinding(
                        () -> word().isPresent() && tone.get().isPresent(), label, ownWords, tone);
    }

    /// The same moment to be told anew.
    static CheckIn of(Entry entry) {
        CheckIn form = new CheckIn(entry.at(), entry.machine());
        switch (entry.word()) {
            case Word.Own(String words) -> form.ownWords.set(words);
            case Word.Expression(String label) -> form.label.set(Optional.of(label));
        }
        form.chooseTone(entry.tone());
        form.note.set(entry.note());
        return form;
    }

    public OffsetDateTime at() {
        return at;
    }

    /// What the machine read; empty when written without the camera.
    public Optional<MachineReading> machine() {
        return machine;
    }

    /// Chooses one of the program's words; its usual tone comes with it until a tone was chosen.
    public void chooseLabel(String to) {
        label.set(Optional.of(to));
        ownWords.set("");
        if (!toneChosen) {
            tone.set(Optional.of(Tone.usualFor(to)));
        }
    }

    public void chooseTone(Tone to) {
        toneChosen = true;
        tone.set(Optional.of(to));
    }

    public ObjectProperty<Optional<String>> label() {
        return label;
    }

    /// Own words; they win over a chosen one.
    public StringProperty ownWords() {
        return ownWords;
    }

    public ObjectProperty<Optional<Tone>> tone() {
        return tone;
    }

    public StringProperty note() {
        return note;
    }

    /// Whether there is a word and a tone.
    public BooleanBinding complete() {
        return complete;
    }

    private Optional<Word> word() {
        String own = ownWords.get().strip();
        return own.isEmpty()
                ? label.get().map(Word.Expression::new)
                : Optional.of(new Word.Own(own));
    }

    /// @return empty while something is missing
    Optional<Entry> entry() {
        return word().flatMap(word ->
                tone.get().map(how -> new Entry(at, machine, word, how, note.get().strip())));
    }
}

package org.classbarometer.ui.selfcheck.model;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.classbarometer.selfcheck.Entry;
import org.classbarometer.selfcheck.Suggestion;
import org.classbarometer.selfcheck.Trend;
import org.classbarometer.selfcheck.diary.Diary;
import org.classbarometer.selfcheck.diary.DiaryCopy;
import org.classbarometer.selfcheck.diary.DiaryCsv;
import org.classbarometer.selfcheck.diary.DiaryException;
import org.classbarometer.selfcheck.diary.DiaryPlace;
import org.classbarometer.selfcheck.diary.StoredEntry;
import org.classbarometer.text.Text;
import org.classbarometer.ui.task.Notice;
import org.classbarometer.ui.task.Tasks;
import org.classbarometer.ui.task.Undo;
import org.jspecify.annotations.Nullable;

/// The diary as the screen shows it. Commands return at once; the diary itself is used in the
/// background. JavaFX thread only.
public final class DiaryModel implements AutoCloseable {

    /// Days the trend shows.
    public static final int DAYS = 28;

    /// What there is of a diary.
    public enum State {
        /// Being opened, or it cannot be used.
        CLOSED,
        /// Waits for its passphrase.
        LOCKED,
        OPEN
    }

    private final DiaryPlace place;
    private final Clock clock;
    private final Executor background;
    private final Tasks tasks;
    private final Undo undo;
    private volatile @Nullable Diary diary;
    // What failed after it was written may have sealed the diary.
    private volatile boolean locked;

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.CLOSED);
    private final ReadOnlyObjectWrapper<List<StoredEntry>> entries =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Trend> trend;
    private final ReadOnlyObjectWrapper<Optional<Suggestion>> offer =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper silenced = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper sealed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Path> folder;
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param clock with the zone of the place
    /// @param background one task after the other
    /// @param screen runs on the JavaFX thread: `Platform::runLater`
    public DiaryModel(DiaryPlace place, Clock clock, Executor background, Executor screen) {
        this(place, clock, background, screen, Undo.afterTime(screen));
    }

    /// @param later runs on the JavaFX thread, [Undo#TIME] from now
    DiaryModel(
            DiaryPlace place, Clock clock, Executor background, Executor screen, Executor later) {
        this.place = place;
        this.clock = clock;
        this.background = background;
        tasks = new Tasks(background, screen, "selfcheck.unexpected");
        undo = new Undo(later);
        trend = new ReadOnlyObjectWrapper<>(Trend.of(List.of(), today(), DAYS));
        folder = new ReadOnlyObjectWrapper<>(place.folder());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /// Something done to the diary; in the background.
    private interface Work {
        void on(Diary diary) throws DiaryException;
    }

    private void run(Work work, String success) {
        run(work, success, () -> {});
    }

    private void run(Work work, String success, Runnable afterwards) {
        run(work, success, afterwards, this::failed);
    }

    private void run(Work work, String success, Runnable afterwards, Consumer<String> otherwise) {
        dismissNotice();
        tasks.run(
                () -> after(work),
                known -> {
                    show(known);
                    notice.set(
                            (success.isEmpty() ? known.warning() : Optional.of(success))
                                    .map(Notice::done));
                    afterwards.run();
                },
                otherwise);
    }

    // In the background.
    private DiaryContent after(Work work) throws DiaryException {
        try {
            Diary now = opened();
            work.on(now);
            return DiaryContent.of(now, place.folder(), today());
        } finally {
            Diary now = diary;
            locked = now != null && now.isLocked();
        }
    }

    private void failed(String why) {
        notice.set(Optional.of(Notice.problem(why)));
        if (locked) {
            state.set(State.LOCKED);
            sealed.set(true);
            entries.set(List.of());
        }
    }

    private Diary opened() throws DiaryException {
        Diary now = diary;
        if (now == null) {
            now = place.open();
            diary = now;
        }
        return now;
    }

    private void show(DiaryContent known) {
        state.set(known.state());
        sealed.set(known.sealed());
        entries.set(known.entries());
        trend.set(known.trend());
        silenced.set(known.offers().silenced());
        folder.set(known.folder());
        known.fresh().ifPresent(fresh -> offer.set(Optional.of(fresh)));
        if (known.state() == State.LOCKED
                || known.offers().silenced()
                || known.entries().isEmpty()) {
            offer.set(Optional.empty());
        }
    }

    /// Opens the diary, if there is one.
    public void open() {
        run(_ -> {}, "");
    }

    /// @param then once it is on the disk
    public void add(Entry entry, Runnable then) {
        run(now -> now.add(entry), Text.of("selfcheck.kept"), then);
    }

    /// @param then once it is on the disk
    public void change(StoredEntry stored, Runnable then) {
        run(now -> now.change(stored), Text.of("selfcheck.changed"), then);
    }

    /// Deletes an entry, from the file's bytes too; for [Undo#TIME] it can be put back.
    public void delete(StoredEntry stored) {
        run(
                now -> now.delete(stored),
                "",
                () ->
                        offerUndo(
                                Notice.done(Text.of("selfcheck.deleted")),
                                now -> now.putBack(stored),
                                Text.of("selfcheck.deleted.undone")));
    }

    // What was deleted is in memory only: nothing is left to do when the time is over, nor when the
    // program ends before.
    private void offerUndo(Notice of, Work back, String undone) {
        Notice offer =
                new Notice(
                        Text.of("selfcheck.undo.text", of.text(), Undo.TIME.toSeconds()),
                        of.problem(),
                        Optional.of(
                                new Notice.Action(
                                        Text.of("selfcheck.undo"), () -> putBack(back, undone))));
        undo.offer(() -> {
            if (notice.get().filter(offer::equals).isPresent()) {
                notice.set(Optional.of(of));
            }
        });
        notice.set(Optional.of(offer));
    }

    // What cannot be put back now, on a full disk say, may be a moment later.
    private void putBack(Work back, String undone) {
        if (undo.take()) {
            run(back, undone, () -> {}, why -> offerUndo(Notice.problem(why), back, undone));
        }
    }

    /// @param then after it opened
    public void unlock(String passphrase, Runnable then) {
        run(now -> now.unlock(passphrase), "", then);
    }

    public void lock() {
        run(Diary::lock, "");
    }

    /// @param now the passphrase so far; anything when there is none
    public void setPassphrase(String now, String next, Runnable then) {
        run(book -> book.setPassphrase(now, next), Text.of("selfcheck.passphrase.set.done"), then);
    }

    public void removePassphrase(String now, Runnable then) {
        run(book -> book.removePassphrase(now), Text.of("selfcheck.passphrase.remove.done"), then);
    }

    /// Writes all entries as CSV, readable by anyone who has the file.
    public void export(Path target) {
        run(
                now -> DiaryCsv.write(now.entries(), target),
                Text.of("selfcheck.export.done", target.toString()));
    }

    /// Deletes everything, from the file's bytes too; for [Undo#TIME] it can be put back.
    public void deleteEverything() {
        AtomicReference<Optional<DiaryCopy>> copy = new AtomicReference<>(Optional.empty());
        String done = Text.of("selfcheck.delete.done");
        run(
                now -> {
                    copy.set(now.copy());
                    now.deleteEverything();
                    diary = null;
                },
                done,
                () ->
                        copy.get()
                                .ifPresent(all ->
                                        offerUndo(
                                                Notice.done(done),
                                                now -> now.putBack(all),
                                                Text.of("selfcheck.delete.undone"))));
    }

    /// Keeps the diary in another folder from now on; one that is there is opened.
    public void useFolder(Path other) {
        tasks.run(
                () -> {
                    // The one before need not open: it may be on a stick that is gone.
                    place.move(other);
                    closeNow();
                    return other;
                },
                _ -> open(),
                this::failed);
    }

    /// Puts the suggestion away; it is not offered again.
    public void dismissOffer() {
        offer.set(Optional.empty());
    }

    /// No suggestions any more, or again.
    public void silence(boolean to) {
        run(now -> now.remember(now.offers().silenced(to)), "");
    }

    /// Puts away what is said, and with it the way back from a deletion.
    public void dismissNotice() {
        undo.settle();
        notice.set(Optional.empty());
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Newest first.
    public ReadOnlyObjectProperty<List<StoredEntry>> entries() {
        return entries.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Trend> trend() {
        return trend.getReadOnlyProperty();
    }

    /// The suggestion on the screen.
    public ReadOnlyObjectProperty<Optional<Suggestion>> offer() {
        return offer.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty silenced() {
        return silenced.getReadOnlyProperty();
    }

    /// Whether there is a passphrase.
    public ReadOnlyBooleanProperty sealed() {
        return sealed.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return tasks.busy();
    }

    /// The folder the diary is in, or would be.
    public ReadOnlyObjectProperty<Path> folder() {
        return folder.getReadOnlyProperty();
    }

    /// What was done or went wrong, until it is dismissed or something else is done.
    public ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    @Override
    public void close() {
        background.execute(this::closeNow);
    }

    // In the background.
    private void closeNow() {
        Diary last = diary;
        diary = null;
        if (last != null) {
            last.close();
        }
    }
}

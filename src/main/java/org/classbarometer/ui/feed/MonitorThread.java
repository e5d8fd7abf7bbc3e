package org.classbarometer.ui.feed;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.classbarometer.expression.ExpressionReader;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.frame.Capture;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.monitor.MonitorListener;
import org.classbarometer.monitor.MonitorSettings;
import org.classbarometer.setup.FinderChoice;
import org.classbarometer.setup.Monitors;
import org.classbarometer.text.UserProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that starts and stops the monitor, so that a slow camera or a dead address never
/// holds up the screen. Owns the monitor.
public final class MonitorThread implements LiveMonitor {
    private static final Logger LOG = LoggerFactory.getLogger(MonitorThread.class);
    private static final long CLOSE_SECONDS = 15;

    // Of the one thread.
    private Monitors monitors;
    private final Executor screen;
    private final MoodHistory history;
    private final RateMeter analysed;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("monitor-control").factory());

    private final List<MonitorListener> listeners = new CopyOnWriteArrayList<>();

    private volatile boolean closing;
    private volatile @Nullable Monitor monitor;
    private volatile MonitorSettings settings = MonitorSettings.DEFAULT;
    private volatile int explainedTrack;
    private @Nullable FrameFeed feed;
    private @Nullable LiveEvents events;
    private Optional<SourceChoice> playing = Optional.empty();

    /// @param monitors builds the monitor and the parts that are exchanged
    /// @param screen runs on the JavaFX thread: `Platform::runLater`
    public MonitorThread(
            Monitors monitors, Executor screen, MoodHistory history, RateMeter analysed) {
        this.monitors = monitors;
        this.screen = task -> screen.execute(() -> unlessClosing(task));
        this.history = history;
        this.analysed = analysed;
    }

    // What was still on its way when the window closed has nothing left to act on.
    private synchronized void command(Runnable task) {
        if (!closing) {
            thread.execute(() -> attempt(task));
        }
    }

    // Nobody looks at this thread: what breaks on it would be a screen that waits for ever.
    private void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException broken) {
            LOG.error("A command to the monitor failed", broken);
            send(to -> to.broke(broken.toString()));
        }
    }

    private void unlessClosing(Runnable task) {
        if (!closing) {
            task.run();
        }
    }

    @Override
    public void listen(LiveEvents to) {
        command(() -> {
            events = to;
            feed = new FrameFeed(screen, to, history, analysed);
        });
    }

    @Override
    public void useModel(Path model) {
        command(() -> open(model));
    }

    // The first model opens the monitor; another takes its place while the source plays on.
    private void open(Path model) {
        try {
            Monitor now = monitor;
            if (now == null) {
                begin(monitors.open(model, settings));
            } else {
                now.use(monitors.reader(model));
                settings = now.settings();
            }
            sendModel(model);
        } catch (UserProblem refused) {
            send(to -> to.modelRefused(refused.getMessage()));
        } catch (RuntimeException broken) {
            LOG.error("The model could not be put to use", broken);
            send(to -> to.modelRefused(broken.toString()));
        }
    }

    @Override
    public void find(FinderChoice finder) {
        command(() -> {
            if (finder != monitors.finder()) {
                exchange(finder);
            }
        });
    }

    private void exchange(FinderChoice finder) {
        Monitors before = monitors;
        monitors = before.finding(finder);
        Monitor now = monitor;
        try {
            if (now != null) {
                now.use(monitors.openFinder());
                tellOfFinder(now);
            }
        } catch (UserProblem refused) {
            monitors = before;
            send(to -> to.finderRefused(refused.getMessage()));
        }
    }

    // A learned finder that cannot be used is replaced, or goes without its check, and says why.
    private void tellOfFinder(Monitor now) {
        now.finder().notice().ifPresent(why -> send(to -> to.finderRefused(why)));
    }

    private void begin(Monitor fresh) {
        List<LabelSet> views = fresh.reader().views();
        if (!views.contains(settings.labels())) {
            settings = settings.withLabels(views.getFirst());
        }
        if (feed != null) {
            fresh.addListener(feed);
        }
        listeners.forEach(fresh::addListener);
        monitor = fresh;
        tellOfFinder(fresh);
        // After it is in place: a change made on the screen meanwhile must not be lost.
        fresh.apply(settings);
        fresh.explain(explainedTrack);
        playing.ifPresent(choice -> fresh.start(choice, Capture.Pace.SOURCE));
    }

    private void sendModel(Path model) {
        Monitor now = monitor;
        if (now != null) {
            ExpressionReader reader = now.reader();
            ModelInUse used =
                    new ModelInUse(
                            model,
                            reader.metadata(),
                            reader.provider(),
                            reader.views(),
                            notice(now));
            send(to -> to.model(used));
        }
    }

    // Of two things that are not as asked for both are told.
    private static Optional<String> notice(Monitor monitor) {
        Optional<String> ofFinder = monitor.finder().notice();
        return monitor.reader()
                .notice()
                .map(model -> ofFinder.map(finder -> model + " " + finder).orElse(model))
                .or(() -> ofFinder);
    }

    private void send(java.util.function.Consumer<LiveEvents> what) {
        LiveEvents to = events;
        if (to != null) {
            screen.execute(() -> what.accept(to));
        }
    }

    @Override
    public void play(SourceChoice choice) {
        command(() -> {
            playing = Optional.of(choice);
            Monitor now = monitor;
            if (now != null) {
                now.stop();
                history.clear();
                analysed.clear();
                now.start(choice, Capture.Pace.SOURCE);
            }
        });
    }

    @Override
    public void stop() {
        command(() -> {
            playing = Optional.empty();
            Monitor now = monitor;
            if (now != null) {
                now.stop();
            }
        });
    }

    @Override
    public void hold(boolean on) {
        command(() -> {
            Monitor now = monitor;
            if (now != null) {
                now.hold(on);
            }
        });
    }

    @Override
    public void seek(long nanos) {
        command(() -> {
            Monitor now = monitor;
            if (now != null) {
                // The chart of the last minutes is of one stretch.
                history.clear();
                now.seek(nanos);
            }
        });
    }

    @Override
    public void apply(MonitorSettings to) {
        settings = to;
        Monitor now = monitor;
        if (now != null) {
            now.apply(to);
        }
    }

    @Override
    public void addListener(MonitorListener listener) {
        listeners.add(listener);
        command(() -> {
            Monitor now = monitor;
            if (now != null && listeners.contains(listener)) {
                now.removeListener(listener);
                now.addListener(listener);
            }
        });
    }

    @Override
    public void removeListener(MonitorListener listener) {
        listeners.remove(listener);
        Monitor now = monitor;
        if (now != null) {
            now.removeListener(listener);
        }
    }

    @Override
    public void explain(int track) {
        explainedTrack = track;
        Monitor now = monitor;
        if (now != null) {
            now.explain(track);
        }
    }

    @Override
    public Optional<Monitor.Explained> explanation() {
        Monitor now = monitor;
        return now == null ? Optional.empty() : now.explanation();
    }

    @Override
    public void close() {
        synchronized (this) {
            command(() -> {
                Monitor last = monitor;
                monitor = null;
                if (last != null) {
                    last.close();
                }
            });
            closing = true;
            thread.shutdown();
        }
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.classbarometer.ui.feed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.monitor.MonitorListener;
import org.classbarometer.monitor.MonitorSettings;
import org.classbarometer.setup.FinderChoice;

/// A monitor that only remembers what it was told; the test plays its events.
public class SimulatedMonitor implements LiveMonitor {
    public final List<String> commands = new ArrayList<>();
    public final List<SourceChoice> played = new ArrayList<>();
    public final List<MonitorListener> listeners = new ArrayList<>();
    public MonitorSettings settings = MonitorSettings.DEFAULT;
    public Optional<Monitor.Explained> explained = Optional.empty();

    @Override
    public void listen(LiveEvents to) {}

    @Override
    public void useModel(Path model) {
        commands.add("use " + model);
    }

    @Override
    public void find(FinderChoice finder) {
        commands.add("find " + finder.word());
    }

    @Override
    public void play(SourceChoice choice) {
        commands.add("play " + choice.text());
        played.add(choice);
    }

    @Override
    public void stop() {
        commands.add("stop");
    }

    @Override
    public void hold(boolean on) {
        commands.add(on ? "hold" : "go on");
    }

    @Override
    public void seek(long nanos) {
        commands.add("seek " + Duration.ofNanos(nanos));
    }

    @Override
    public void apply(MonitorSettings to) {
        settings = to;
    }

    @Override
    public void addListener(MonitorListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(MonitorListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void explain(int track) {
        commands.add("explain " + track);
    }

    @Override
    public Optional<Monitor.Explained> explanation() {
        return explained;
    }

    @Override
    public void close() {
        commands.add("close");
    }
}

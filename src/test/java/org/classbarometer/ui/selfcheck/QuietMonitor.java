package org.classbarometer.ui.selfcheck;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.monitor.MonitorListener;
import org.classbarometer.monitor.MonitorSettings;
import org.classbarometer.ui.live.LiveEvents;
import org.classbarometer.ui.live.LiveMonitor;

/// A monitor that only remembers what it was told.
final class QuietMonitor implements LiveMonitor {
    final List<String> commands = new ArrayList<>();

    @Override
    public void listen(LiveEvents to) {}

    @Override
    public void use(Path model) {
        commands.add("use " + model);
    }

    @Override
    public void play(SourceChoice choice) {
        commands.add("play " + choice.text());
    }

    @Override
    public void stop() {
        commands.add("stop");
    }

    @Override
    public void apply(MonitorSettings to) {
        commands.add("labels " + to.labels().name());
    }

    @Override
    public void explain(int track) {
        commands.add("explain " + track);
    }

    @Override
    public Optional<Monitor.Explained> explanation() {
        return Optional.empty();
    }

    @Override
    public void hear(MonitorListener listener) {}

    @Override
    public void forget(MonitorListener listener) {}

    @Override
    public void close() {
        commands.add("close");
    }
}

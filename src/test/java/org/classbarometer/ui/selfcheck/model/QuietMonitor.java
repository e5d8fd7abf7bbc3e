package org.classbarometer.ui.selfcheck.model;

import org.classbarometer.monitor.MonitorSettings;
import org.classbarometer.ui.feed.SimulatedMonitor;

/// Remembers which label set was wished for among the commands, too.
final class QuietMonitor extends SimulatedMonitor {
    @Override
    public void apply(MonitorSettings to) {
        super.apply(to);
        commands.add("labels " + to.labels().name());
    }
}

package org.classbarometer.setup;

import java.nio.file.Path;
import java.util.Optional;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.ExpressionReader;
import org.classbarometer.expression.OnnxExpressionReader;
import org.classbarometer.face.FaceFinder;
import org.classbarometer.face.HaarFaceFinder;
import org.classbarometer.frame.FrameSources;
import org.classbarometer.frame.OpenCv;
import org.classbarometer.frame.SystemFrameSources;
import org.classbarometer.monitor.Attention;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.monitor.MonitorSettings;
import org.classbarometer.selfcheck.OwnFace;
import org.classbarometer.text.UserProblem;

/// Builds monitors from the program's real parts: the composition root of the pipeline.
public final class Monitors {
    private Monitors() {}

    /// A monitor over everything the system offers, ready to be started.
    ///
    /// @throws UserProblem when the model or a cascade cannot be used; nothing stays open then
    public static Monitor open(
            Installation installation,
            Path model,
            ExecutionProvider wanted,
            MonitorSettings settings)
            throws UserProblem {
        return open(installation, model, wanted, settings, new SystemFrameSources());
    }

    /// As above, with other sources: for measuring.
    public static Monitor open(
            Installation installation,
            Path model,
            ExecutionProvider wanted,
            MonitorSettings settings,
            FrameSources sources)
            throws UserProblem {
        return open(installation, model, wanted, settings, sources, Optional.empty());
    }

    /// A monitor for self-check: it reads one face, the person's own, and hides everything else.
    ///
    /// @throws UserProblem when the model or a cascade cannot be used; nothing stays open then
    public static Monitor openForSelfCheck(
            Installation installation,
            Path model,
            ExecutionProvider wanted,
            MonitorSettings settings)
            throws UserProblem {
        return open(
                installation,
                model,
                wanted,
                settings,
                new SystemFrameSources(),
                Optional.of(new OwnFace()));
    }

    private static Monitor open(
            Installation installation,
            Path model,
            ExecutionProvider wanted,
            MonitorSettings settings,
            FrameSources sources,
            Optional<Attention> attention)
            throws UserProblem {
        OpenCv.load();
        ExpressionReader reader = OnnxExpressionReader.open(model, wanted);
        try {
            FaceFinder finder = HaarFaceFinder.open(installation.cascades());
            int workers = attention.isPresent() ? 1 : workers();
            return new Monitor(sources, finder, reader, attention, workers, settings);
        } catch (UserProblem | RuntimeException unusable) {
            reader.close();
            throw unusable;
        }
    }

    // One intra-op thread a worker is best on CPU, and one worker a core: the analysis thread waits
    // while they read. Beyond four the faces of a class give a worker too little to do.
    private static int workers() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
    }
}

package org.classbarometer.setup;

import java.nio.file.Path;
import java.util.Optional;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.ExpressionReader;
import org.classbarometer.expression.OnnxExpressionReader;
import org.classbarometer.face.FaceFinder;
import org.classbarometer.frame.FrameSources;
import org.classbarometer.frame.OpenCv;
import org.classbarometer.frame.system.SystemFrameSources;
import org.classbarometer.monitor.Attention;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.monitor.MonitorSettings;
import org.classbarometer.selfcheck.OwnFace;
import org.classbarometer.text.UserProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Builds monitors from the program's real parts, and single parts to be exchanged in a running one:
/// the composition root of the pipeline. Immutable.
///
/// @param installation where models and cascades are
/// @param provider where expression models are asked to run
/// @param sources what can be played
/// @param finder which detector finds the faces
/// @param ownFaceOnly for self-check: one face is read, the person's own, and everything else hidden
public record Monitors(
        Installation installation,
        ExecutionProvider provider,
        FrameSources sources,
        FinderChoice finder,
        boolean ownFaceOnly) {
    private static final Logger LOG = LoggerFactory.getLogger(Monitors.class);

    /// Monitors of a class over everything the system offers.
    public static Monitors of(Installation installation, ExecutionProvider provider) {
        return new Monitors(
                installation,
                provider,
                new SystemFrameSources(),
                installation.defaultFinder(),
                false);
    }

    /// With other sources: for measuring.
    public Monitors playing(FrameSources others) {
        return new Monitors(installation, provider, others, finder, ownFaceOnly);
    }

    /// With another finder.
    public Monitors finding(FinderChoice other) {
        return new Monitors(installation, provider, sources, other, ownFaceOnly);
    }

    /// Monitors for self-check.
    public Monitors forSelfCheck() {
        return new Monitors(installation, provider, sources, finder, true);
    }

    /// A monitor ready to be started.
    ///
    /// @throws UserProblem when the model or a cascade cannot be used; nothing stays open then
    public Monitor open(Path model, MonitorSettings settings) throws UserProblem {
        ExpressionReader reader = reader(model);
        try {
            Optional<Attention> attention =
                    ownFaceOnly ? Optional.of(new OwnFace()) : Optional.empty();
            int workers = ownFaceOnly ? 1 : workers();
            return new Monitor(sources, openFinder(), reader, attention, workers, settings);
        } catch (UserProblem | RuntimeException unusable) {
            reader.close();
            throw unusable;
        }
    }

    /// A model to be used in a monitor that may be running, see [Monitor#use(ExpressionReader)]; of a
    /// model with two files, the one that is faster here.
    ///
    /// @throws UserProblem when the model cannot be used
    public ExpressionReader reader(Path model) throws UserProblem {
        OpenCv.load();
        Path quickest = new QuickestFile(installation).of(model, provider);
        try {
            return OnnxExpressionReader.open(quickest, provider);
        } catch (UserProblem damaged) {
            // It was timed when it was sound; a disk that rots changes neither size nor time.
            if (quickest.equals(model)) {
                throw damaged;
            }
            LOG.warn("{} is used as it is: {}", model.getFileName(), damaged.getMessage());
            return OnnxExpressionReader.open(model, provider);
        }
    }

    /// A finder to be used in a monitor that may be running, see [Monitor#use(FaceFinder)].
    ///
    /// @throws UserProblem when a cascade cannot be used
    public FaceFinder openFinder() throws UserProblem {
        return Finders.open(installation, finder);
    }

    // One intra-op thread a worker is best on CPU, and one worker a core: the analysis thread waits
    // while they read. Beyond four the faces of a class give a worker too little to do.
    private static int workers() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
    }
}

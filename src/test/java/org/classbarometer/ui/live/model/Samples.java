package org.classbarometer.ui.live.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.expression.ModelMetadata;
import org.classbarometer.expression.Reading;
import org.classbarometer.face.Box;
import org.classbarometer.face.TrackedFace;
import org.classbarometer.frame.OpenCv;
import org.classbarometer.monitor.FaceReading;
import org.classbarometer.monitor.Load;
import org.classbarometer.monitor.StageTimings;
import org.classbarometer.mood.Mood;
import org.classbarometer.ui.feed.LiveFrame;
import org.classbarometer.ui.feed.ModelInUse;
import org.classbarometer.ui.feed.Picture;

/// Frames and models as a test needs them.
public final class Samples {
    private Samples() {}

    public static FaceReading face(int track, LabelSet labels, int label, boolean uncertain) {
        float[] probabilities = new float[labels.size()];
        probabilities[label] = 1;
        return new FaceReading(
                new TrackedFace(track, new Box(20 * track, 10, 16, 16), true),
                Optional.of(new Reading(labels, probabilities, label, 0.9f, uncertain)));
    }

    public static LiveFrame frame(LabelSet labels, FaceReading... faces) {
        OpenCv.load();
        List<FaceReading> list = List.of(faces);
        return new LiveFrame(
                new Picture(160, 90),
                list,
                Mood.of(labels, list.stream().map(FaceReading::reading).toList()),
                new StageTimings(0, 0, 0, 0, 0),
                System.nanoTime(),
                0,
                3,
                Load.EASY);
    }

    public static ModelInUse model(String file, LabelSet... views) {
        return new ModelInUse(
                Path.of(file),
                new ModelMetadata(
                        LabelSet.EIGHT, 0, 1, 0.5f, "data", "licence", "1", "card.md", 48, 48),
                "CPU",
                List.of(views),
                Optional.empty());
    }
}

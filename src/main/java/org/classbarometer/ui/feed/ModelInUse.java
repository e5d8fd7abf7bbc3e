package org.classbarometer.ui.feed;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.expression.ModelMetadata;

/// The model the monitor reads with.
///
/// @param provider where it really runs: `CPU`, `CUDA`
/// @param views the label sets it can be read in, largest first; at least one
/// @param notice what is not as it was asked for, of the model or of the finder beside it
public record ModelInUse(
        Path file,
        ModelMetadata metadata,
        String provider,
        List<LabelSet> views,
        Optional<String> notice) {}

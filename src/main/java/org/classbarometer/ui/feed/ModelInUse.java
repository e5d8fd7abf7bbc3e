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
/// @param notice why it does not run where it was asked to, in the user's words
public record ModelInUse(
        Path file,
        ModelMetadata metadata,
        String provider,
        List<LabelSet> views,
        Optional<String> notice) {}

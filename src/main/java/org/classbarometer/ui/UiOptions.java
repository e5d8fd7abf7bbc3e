package org.classbarometer.ui;

import java.nio.file.Path;
import java.util.Optional;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.setup.FinderChoice;
import org.classbarometer.setup.Installation;
import org.classbarometer.text.Language;

/// How the window is opened; what is empty comes from the settings.
///
/// @param source played at start
/// @param labels label set at start
/// @param language of the texts
/// @param model path of the expression model
/// @param provider what the model is asked to run on
/// @param finder which detector finds the faces
/// @param authorities a file with certificates trusted beside the usual ones, for network sources
public record UiOptions(
        Installation installation,
        Optional<SourceChoice> source,
        Optional<LabelSet> labels,
        Optional<Language> language,
        Optional<Path> model,
        ExecutionProvider provider,
        Optional<FinderChoice> finder,
        Optional<Path> authorities) {}

/// The lab's commands, one class each: `mvn -Ptraining test-compile exec:exec -Dlab="train --help"`.
///
/// Arguments go in; run folders, model files and comparisons come out. Nothing calls it but Maven.
@NullMarked
package org.classbarometer.training.cli;

import org.jspecify.annotations.NullMarked;

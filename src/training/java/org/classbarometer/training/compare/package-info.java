/// Trains several networks on the same faces with the same recipe and seed, or one network on several
/// folds of the faces, and writes down side by side what became of them. A comparison is a set of
/// runs: one that was stopped goes on where it stopped.
@NullMarked
package org.classbarometer.training.compare;

import org.jspecify.annotations.NullMarked;

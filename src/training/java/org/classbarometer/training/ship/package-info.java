/// From a run to a model file: calibrates on the validation faces, writes the file, and proves that
/// the file answers as the trainer did.
@NullMarked
package org.classbarometer.training.ship;

import org.jspecify.annotations.NullMarked;

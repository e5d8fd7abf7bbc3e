/// Faces to learn from: which rows of the data sets teach which head what, and how a face is varied
/// each time it is shown.
///
/// Reading and joining the files is [org.classbarometer.evaluate.data]'s. Faces come in as grey bytes
/// and leave as batches of plain arrays; nothing here knows DJL. All chance comes from a seed, the
/// epoch and the place in it, so that a resumed run sees the same faces.
@NullMarked
package org.classbarometer.training.data;

import org.jspecify.annotations.NullMarked;

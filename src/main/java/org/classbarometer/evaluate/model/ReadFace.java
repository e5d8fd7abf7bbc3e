package org.classbarometer.evaluate.model;

import java.util.List;
import org.classbarometer.evaluate.data.LabelledFace;

/// A labelled face and what the model says of it.
///
/// @param probabilities calibrated, one per label of the model
/// @param shrunk the same after the face was shrunk to each width of [FaceReadings#WIDTHS]
/// @param whole whether the picture was read as a whole
record ReadFace(LabelledFace face, float[] probabilities, List<float[]> shrunk, boolean whole) {}

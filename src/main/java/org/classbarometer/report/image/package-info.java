/// A painted chart as an image file, for a document or a lesson's notes.
///
/// Pixels of a chart enter [org.classbarometer.report.image.ChartFile]; a PNG file leaves. It is the only
/// door through which the program writes an image, and only the review's chart may use it: no picture of
/// people can (the rules CHARTS_ARE_THE_ONLY_IMAGES and CHARTS_HOLD_NO_PICTURES of LayersTest).
@NullMarked
package org.classbarometer.report.image;

import org.jspecify.annotations.NullMarked;

/// Measuring the program against labelled data: how many faces are found, how the readings compare
/// with the truth, how fast and how steady it runs.
///
/// Sources and truths go in, figures come out, as records and as Markdown. Called by `cli`; runs
/// the very pipeline that teachers use.
@NullMarked
package org.classbarometer.evaluate;

import org.jspecify.annotations.NullMarked;

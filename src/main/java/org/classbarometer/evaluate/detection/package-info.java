/// How many faces are found: on labelled photographs, on labelled clips, with one framing or another.
///
/// Pictures with boxes that people drew go in, found and missed faces come out; called by `cli.measure`.
@NullMarked
package org.classbarometer.evaluate.detection;

import org.jspecify.annotations.NullMarked;

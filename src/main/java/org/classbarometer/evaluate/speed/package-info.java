/// How fast and how steady the program runs: time from a frame to its labels, the processor's load,
/// memory over hours, with the demo class enlarged to any number of people.
@NullMarked
package org.classbarometer.evaluate.speed;

import org.jspecify.annotations.NullMarked;

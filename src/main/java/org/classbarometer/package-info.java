/// ClassBarometer, the mood of a classroom on the teacher's own machine.
///
/// Holds the program's entry, [org.classbarometer.Main]; everything else is in the packages below, of
/// which `setup` puts the parts together and `cli` and `ui` are the two ways in.
@NullMarked
package org.classbarometer;

import org.jspecify.annotations.NullMarked;

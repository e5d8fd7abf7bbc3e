/// The families of networks the lab trains and compares, one short class each, to be read next to
/// its paper. A family decides the layers; sizes of faces and labels come from outside.
@NullMarked
package org.classbarometer.training.net.family;

import org.jspecify.annotations.NullMarked;

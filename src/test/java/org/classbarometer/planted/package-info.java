/// Classes that each break one rule, so that LayersTest can prove that the rule catches it. They are
/// never run.
@NullMarked
package org.classbarometer.planted;

import org.jspecify.annotations.NullMarked;

/// What one frame may cost: jobs have costs, learnt while they run, and what does not fit into a frame's
/// time waits its turn. Finder and monitor plan with it; it knows neither faces nor frames.
@NullMarked
package org.classbarometer.budget;

import org.jspecify.annotations.NullMarked;

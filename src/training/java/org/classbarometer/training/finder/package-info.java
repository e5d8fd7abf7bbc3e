/// Training of the face finder: photographs with boxes come in, a pyramid's weights go out.
///
/// Photographs lie in memory as grey bytes, pieces of them are cut, turned and spoilt anew for each
/// step by a thread of its own, and the loss and its gradient are worked out here in plain Java.
@NullMarked
package org.classbarometer.training.finder;

import org.jspecify.annotations.NullMarked;

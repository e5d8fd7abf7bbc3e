/// Measures the program on pictures whose truth is known, and words the result as Markdown for
/// docs/.
///
/// Labelled pictures and clips go in, result records come out. Called by `cli`; the figures in docs/
/// are made by it and by nothing else.
@NullMarked
package org.classbarometer.evaluate;

import org.jspecify.annotations.NullMarked;

/// How files come into being: whole or not at all, and readable by their owner only.
///
/// What is written grows under a hidden name beside its place. When it fails, is interrupted or asked
/// to end, it is taken away; what a killed program left is taken away by the next that writes there.
/// Any package that keeps something may call it.
@NullMarked
package org.classbarometer.output;

import org.jspecify.annotations.NullMarked;

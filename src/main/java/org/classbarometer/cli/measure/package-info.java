/// The commands `evaluate` and `measure`: package `evaluate` is given its sources, its figures are
/// printed or written as Markdown.
@NullMarked
package org.classbarometer.cli.measure;

import org.jspecify.annotations.NullMarked;

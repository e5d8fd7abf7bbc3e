/// Looks into a model's file before anything of it runs: what it is made of, how much memory its
/// tensors take and how long it computes. A file's bytes enter, a finding leaves; nothing is
/// opened, run or kept. Called by the loader of expression models.
@NullMarked
package org.classbarometer.expression.graph;

import org.jspecify.annotations.NullMarked;

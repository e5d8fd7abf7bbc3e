/// Networks at work in PyTorch, through DJL: arrays, the way of a batch through the layers, gradients,
/// optimisers.
///
/// The only package that holds native arrays. Whoever makes a [TorchNetwork] closes it; everything
/// computed on the way lies in a scope that the caller closes after each batch. One thread.
@NullMarked
package org.classbarometer.training.torch;

import org.jspecify.annotations.NullMarked;

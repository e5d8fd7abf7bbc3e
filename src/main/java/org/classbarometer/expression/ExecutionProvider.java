package org.classbarometer.expression;

/// What the model is asked to run on.
public enum ExecutionProvider {
    CPU,
    /// NVIDIA; needs the build with the Maven profile `gpu`. Falls back to CPU and says so.
    CUDA
}

package org.classbarometer.frame;

/// Opens what the user chose, and reads choices from text.
@FunctionalInterface
public interface FrameSources {
    /// Opens a source on the calling thread, which becomes its only reader.
    FrameSource open(SourceChoice choice) throws FrameSourceException;
}

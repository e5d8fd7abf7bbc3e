package org.classbarometer.cli.common;

import java.nio.file.Path;
import java.util.Optional;
import org.classbarometer.frame.SourceChoice;
import picocli.CommandLine.Option;

/// The options that choose the source; shared by the commands that open one.
public final class SourceOptions {
    @Option(names = "--source", paramLabel = "SOURCE")
    private Optional<SourceChoice> typed = Optional.empty();

    @Option(names = "--ca", paramLabel = "FILE")
    private Optional<Path> authorities = Optional.empty();

    /// The authorities for certificates of network sources, whatever is played.
    public Optional<Path> authorities() {
        return authorities;
    }

    /// @return what was typed, with the authorities for its certificate; empty when nothing was
    public Optional<SourceChoice> source() {
        return typed.map(choice ->
                choice instanceof SourceChoice.Stream stream
                        ? new SourceChoice.Stream(stream.address(), authorities)
                        : choice);
    }
}

package org.classbarometer.training.net.family;

import java.util.List;
import java.util.stream.Collectors;

/// All families, by name.
public final class Architectures {
    private static final List<Architecture> ALL = List.of(new CompactResidual());

    private Architectures() {}

    public static List<Architecture> all() {
        return ALL;
    }

    /// @throws IllegalArgumentException when there is none of this name, naming all
    public static Architecture of(String name) {
        return ALL.stream()
                .filter(architecture -> architecture.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no architecture " + name + "; there are " + names()));
    }

    private static String names() {
        return ALL.stream().map(Architecture::name).collect(Collectors.joining(", "));
    }
}

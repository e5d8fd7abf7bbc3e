package org.classbarometer.training.net.family;

import java.util.List;
import java.util.stream.Collectors;

/// All families, by name.
public final class Architectures {
    private static final List<Architecture> ALL =
            List.of(
                    CompactResidual.usual(),
                    CompactResidual.deep(),
                    new MiniXception(),
                    new FiveBlocks(),
                    new CnnModel1(),
                    new CnnModel2(),
                    new SmallSequential(),
                    new VggFromScratch(),
                    new Vgg16(),
                    DeepResidual.fifty(),
                    new PreActivationResidual(),
                    DeepResidual.hundredAndOne(),
                    EfficientNet.b0(),
                    EfficientNet.v2b0(),
                    ClassroomState.usual(),
                    ClassroomState.deep(),
                    ClassroomState.wide());

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

package org.classbarometer.training.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.classbarometer.training.compare.Contender;
import picocli.CommandLine.Option;

/// Which of the networks compared are trained once more, for longer.
final class LongerOptions {
    @Option(
            names = "--longer",
            paramLabel = "N",
            description = "train so many of the best once more, for longer")
    private int count;

    @Option(
            names = "--longer-epochs",
            paramLabel = "N",
            description = "how often each face is shown then")
    private int epochs = 12;

    @Option(
            names = "--longer-within",
            paramLabel = "MILLIONS",
            description = "only of networks with at most so many multiply-adds a face")
    private Optional<Double> within = Optional.empty();

    int epochs() {
        return epochs;
    }

    /// The architectures, best first.
    List<String> best(List<Contender> equal) {
        return equal.stream()
                .filter(one -> within.orElse(Double.MAX_VALUE) >= one.multiplyAdds() / 1e6)
                .sorted(Comparator.comparingDouble(one -> -one.main().balanced()))
                .limit(count)
                .map(one -> one.recipe().architecture())
                .toList();
    }

    /// What the report says of them.
    String note() {
        String cheap =
                within.map(most ->
                                String.format(
                                        Locale.ROOT,
                                        " of at most %.0f M multiply-adds a face",
                                        most))
                        .orElse("");
        return "Those"
                + cheap
                + " with the highest balanced accuracy above, trained from the beginning for longer.";
    }
}

package org.classbarometer.training.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.classbarometer.evaluate.report.ReportFolder;
import org.classbarometer.evaluate.report.ReportText;
import org.classbarometer.evaluate.report.TypedCommand;
import org.classbarometer.text.UserProblem;
import org.classbarometer.training.compare.ComparisonDocument;
import org.classbarometer.training.compare.ComparisonJson;
import org.classbarometer.training.compare.Contender;
import org.classbarometer.training.compare.Folds;
import org.classbarometer.training.compare.FoldsDocument;
import org.classbarometer.training.compare.NetworkComparison;
import org.classbarometer.training.data.TrainingData;
import org.classbarometer.training.data.TrainingFace;
import org.classbarometer.training.net.family.Architecture;
import org.classbarometer.training.net.family.Architectures;
import org.classbarometer.training.run.Recipe;
import org.classbarometer.training.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lab compare`
@Command(
        name = "compare",
        description =
                "Trains several networks on the same faces with the same recipe and writes one report;"
                        + " typed again, it goes on where it was stopped. With --files, compares model"
                        + " files on faces from several places instead.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false)
final class CompareCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private DataOptions data = new DataOptions();

    @Option(
            names = "--runs",
            paramLabel = "FOLDER",
            description = "where each network gets the folder of its run")
    private Path runs = Path.of("runs");

    @Option(
            names = "--report",
            required = true,
            paramLabel = "FOLDER",
            description = "where the report is written")
    private Path report = Path.of("report");

    @Option(
            names = "--architectures",
            split = ",",
            paramLabel = "NAME",
            description = "families of networks; all when not given")
    private List<String> architectures = List.of();

    @Option(
            names = "--faces",
            paramLabel = "N",
            description = "learn from the first of the training faces only")
    private int faces = Integer.MAX_VALUE;

    @Mixin private LongerOptions longer = new LongerOptions();

    @Option(
            names = "--with",
            split = ",",
            paramLabel = "RUN",
            description = "runs done before, to stand beside these")
    private List<Path> others = List.of();

    @Option(
            names = "--folds",
            paramLabel = "K",
            description = "cross-validate on the training faces in so many folds instead")
    private int folds;

    @Mixin private TravelOptions travel = new TravelOptions();

    @Mixin private RecipeOptions options = new RecipeOptions();

    @Override
    public Integer call() throws IOException, UserProblem {
        ReportFolder.checkFree(report);
        if (travel.wanted()) {
            travel.compare(data, command(), report, out());
            return 0;
        }
        refuseUnlikeRuns();
        TrainingData read = data.read(options.recipe("").labelSources());
        DataOptions.tell(out(), read);
        List<TrainingFace> shown = read.training().stream().limit(faces).toList();
        if (folds > 0) {
            crossValidate(Folds.of(shown, folds, options.recipe("").seed()));
        } else {
            compare(shown, read);
        }
        out().printf("report written: %s%n", report);
        out().flush();
        return 0;
    }

    private void compare(List<TrainingFace> shown, TrainingData read)
            throws IOException, UserProblem {
        NetworkComparison comparison =
                new NetworkComparison(runs, shown, read.validation(), InstantSource.system());
        List<Contender> equal = new ArrayList<>();
        for (String name : names()) {
            equal.add(train(comparison, name, options.recipe(name)));
        }
        List<ComparisonDocument.Round> rounds = new ArrayList<>();
        rounds.add(
                new ComparisonDocument.Round(
                        "The same small budget for all",
                        "Each network was shown the same faces equally often, with the same recipe and"
                                + " seed. This tells who learns fastest from little, not who is best"
                                + " in the end.",
                        equal));
        List<Contender> again = new ArrayList<>();
        for (String name : longer.best(equal)) {
            Recipe recipe = options.recipe(name).withEpochs(longer.epochs());
            again.add(train(comparison, name + "-longer", recipe));
        }
        if (!again.isEmpty()) {
            rounds.add(
                    new ComparisonDocument.Round("Longer, for the best few", longer.note(), again));
        }
        List<Contender> before = new ArrayList<>();
        NetworkComparison whole =
                new NetworkComparison(
                        runs, read.training(), read.validation(), InstantSource.system());
        for (Path run : others) {
            before.add(whole.measure(String.valueOf(run.getFileName()), new RunFolder(run)));
        }
        if (!before.isEmpty()) {
            rounds.add(
                    new ComparisonDocument.Round(
                            "Other runs", "Trained before, with recipes of their own.", before));
        }
        List<Contender> all = new ArrayList<>(equal);
        all.addAll(again);
        all.addAll(before);
        write(ComparisonDocument.of(command(), rounds, read.training().size()), all);
    }

    // Asked before the training, which may take hours.
    private void refuseUnlikeRuns() throws IOException {
        List<String> taken = new ArrayList<>();
        for (String name : names()) {
            taken.add(name);
            taken.add(name + "-longer");
        }
        List<String> ours = options.recipe("").sources();
        for (Path run : others) {
            String name = String.valueOf(run.getFileName());
            if (taken.contains(name)) {
                throw new IllegalArgumentException(
                        "two networks of the report would be called "
                                + name
                                + "; rename the folder "
                                + run);
            }
            taken.add(name);
            List<String> heads = new RunFolder(run).recipe().sources();
            if (!heads.equals(ours)) {
                throw new IllegalArgumentException(
                        run
                                + " has learned "
                                + String.join(", ", heads)
                                + ", the others are to learn "
                                + String.join(", ", ours)
                                + "; name the same --labels");
            }
        }
    }

    private void crossValidate(Folds parts) throws IOException, UserProblem {
        List<FoldsDocument.Network> networks = new ArrayList<>();
        List<Contender> all = new ArrayList<>();
        for (String name : names()) {
            List<Contender> one = new ArrayList<>();
            for (int fold = 0; fold < parts.count(); fold++) {
                NetworkComparison comparison =
                        new NetworkComparison(
                                runs,
                                parts.training(fold),
                                parts.validation(fold),
                                InstantSource.system());
                one.add(train(comparison, name + "-fold-" + (fold + 1), options.recipe(name)));
            }
            networks.add(new FoldsDocument.Network(name, one));
            all.addAll(one);
        }
        write(FoldsDocument.of(command(), networks), all);
    }

    private Contender train(NetworkComparison comparison, String name, Recipe recipe)
            throws IOException {
        out().printf("%s: %d epochs%n", name, recipe.epochs());
        out().flush();
        return comparison.train(name, recipe, new ProgressPrinter(out(), InstantSource.system()));
    }

    private void write(ReportText document, List<Contender> all) throws UserProblem {
        ReportFolder.write(report, document, ComparisonJson.of(all));
    }

    private List<String> names() {
        List<String> known = Architectures.all().stream().map(Architecture::name).toList();
        return architectures.isEmpty()
                ? known
                : architectures.stream().map(name -> Architectures.of(name).name()).toList();
    }

    private String command() {
        return TypedCommand.of("lab", spec.commandLine().getParseResult().originalArgs());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

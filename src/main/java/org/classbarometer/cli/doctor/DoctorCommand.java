package org.classbarometer.cli.doctor;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.cli.common.Json;
import org.classbarometer.cli.common.Surroundings;
import org.classbarometer.cli.common.Version;
import org.classbarometer.cli.doctor.Finding.Status;
import org.classbarometer.frame.OpenCv;
import org.classbarometer.text.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `doctor`: says what the program finds on this machine, and what is wrong.
@Command(name = "doctor", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class DoctorCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--json")
    private boolean json;

    public DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        OpenCv.load();
        List<Finding> findings =
                Stream.of(
                                new MachineExamination(surroundings).findings(),
                                new PartsExamination(surroundings.installation()).findings())
                        .flatMap(List::stream)
                        .toList();
        boolean well = findings.stream().noneMatch(one -> one.status() == Status.PROBLEM);
        if (json) {
            printJson(findings, well);
        } else {
            print(findings, well);
        }
        return well ? ExitCode.OK : ExitCode.PROBLEM;
    }

    private void print(List<Finding> findings, boolean well) {
        PrintWriter out = surroundings.out();
        for (Finding one : findings) {
            String status =
                    Text.of("doctor.status." + one.status().name().toLowerCase(Locale.ROOT));
            String indented = one.text().replace("\n", "\n" + " ".repeat(24));
            out.printf("%-9s %-13s %s%n", status, one.subject(), indented);
        }
        out.println();
        out.println(Text.of(well ? "doctor.well" : "doctor.ill"));
        out.flush();
    }

    private void printJson(List<Finding> findings, boolean well) {
        JsonMapper mapper = Json.mapper();
        ObjectNode json = mapper.createObjectNode().put("ok", well);
        ArrayNode array = json.putArray("findings");
        for (Finding one : findings) {
            array.addObject()
                    .put("subject", one.subject())
                    .put("status", one.status().name().toLowerCase(Locale.ROOT))
                    .put("text", one.text());
        }
        surroundings.out().println(mapper.writeValueAsString(json));
        surroundings.out().flush();
    }
}

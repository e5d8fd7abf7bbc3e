package org.classbarometer.cli.sessions;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.classbarometer.cli.common.CommandProblem;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.cli.common.Json;
import org.classbarometer.cli.common.Surroundings;
import org.classbarometer.cli.common.Version;
import org.classbarometer.session.Session;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.session.StoreException;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `sessions`: lists what is stored, and deletes a session whose consent was withdrawn.
@Command(name = "sessions", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class SessionsCommand implements Callable<Integer> {
    private static final int CLASS_WIDTH = 32;

    private final Surroundings surroundings;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--delete", paramLabel = "ID", split = ",", hideParamSyntax = true)
    private List<SessionId> doomed = new ArrayList<>();

    @Option(names = "--yes")
    private boolean yes;

    public SessionsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UserProblem {
        // As of a script whose list is empty: it must not believe that something was deleted.
        if (yes && doomed.isEmpty()) {
            throw new CommandProblem(ExitCode.USAGE, Text.of("report.command.whom"));
        }
        try (StoredSessions sessions = StoredSessions.open(surroundings)) {
            if (!doomed.isEmpty()) {
                return delete(sessions);
            }
            if (json) {
                printJson(sessions.all());
            } else {
                print(sessions.all());
            }
            return ExitCode.OK;
        }
    }

    private int delete(StoredSessions sessions) throws UserProblem {
        PrintWriter out = surroundings.out();
        List<SessionOverview> all = sessions.all();
        int code = ExitCode.OK;
        for (SessionId id : new LinkedHashSet<>(doomed)) {
            try {
                String told =
                        sessions.isUnreadable(id)
                                ? unreadable(id)
                                : readable(StoredSessions.find(all, id));
                if (yes) {
                    sessions.store().delete(id);
                }
                out.println(told);
            } catch (StoreException failed) {
                // A withdrawn consent does not wait for another one: the rest is deleted.
                printProblem(
                        Text.of("report.command.undeleted", id.toString(), failed.getMessage()));
                code = ExitCode.OUTPUT;
            } catch (CommandProblem unknown) {
                printProblem(unknown.getMessage());
                code = code == ExitCode.OK ? ExitCode.PROBLEM : code;
            }
        }
        if (!yes) {
            throw new CommandProblem(ExitCode.USAGE, Text.of("report.command.yes"));
        }
        return code;
    }

    private String readable(SessionOverview one) {
        return Text.of(
                yes ? "report.command.deleted" : "report.command.delete",
                one.session().id().toString(),
                one.session().plan().className(),
                time(one.session().plan().start()),
                one.buckets());
    }

    private String unreadable(SessionId id) {
        return Text.of(
                yes ? "report.command.deleted.unreadable" : "report.command.delete.unreadable",
                id.toString());
    }

    private void printProblem(String problem) {
        surroundings.out().flush();
        surroundings.err().println(problem);
        surroundings.err().flush();
    }

    private void print(List<SessionOverview> sessions) {
        PrintWriter out = surroundings.out();
        if (sessions.isEmpty()) {
            out.println(Text.of("report.command.none"));
            return;
        }
        int width =
                sessions.stream()
                        .mapToInt(one -> one.session().plan().className().length())
                        .max()
                        .orElse(0);
        Table table = new Table(6, -Math.clamp(width, 8, CLASS_WIDTH), -25, 8, 9, 9);
        table.row(
                Text.of("report.command.id"),
                Text.of("report.command.class"),
                Text.of("report.command.start"),
                Text.of("report.command.length"),
                Text.of("report.command.buckets"),
                Text.of("report.command.suppressed"),
                Text.of("report.command.title"));
        String open = Text.of("report.command.open");
        for (SessionOverview one : sessions) {
            Session session = one.session();
            table.row(
                    session.id().toString(),
                    session.plan().className(),
                    time(session.plan().start()),
                    session.length().map(SessionsCommand::clock).orElse(open),
                    Integer.toString(one.buckets()),
                    Integer.toString(one.suppressed()),
                    session.title());
        }
        out.print(table);
        out.flush();
    }

    private static String clock(Duration span) {
        return span.toHours() + twoDigits(span.toMinutesPart()) + twoDigits(span.toSecondsPart());
    }

    private static String twoDigits(int part) {
        return (part < 10 ? ":0" : ":") + part;
    }

    private static String time(OffsetDateTime at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.truncatedTo(ChronoUnit.SECONDS));
    }

    private void printJson(List<SessionOverview> sessions) {
        JsonMapper mapper = Json.mapper();
        ArrayNode array = mapper.createArrayNode();
        for (SessionOverview one : sessions) {
            Session session = one.session();
            ObjectNode node = array.addObject();
            node.put("id", session.id().value());
            node.put("class", session.plan().className());
            if (!session.title().isEmpty()) {
                node.put("title", session.title());
            }
            node.put("start", time(session.plan().start()));
            session.end().ifPresent(end -> node.put("end", time(end)));
            session.length().ifPresent(span -> node.put("seconds", span.toSeconds()));
            node.put("labels", session.plan().labels().name());
            node.put("buckets", one.buckets()).put("suppressed", one.suppressed());
        }
        surroundings.out().println(mapper.writeValueAsString(array));
        surroundings.out().flush();
    }
}

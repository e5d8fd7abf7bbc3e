package org.classbarometer.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.session.Session;
import org.classbarometer.session.Timeline;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A year of lessons as tables, 1,000 sessions of 50 minutes, and a term of 100 as sheets: how long it
/// takes, and that memory does not grow with them. The lessons are made as they are asked for; the time
/// that takes is not counted.
@Tag("slow")
class ExportOfAYearTest {
    private static final int YEAR = 1000;
    private static final int TERM = 100;

    @TempDir private Path folder;

    private static long heldAfterCollecting() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void export(int count, Set<ExportFormat> formats) throws Exception {
        List<Session> sessions =
                IntStream.rangeClosed(1, count)
                        .mapToObj(id -> Lessons.lesson(id, "7b", LabelSet.FOUR, id).session())
                        .toList();
        long before = heldAfterCollecting();
        long[] halfway = {0, 0};
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long[] making = {0};
        List<Path> files =
                new SessionExport(
                                id -> {
                                    long began = threads.getCurrentThreadCpuTime();
                                    Timeline made =
                                            Lessons.lesson(
                                                    id.value(), "7b", LabelSet.FOUR, id.value());
                                    making[0] += threads.getCurrentThreadCpuTime() - began;
                                    return Optional.of(made);
                                },
                                ExportOptions.of(formats).withLocale(Locale.ENGLISH))
                        .write(
                                sessions,
                                folder.resolve("out"),
                                (done, _) -> {
                                    if (done == count / 10) {
                                        halfway[0] = heldAfterCollecting();
                                    } else if (done == count) {
                                        halfway[1] = heldAfterCollecting();
                                    }
                                });
        double seconds = (threads.getCurrentThreadCpuTime() - cpu - making[0]) / 1e9;
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d sessions, %.1f s CPU, %.1f MB, heap %.1f MB before, %.1f at a tenth, %.1f at the end%n",
                formats,
                count,
                seconds,
                bytes / 1e6,
                before / 1e6,
                halfway[0] / 1e6,
                halfway[1] / 1e6);
        // Nine tenths more sessions, and not the memory of ten of them.
        assertThat(halfway[1] - halfway[0]).isLessThan(3_000_000);
    }

    @Test
    void tables_of_a_year_are_written_without_holding_them() throws Exception {
        export(YEAR, EnumSet.of(ExportFormat.CSV));
    }

    @Test
    void sheets_of_a_term_are_written_without_holding_them() throws Exception {
        export(TERM, EnumSet.of(ExportFormat.HTML, ExportFormat.PDF));
    }
}

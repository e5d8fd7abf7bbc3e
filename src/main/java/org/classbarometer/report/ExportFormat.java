package org.classbarometer.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.classbarometer.report.format.SessionWriter;
import org.classbarometer.report.sheet.SheetWriter;
import org.classbarometer.report.table.CsvExport;
import org.classbarometer.session.Session;

/// What sessions can be exported as. The one place that lists the formats.
public enum ExportFormat {
    /// Tables of all sessions together, for spreadsheets and statistics.
    CSV {
        @Override
        List<String> files(List<Session> sessions) {
            return CsvExport.FILES;
        }

        @Override
        SessionWriter open(Path folder, List<Session> sessions, ExportOptions options)
                throws IOException {
            return new CsvExport(folder, sessions, options.byteOrderMark(), options.locale());
        }
    },
    /// A page a session, for a browser.
    HTML {
        @Override
        SessionWriter open(Path folder, List<Session> sessions, ExportOptions options) {
            SheetWriter pages = new SheetWriter(options.locale());
            return lesson -> pages.html(lesson, folder.resolve(file(lesson.session())));
        }
    },
    /// A sheet a session, for printing.
    PDF {
        @Override
        SessionWriter open(Path folder, List<Session> sessions, ExportOptions options) {
            SheetWriter sheets = new SheetWriter(options.locale());
            return lesson -> sheets.pdf(lesson, folder.resolve(file(lesson.session())));
        }
    };

    /// As typed on the command line, and the ending of the files: `csv`, `html`, `pdf`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// By its word, in any case.
    public static Optional<ExportFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equalsIgnoreCase(word.strip()))
                .findFirst();
    }

    /// The names of the files it writes, in the order in which they are listed.
    List<String> files(List<Session> sessions) {
        return sessions.stream().map(this::file).toList();
    }

    /// `session-12-2026-11-23.pdf`.
    String file(Session session) {
        return "session-%s-%s.%s"
                .formatted(session.id(), session.plan().start().toLocalDate(), word());
    }

    /// Begins to write.
    ///
    /// @param folder exists and has no such files
    /// @param sessions every session that will come
    abstract SessionWriter open(Path folder, List<Session> sessions, ExportOptions options)
            throws IOException;
}

package org.classbarometer.report;

/// What sessions can be exported as.
public enum ExportFormat {
    /// Tables of all sessions together, for spreadsheets and statistics.
    CSV("csv"),
    /// A page a session, for a browser.
    HTML("html"),
    /// A sheet a session, for printing.
    PDF("pdf");

    private final String word;

    ExportFormat(String word) {
        this.word = word;
    }

    /// As typed on the command line, and the ending of the files: `csv`, `html`, `pdf`.
    public String word() {
        return word;
    }
}

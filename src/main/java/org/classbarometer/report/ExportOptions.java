package org.classbarometer.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How sessions are exported.
///
/// @param formats at least one, each once, in the order of [ExportFormat]
/// @param byteOrderMark whether CSV files begin with the UTF-8 mark by which some spreadsheets know
///     that umlauts are umlauts
/// @param replace whether files of the same names may be replaced
/// @param locale language of the reports and of the data dictionary
public record ExportOptions(
        List<ExportFormat> formats, boolean byteOrderMark, boolean replace, Locale locale) {
    public ExportOptions {
        if (formats.isEmpty()) {
            throw new IllegalArgumentException("An export into no format");
        }
        formats = List.copyOf(EnumSet.copyOf(formats));
    }

    /// In the display language, without the mark, replacing nothing.
    public static ExportOptions of(Set<ExportFormat> formats) {
        Locale locale = Locale.getDefault(Locale.Category.DISPLAY);
        return new ExportOptions(List.copyOf(formats), false, false, locale);
    }

    public ExportOptions withByteOrderMark(boolean to) {
        return new ExportOptions(formats, to, replace, locale);
    }

    public ExportOptions withReplace(boolean to) {
        return new ExportOptions(formats, byteOrderMark, to, locale);
    }

    public ExportOptions withLocale(Locale to) {
        return new ExportOptions(formats, byteOrderMark, replace, to);
    }
}

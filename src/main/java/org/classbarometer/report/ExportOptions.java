package org.classbarometer.report;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// How sessions are exported.
///
/// @param formats at least one
/// @param byteOrderMark whether CSV files begin with the UTF-8 mark by which some spreadsheets know
///     that umlauts are umlauts
/// @param replace whether files of the same names may be replaced
/// @param locale language of the reports and of the data dictionary
public record ExportOptions(
        Set<ExportFormat> formats, boolean byteOrderMark, boolean replace, Locale locale) {
    public ExportOptions {
        if (formats.isEmpty()) {
            throw new IllegalArgumentException("An export into no format");
        }
        formats = Set.copyOf(EnumSet.copyOf(formats));
    }

    /// In the display language, without the mark, replacing nothing.
    public static ExportOptions of(Set<ExportFormat> formats) {
        return new ExportOptions(formats, false, false, Locale.getDefault(Locale.Category.DISPLAY));
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

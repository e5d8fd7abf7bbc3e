package org.classbarometer.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A column of a table: its name, what it means, and how its cells come out of a row.
///
/// @param name stays as it is within a schema version
/// @param meaning last part of the text key `report.column.*`
/// @param label what the meaning speaks of, where there is a column for each label
/// @param unit `text`, `ISO 8601`, `s`, `faces`, `1`
/// @param range of the values, empty where anything goes
/// @param cell empty for what is not known
record Column<R>(
        String name,
        String meaning,
        Optional<String> label,
        String unit,
        String range,
        Function<R, String> cell) {
    static <R> Column<R> of(String name, String unit, String range, Function<R, String> cell) {
        return new Column<>(name, name, Optional.empty(), unit, range, cell);
    }

    /// `share_happiness` and the like.
    static <R> Column<R> ofLabel(String prefix, String label, Function<R, String> cell) {
        return new Column<>(prefix + "_" + label, prefix, Optional.of(label), "1", "0..1", cell);
    }

    static <R> List<String> names(List<Column<R>> columns) {
        return columns.stream().map(Column::name).toList();
    }

    static <R> List<String> cells(List<Column<R>> columns, R row) {
        List<String> cells = new ArrayList<>(columns.size());
        for (Column<R> column : columns) {
            cells.add(column.cell().apply(row));
        }
        return cells;
    }
}

package org.classbarometer.evaluate.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.classbarometer.expression.LabelSet;

/// How ten people labelled one picture of FER2013: FER+ (Barsoum et al. 2016, "Training Deep
/// Networks for Facial Expression Recognition with Crowd-Sourced Label Distribution").
///
/// As its authors do, a label with a single vote is taken for a slip and dropped before anything is
/// counted.
///
/// @param counts votes for each label of [LabelSet#EIGHT] in its order, then for `unknown`, then for
///     `NF` (no face); each at least 0
public record FerVotes(List<Integer> counts) {
    /// FER+'s columns. Their order is that of [LabelSet#EIGHT].
    static final List<String> COLUMNS;

    static {
        List<String> columns = new ArrayList<>(LabelSet.EIGHT.labels());
        columns.add("unknown");
        columns.add("NF");
        COLUMNS = List.copyOf(columns);
    }

    public FerVotes {
        counts = List.copyOf(counts);
        if (counts.size() != COLUMNS.size() || counts.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("no FER+ votes: " + counts);
        }
    }

    /// The expression that more than half of the votes name, single votes dropped; `unknown` and
    /// `NF` count among the votes. Empty when there is none, or when it is `unknown` or `NF`: such
    /// rows are not scored. This is FER+'s "majority" mode.
    public Optional<String> majority() {
        int sum = 0;
        int best = 0;
        for (int i = 0; i < counts.size(); i++) {
            sum += counted(i);
            if (counted(i) > counted(best)) {
                best = i;
            }
        }
        boolean holds = 2 * counted(best) > sum && best < LabelSet.EIGHT.size();
        return holds ? Optional.of(LabelSet.EIGHT.labels().get(best)) : Optional.empty();
    }

    /// The votes as a target for training: shares of the eight expressions, single votes dropped,
    /// `unknown` and `NF` left out. This is FER+'s "probability" mode.
    ///
    /// @return one per label of [LabelSet#EIGHT], summing to 1; empty when `unknown` or `NF` has the
    ///     most votes, or no expression is left
    public Optional<float[]> distribution() {
        int sum = 0;
        int best = 0;
        for (int i = 0; i < counts.size(); i++) {
            sum += i < LabelSet.EIGHT.size() ? counted(i) : 0;
            if (counted(i) > counted(best)) {
                best = i;
            }
        }
        if (sum == 0 || best >= LabelSet.EIGHT.size()) {
            return Optional.empty();
        }
        float[] shares = new float[LabelSet.EIGHT.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) counted(i) / sum;
        }
        return Optional.of(shares);
    }

    /// All votes for expressions, single ones as well, by identifier. `unknown` and `NF` are left out.
    Map<String, Integer> byLabel() {
        Map<String, Integer> votes = new LinkedHashMap<>();
        for (int i = 0; i < LabelSet.EIGHT.size(); i++) {
            votes.put(LabelSet.EIGHT.labels().get(i), counts.get(i));
        }
        return votes;
    }

    private int counted(int label) {
        int votes = counts.get(label);
        return votes > 1 ? votes : 0;
    }

    /// One row of `fer2013new.csv`.
    ///
    /// @param split empty when the file says none or an unknown one
    /// @param image file name as in the data set's folders; blank where no face was seen
    record Row(Optional<Split> split, String image, FerVotes votes) {}

    /// Reads `fer2013new.csv`, whose rows are those of `fer2013.csv`.
    ///
    /// @throws DataSetException when the file cannot be read, lacks a column or has a row whose votes
    ///     are no numbers: its rows have no other key than their place
    static List<Row> read(Path file) throws DataSetException {
        try (CsvFile csv = CsvFile.open(file)) {
            int usage = csv.column("Usage");
            int image = csv.column("Image name");
            int[] columns = new int[COLUMNS.size()];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = csv.column(COLUMNS.get(i));
            }
            return csv.rows((row, _) -> {
                List<Integer> counts = new ArrayList<>();
                for (int column : columns) {
                    counts.add(Integer.parseInt(row.get(column).strip()));
                }
                return new Row(
                        Split.ofUsage(row.get(usage)),
                        row.get(image).strip(),
                        new FerVotes(counts));
            });
        }
    }
}

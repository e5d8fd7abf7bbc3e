package org.classbarometer.training.finder;

import java.util.ArrayList;
import java.util.List;

/// What a face check learns from.
///
/// @param finder it will judge for
/// @param others whose candidates teach too: less taught ones are wrong in other places, and more often
/// @param portraits put over some of the faces
public record CheckData(
        FinderFile finder, List<FinderFile> others, Photos photos, Portraits portraits) {
    public CheckData {
        others = List.copyOf(others);
    }

    /// What all the finders take for faces.
    ///
    /// @param seed of all chance
    List<Candidate> candidates(long seed) {
        List<Candidate> all = new ArrayList<>(Candidates.of(finder, photos, seed));
        for (int i = 0; i < others.size(); i++) {
            all.addAll(Candidates.of(others.get(i), photos, seed + 1 + i));
        }
        return all;
    }
}

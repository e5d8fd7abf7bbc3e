package org.classbarometer.training.finder;

/// A face in a photograph, as people drew and described it.
///
/// @param blur 0 none, 1 some, 2 heavy
/// @param occlusion 0 none, 1 some, 2 heavy
/// @param turned head turned far aside, or otherwise in no usual pose
/// @param invalid so poor that it counts neither as a face nor as none
public record Face(Area area, int blur, int occlusion, boolean turned, boolean invalid) {
    /// Sharp or nearly so, uncovered and seen from the front.
    public boolean clear() {
        return blur < 2 && occlusion == 0 && !turned;
    }
}

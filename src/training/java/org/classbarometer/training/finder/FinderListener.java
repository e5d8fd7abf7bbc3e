package org.classbarometer.training.finder;

/// Told how a finder's run goes, on its thread.
public interface FinderListener {
    /// Means over the steps since the last of these.
    ///
    /// @param step steps done in all
    /// @param scoreLoss of the scores
    /// @param boxLoss of the boxes
    /// @param rate of the last step
    /// @param perSecond pieces a second, without looks
    record Progress(long step, double scoreLoss, double boxLoss, float rate, double perSecond) {}

    void learnt(Progress progress);

    /// @param step steps done in all
    /// @param score of the first half of the validation photographs
    /// @param hardPlaces found in photographs to learn from
    void looked(long step, FinderScore score, int hardPlaces);
}

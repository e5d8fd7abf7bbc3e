package org.classbarometer.training.finder;

/// Told how a face check's run goes, on its thread.
public interface CheckListener {
    /// @param candidates what the finder took for faces
    /// @param faces those of them that are
    void begun(int candidates, long faces);

    /// @param step steps done in all
    /// @param loss mean over the steps since the last of these
    /// @param rate of the last step
    /// @param perSecond pieces a second, without looks
    record Progress(long step, double loss, double rate, double perSecond) {}

    void learnt(Progress progress);

    /// What is found in the choosing half of the validation photographs, as [Judged#found].
    ///
    /// @param step steps done in all
    /// @param alone by the finder alone
    /// @param both by the finder's and the check's scores, at the weight that finds most
    record Seen(long step, double alone, double both, double weight) {}

    void looked(Seen seen);
}

package org.classbarometer.training.run;

import org.classbarometer.training.torch.Pretrained;

/// Told how a run goes, on its thread.
public interface RunListener {
    /// Once, when a run begins with weights from a file.
    default void beganWith(WeightsFile file, Pretrained pretrained) {}

    /// After each batch.
    ///
    /// @param epoch from 1
    /// @param batch from 1
    /// @param batches of the epoch
    /// @param imagesDone of the whole run, in images of full size
    /// @param imagesInAll of the whole run, in images of full size
    /// @param loss of the batch
    void batchDone(
            int epoch, int batch, int batches, double imagesDone, double imagesInAll, double loss);

    void epochDone(Epoch epoch);
}

package org.classbarometer.training.run;

import org.classbarometer.training.net.Network;

/// How much of a run is done, in images of full size: epochs of smaller pictures take less time, so an
/// estimate of the end counts pixels.
///
/// @param faces shown in an epoch
record Workload(Recipe recipe, Network network, int faces) {
    /// @param epoch under way, counted from 0
    /// @param batch of it done, counted from 1
    /// @param batches of an epoch
    double done(int epoch, int batch, int batches) {
        return (before(epoch) + share(epoch) * batch / batches) * faces;
    }

    /// The whole run's.
    double all() {
        return before(recipe.epochs()) * faces;
    }

    private double before(int epoch) {
        double done = 0;
        for (int i = 0; i < epoch; i++) {
            done += share(i);
        }
        return done;
    }

    private double share(int epoch) {
        double side = (double) recipe.side(network, epoch) / network.side();
        return side * side;
    }
}

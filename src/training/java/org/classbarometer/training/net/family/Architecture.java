package org.classbarometer.training.net.family;

import java.util.List;
import org.classbarometer.training.net.Head;
import org.classbarometer.training.net.Layer;
import org.classbarometer.training.net.Network;

/// A family of networks.
public interface Architecture {
    /// As typed after `--architecture`, and written into checkpoints.
    String name();

    /// Everything up to the last feature map, for one grey channel of values 0..255.
    Layer features();

    /// From the last feature map to the outputs.
    Layer.Sequence head(int outputs);

    /// Side of the face it is meant for, in pixels.
    default int side() {
        return 48;
    }

    /// The network for these heads, whose outputs lie side by side.
    default Network network(List<Head> heads) {
        int outputs = heads.stream().mapToInt(Head::size).sum();
        return new Network(name(), side(), features(), head(outputs), heads);
    }
}

package org.classbarometer.training.finder;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.classbarometer.training.net.PyramidNetwork;
import org.classbarometer.training.onnx.CheckModel;
import org.classbarometer.training.torch.Learner;

/// One of a face check's networks, as far as it has learnt.
///
/// @param reach side of the square it is shown, in sizes of the box
public record CheckPart(PyramidNetwork network, double reach, Learner.State state) {
    /// @throws IOException when the run cannot be read or has no checkpoint yet
    public static CheckPart of(FinderFolder run) throws IOException {
        String architecture = run.recipe().architecture();
        return new CheckPart(
                CheckNets.of(architecture),
                CheckNets.reach(architecture),
                run.state()
                        .orElseThrow(() -> new IOException(run.path() + " has no checkpoint yet")));
    }

    static List<Double> reaches(List<CheckPart> parts) {
        return parts.stream().map(CheckPart::reach).toList();
    }

    /// The file of several, in their order.
    public static byte[] file(List<CheckPart> parts, Map<String, String> metadata) {
        List<CheckModel.Part> all =
                parts.stream()
                        .map(part -> new CheckModel.Part(part.network, part.state.average()))
                        .toList();
        return CheckModel.of(all, CheckNets.SIDE, metadata).toByteArray();
    }
}

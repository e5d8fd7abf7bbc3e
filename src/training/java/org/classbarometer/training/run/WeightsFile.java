package org.classbarometer.training.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import org.classbarometer.training.net.Head;
import org.classbarometer.training.net.Network;
import org.classbarometer.training.onnx.ModelFileWeights;
import org.classbarometer.training.torch.Pretrained;

/// The file of weights that a run begins with. It is not needed any more once the run has done an
/// epoch.
///
/// @param file a TorchScript file or a model file of the lab, as it was typed, or the last checkpoint of
///     a run of the lab
/// @param sha256 of its bytes, in hexadecimal digits
public record WeightsFile(String file, String sha256) {
    /// @param place a TorchScript file, an ONNX file of the lab or the folder of a run
    /// @throws IOException when it cannot be read
    public static WeightsFile of(Path place) throws IOException {
        Path file = Files.isDirectory(place) ? new RunFolder(place).lastFile() : place;
        return new WeightsFile(file.toString(), sha256(file));
    }

    /// @throws IOException when it cannot be read, has changed, or does not fit the network
    Pretrained load(Network network) throws IOException {
        Path path = Path.of(file);
        if (!sha256(path).equals(sha256)) {
            throw new IOException(path + " is not the file any more that the run is to begin with");
        }
        if (path.toString().endsWith(".onnx")) {
            return Pretrained.ofModelFile(ModelFileWeights.read(path, network), network);
        }
        if (!Checkpoint.isOne(path)) {
            return Pretrained.of(path, network);
        }
        refuseOtherHeads(path, network);
        return Pretrained.same(path, Checkpoint.read(path).learner().average(), network);
    }

    // Heads of the same sizes fit each other's weights, but mean other labels.
    private static void refuseOtherHeads(Path checkpoint, Network network) throws IOException {
        List<String> theirs = new RunFolder(checkpoint.resolveSibling("")).recipe().sources();
        List<String> ours = network.heads().stream().map(Head::name).toList();
        if (!theirs.equals(ours)) {
            throw new IOException(
                    checkpoint
                            + " is of another network: it has the heads "
                            + String.join(", ", theirs)
                            + " instead of "
                            + String.join(", ", ours));
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = Sha256.begin();
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return Sha256.digits(digest);
        } catch (NoSuchFileException missing) {
            throw new IOException("there is no " + file + " to take weights from", missing);
        }
    }
}

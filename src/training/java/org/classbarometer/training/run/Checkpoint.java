package org.classbarometer.training.run;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.classbarometer.training.torch.Learner;

/// Where a run stands after an epoch. All chance is drawn from the seed and the epoch, so the number
/// of the epoch is the state of chance.
///
/// @param epochs done
/// @param learner weights, their average, the optimiser's arrays, the number of steps
/// @param standing of the validation
/// @param seconds spent training
record Checkpoint(int epochs, Learner.State learner, Standing standing, double seconds) {
    private static final int MAGIC = 0x434c4231;

    /// What was reached so far.
    ///
    /// @param best merit
    /// @param bestEpoch from 1; 0 when there is none yet
    /// @param halvings of the rate, with [Schedule#PLATEAU]
    /// @param lastHalving epoch of the last one; 0 for none
    record Standing(double best, int bestEpoch, int halvings, int lastHalving) {
        static final Standing NONE = new Standing(0, 0, 0, 0);
    }

    /// A run that is killed meanwhile keeps its last one.
    void write(Path file) throws IOException {
        WholeFile.write(
                file,
                plain -> {
                    DataOutputStream out = new DataOutputStream(plain);
                    out.writeInt(MAGIC);
                    out.writeInt(epochs);
                    out.writeLong(learner.steps());
                    out.writeDouble(standing.best());
                    out.writeInt(standing.bestEpoch());
                    out.writeInt(standing.halvings());
                    out.writeInt(standing.lastHalving());
                    out.writeDouble(seconds);
                    ArrayMaps.write(learner.weights(), out);
                    ArrayMaps.write(learner.average(), out);
                    ArrayMaps.write(learner.optimiser(), out);
                });
    }

    /// Whether a file begins as ours do.
    static boolean isOne(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            return in.available() >= Integer.BYTES && in.readInt() == MAGIC;
        }
    }

    /// @throws IOException also when the file is none of ours or cut short
    static Checkpoint read(Path file) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC) {
                throw new IOException(file + " is no checkpoint");
            }
            int epochs = in.readInt();
            long steps = in.readLong();
            Standing standing =
                    new Standing(in.readDouble(), in.readInt(), in.readInt(), in.readInt());
            double seconds = in.readDouble();
            Learner.State state =
                    new Learner.State(
                            ArrayMaps.read(in), ArrayMaps.read(in), ArrayMaps.read(in), steps);
            return new Checkpoint(epochs, state, standing, seconds);
        } catch (EOFException | UTFDataFormatException cut) {
            throw new IOException(
                    file + " is damaged: it ends too early or holds nonsense; take another run",
                    cut);
        }
    }
}

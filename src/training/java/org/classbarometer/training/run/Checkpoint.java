package org.classbarometer.training.run;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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

    // No array of our networks comes near.
    private static final int LONGEST = 1 << 28;

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
                    write(learner.weights(), out);
                    write(learner.average(), out);
                    write(learner.optimiser(), out);
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
            Learner.State state = new Learner.State(arrays(in), arrays(in), arrays(in), steps);
            return new Checkpoint(epochs, state, standing, seconds);
        } catch (EOFException | UTFDataFormatException cut) {
            throw new IOException(
                    file + " is damaged: it ends too early or holds nonsense; take another run",
                    cut);
        }
    }

    private static void write(Map<String, float[]> arrays, DataOutputStream out)
            throws IOException {
        out.writeInt(arrays.size());
        for (Map.Entry<String, float[]> array : arrays.entrySet()) {
            out.writeUTF(array.getKey());
            out.writeInt(array.getValue().length);
            for (float value : array.getValue()) {
                out.writeFloat(value);
            }
        }
    }

    private static Map<String, float[]> arrays(DataInputStream in) throws IOException {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            int length = in.readInt();
            if (length < 0 || length > LONGEST) {
                throw new UTFDataFormatException("an array of " + length + " numbers");
            }
            float[] values = new float[length];
            for (int at = 0; at < values.length; at++) {
                values[at] = in.readFloat();
            }
            arrays.put(name, values);
        }
        return arrays;
    }
}

package org.classbarometer.training.run;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Named arrays in a checkpoint.
public final class ArrayMaps {
    // No array of our networks comes near.
    private static final int LONGEST = 1 << 28;

    private ArrayMaps() {}

    public static void write(Map<String, float[]> arrays, DataOutputStream out) throws IOException {
        out.writeInt(arrays.size());
        for (Map.Entry<String, float[]> array : arrays.entrySet()) {
            out.writeUTF(array.getKey());
            out.writeInt(array.getValue().length);
            for (float value : array.getValue()) {
                out.writeFloat(value);
            }
        }
    }

    /// @throws IOException also when it ends too early, or holds nonsense
    public static Map<String, float[]> read(DataInputStream in) throws IOException {
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

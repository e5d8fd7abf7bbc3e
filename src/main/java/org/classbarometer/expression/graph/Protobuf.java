package org.classbarometer.expression.graph;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.LongStream;

/// Reads a protobuf message field by field, without copying it. What is not understood as ONNX
/// Runtime would understand it, is no message here: nothing slips past the check that way.
///
/// The encoding: https://protobuf.dev/programming-guides/encoding
final class Protobuf {
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FOUR_BYTES = 5;
    // Bytes of a name, or of a list that is read: nothing in a model needs as many.
    private static final int LONGEST = 1 << 16;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

    /// Takes the fields in their order.
    @FunctionalInterface
    interface Fields {
        /// @param number of two fields with the same one the later counts, or both
        /// @param value  of a varint; 0 otherwise
        /// @param bytes  of a text, a message or a packed list; empty otherwise
        void field(int number, long value, ByteBuffer bytes);
    }

    private Protobuf() {}

    /// @throws IllegalArgumentException when it is no message
    static void read(ByteBuffer message, Fields fields) {
        ByteBuffer in = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        try {
            while (in.hasRemaining()) {
                long tag = varint(in);
                int number = Math.toIntExact(tag >>> 3);
                switch ((int) (tag & 7)) {
                    case VARINT -> fields.field(number, varint(in), NOTHING);
                    case EIGHT_BYTES -> in.position(in.position() + Long.BYTES);
                    case FOUR_BYTES -> in.position(in.position() + Integer.BYTES);
                    case LENGTH_DELIMITED -> {
                        int length = Math.toIntExact(varint(in));
                        ByteBuffer bytes = in.slice(in.position(), length);
                        in.position(in.position() + length);
                        fields.field(number, 0, bytes);
                    }
                    default -> throw new IllegalArgumentException("wire type of " + tag);
                }
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException cut) {
            throw new IllegalArgumentException("no whole message", cut);
        }
    }

    /// The integers of a repeated field, which may come packed or one by one.
    ///
    /// @param before those that came before
    static long[] more(long[] before, long value, ByteBuffer packed) {
        // Only what stands for no bytes is read-only; a packed list may be empty.
        if (packed.isReadOnly()) {
            return LongStream.concat(Arrays.stream(before), LongStream.of(value)).toArray();
        }
        if (packed.remaining() > LONGEST) {
            throw new IllegalArgumentException("a list of " + packed.remaining());
        }
        ByteBuffer in = packed.duplicate();
        LongStream.Builder all = LongStream.builder();
        Arrays.stream(before).forEach(all::add);
        while (in.hasRemaining()) {
            all.add(varint(in));
        }
        return all.build().toArray();
    }

    static String text(ByteBuffer bytes) {
        if (bytes.remaining() > LONGEST) {
            throw new IllegalArgumentException("a name of " + bytes.remaining());
        }
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number without end");
    }
}

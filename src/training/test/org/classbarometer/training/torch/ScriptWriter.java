package org.classbarometer.training.torch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.classbarometer.training.net.Anatomy;
import org.classbarometer.training.net.Network;
import org.classbarometer.training.net.Parameter;

/// Writes TorchScript files as PyTorch's `torch.jit.save` does: a zip with the source of the classes,
/// a pickle of the objects and the raw values of each array. The module computes nothing.
public final class ScriptWriter {
    private static final String ARCHIVE = "net/";

    private final Module root = new Module("Net", new LinkedHashMap<>(), new ArrayList<>());
    private final List<byte[]> storages = new ArrayList<>();

    /// @param buffer whether it is one of those that are not trained
    private record Array(
            String name, List<Integer> shape, int storage, Kind kind, boolean buffer) {}

    /// @param type name of its class
    private record Module(String type, Map<String, Module> parts, List<Array> arrays) {
        Module part(String name) {
            return parts.computeIfAbsent(
                    name,
                    _ -> new Module(type + "_" + name, new LinkedHashMap<>(), new ArrayList<>()));
        }
    }

    private enum Kind {
        FLOAT,
        LONG
    }

    /// The weights of a network, under the names that PyTorch gives them.
    public static ScriptWriter of(Network network, Map<String, float[]> weights) {
        ScriptWriter writer = new ScriptWriter();
        for (Parameter parameter : Anatomy.of(network).parameters()) {
            int dot = parameter.name().lastIndexOf('.');
            // Python has no attributes that are numbers.
            String module = parameter.name().substring(0, dot).replaceAll("[.](\\d)", ".at$1");
            String part = parameter.name().substring(dot + 1);
            float[] values = weights.getOrDefault(parameter.name(), new float[0]);
            writer.array(module, torchName(part), parameter.shape(), values);
            if (part.equals("variance")) {
                writer.counter(module);
            }
        }
        return writer;
    }

    private static String torchName(String part) {
        return switch (part) {
            case "gain" -> "weight";
            case "mean" -> "running_mean";
            case "variance" -> "running_var";
            default -> part;
        };
    }

    /// Adds an array.
    ///
    /// @param module below the root: `layer1.conv1`
    /// @param name `weight`, `running_mean`
    private ScriptWriter array(String module, String name, List<Integer> shape, float[] values) {
        ByteBuffer bytes =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return add(module, name, shape, Kind.FLOAT, bytes.array());
    }

    /// Adds the number of batches that batch normalisation counts.
    private ScriptWriter counter(String module) {
        return add(module, "num_batches_tracked", List.of(), Kind.LONG, new byte[Long.BYTES]);
    }

    private ScriptWriter add(
            String module, String name, List<Integer> shape, Kind kind, byte[] bytes) {
        boolean buffer = name.startsWith("running_") || kind == Kind.LONG;
        Module at = root;
        for (String part : module.split("\\.", -1)) {
            at = at.part(part);
        }
        at.arrays().add(new Array(name, shape, storages.size(), kind, buffer));
        storages.add(bytes);
        return this;
    }

    public void write(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setMethod(ZipOutputStream.STORED);
            entry(zip, "data.pkl", new Pickle().root());
            entry(zip, "code/__torch__.py", code().getBytes(UTF_8));
            entry(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            for (int i = 0; i < storages.size(); i++) {
                entry(zip, "data/" + i, storages.get(i));
            }
            entry(zip, "version", "3\n".getBytes(UTF_8));
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(ARCHIVE + name);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        entry.setCrc(sum.getValue());
        entry.setSize(bytes.length);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private String code() {
        StringBuilder code = new StringBuilder();
        declare(root, code);
        code.append(
                "  def forward(self: __torch__.Net,\n    x: Tensor) -> Tensor:\n    return x\n");
        return code.toString();
    }

    private static void declare(Module module, StringBuilder code) {
        module.parts().values().forEach(part -> declare(part, code));
        code.append("class ").append(module.type()).append("(Module):\n");
        code.append("  __parameters__ = [").append(names(module.arrays(), false)).append("]\n");
        code.append("  __buffers__ = [").append(names(module.arrays(), true)).append("]\n");
        module.arrays().forEach(array -> code.append("  " + array.name() + " : Tensor\n"));
        module.parts()
                .forEach((name, part) ->
                        code.append("  " + name + " : __torch__." + part.type() + "\n"));
    }

    private static String names(List<Array> arrays, boolean buffers) {
        return arrays.stream()
                .filter(array -> array.buffer() == buffers)
                .map(array -> "\"" + array.name() + "\", ")
                .collect(Collectors.joining());
    }

    /// Python's pickle, protocol 2, as far as it is needed here.
    private final class Pickle {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        byte[] root() throws IOException {
            out.write(0x80);
            out.write(2);
            object(root);
            out.write('.');
            return out.toByteArray();
        }

        private void object(Module module) throws IOException {
            global("__torch__", module.type());
            raw(")\u0081}(");
            for (Array array : module.arrays()) {
                text(array.name());
                tensor(array);
            }
            for (Map.Entry<String, Module> part : module.parts().entrySet()) {
                text(part.getKey());
                object(part.getValue());
            }
            raw("ub");
        }

        private void tensor(Array array) throws IOException {
            global("torch._utils", "_rebuild_tensor_v2");
            raw("((");
            text("storage");
            global("torch", array.kind() == Kind.FLOAT ? "FloatStorage" : "LongStorage");
            text(Integer.toString(array.storage()));
            text("cpu");
            int count = array.shape().stream().reduce(1, Math::multiplyExact);
            number(count);
            raw("tQ");
            number(0);
            raw("(");
            for (int side : array.shape()) {
                number(side);
            }
            raw("t(");
            int stride = count;
            for (int side : array.shape()) {
                stride /= side;
                number(stride);
            }
            raw("t\u0089");
            global("collections", "OrderedDict");
            raw(")RtR");
        }

        private void global(String module, String name) throws IOException {
            raw("c" + module + "\n" + name + "\n");
        }

        private void text(String text) throws IOException {
            byte[] bytes = text.getBytes(UTF_8);
            out.write('X');
            little(bytes.length);
            out.write(bytes);
        }

        private void number(int number) throws IOException {
            out.write('J');
            little(number);
        }

        private void little(int number) throws IOException {
            out.write(
                    ByteBuffer.allocate(Integer.BYTES)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putInt(number)
                            .array());
        }

        private void raw(String operations) throws IOException {
            out.write(operations.getBytes(ISO_8859_1));
        }
    }
}

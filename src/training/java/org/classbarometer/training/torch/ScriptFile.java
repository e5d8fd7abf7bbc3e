package org.classbarometer.training.torch;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The arrays of a TorchScript file, as `torch.jit.save` writes it.
///
/// DJL hands out a module's parameters but not its buffers, and the running values of batch
/// normalisation are buffers. What is which stands in the source that the file carries, so a copy of
/// it in memory is loaded in which every buffer is declared as a parameter. Nothing of the file is
/// run.
final class ScriptFile {
    private static final Pattern DECLARED =
            Pattern.compile(
                    "__parameters__ = \\[([^\\]]*)\\]\\s*\\n(\\s*)__buffers__ = \\[([^\\]]*)\\]");
    private static final String COUNTER = "num_batches_tracked";

    private ScriptFile() {}

    /// One array, in the order in which the network was put together.
    ///
    /// @param name `layer1.0.conv1.weight`
    record Array(String name, List<Integer> shape, float[] values) {}

    /// @return all arrays but the counters of batch normalisation
    /// @throws IOException when the file cannot be read, or is no TorchScript
    static List<Array> read(Path file) throws IOException {
        byte[] copy = declared(file);
        List<Array> arrays = new ArrayList<>();
        try (Model model = Model.newInstance("weights", Learner.ENGINE)) {
            model.load(new ByteArrayInputStream(copy), Map.of("mapLocation", "true"));
            for (var parameter : model.getBlock().getParameters()) {
                if (!parameter.getKey().endsWith(COUNTER)) {
                    arrays.add(array(parameter.getKey(), parameter.getValue().getArray()));
                }
            }
        } catch (MalformedModelException | EngineException refused) {
            String reason = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
            throw new IOException(file + " cannot be loaded as TorchScript: " + reason, refused);
        }
        return List.copyOf(arrays);
    }

    private static Array array(String name, NDArray array) {
        // Weights may be saved in half precision.
        try (NDArray floats = array.toType(DataType.FLOAT32, true)) {
            return new Array(name, shape(array.getShape()), floats.toFloatArray());
        }
    }

    private static List<Integer> shape(Shape shape) {
        return Arrays.stream(shape.getShape()).mapToObj(Math::toIntExact).toList();
    }

    private static byte[] declared(Path file) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        boolean source = false;
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(copy)) {
            out.setLevel(0);
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith(".py")) {
                    source = true;
                    bytes = declared(bytes);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
                out.closeEntry();
            }
        } catch (ZipException none) {
            throw notTorchScript(file);
        }
        if (!source) {
            throw notTorchScript(file);
        }
        return copy.toByteArray();
    }

    private static IOException notTorchScript(Path file) {
        return new IOException(file + " is no TorchScript; such files are saved by torch.jit.save");
    }

    private static byte[] declared(byte[] source) {
        String text = new String(source, StandardCharsets.UTF_8);
        return DECLARED.matcher(text)
                .replaceAll(found ->
                        "__parameters__ = ["
                                + list(found.group(1))
                                + list(found.group(3))
                                + "]\n"
                                + found.group(2)
                                + "__buffers__ = []")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String list(String names) {
        String plain = names.strip();
        return plain.isEmpty() || plain.endsWith(",") ? plain : plain + ", ";
    }
}

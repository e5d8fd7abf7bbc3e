package org.classbarometer.expression;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// The model contract (models/README.md), checked on a loaded model. Every breach is a
/// [ModelException] that names the file and the key, tensor or shape.
final class ModelContract {
    static final String INPUT = "face";
    static final String LOGITS = "logits";
    static final String MAP = "cam";

    // At 0 no reading would ever be uncertain, and a label would be forced on every face.
    private static final float LEAST_THRESHOLD = 0.01f;

    /// Two such data sets read each other at 58 and 46 % of four labels, so most confident readings of
    /// strangers would be wrong with the threshold of a set's own faces.
    private static final float LEAST_EXPERIMENTAL_THRESHOLD = 0.7f;

    private static final int LARGEST_INPUT = 512;

    private final String file;
    private final OrtSession session;
    private final Map<String, String> keys;

    private ModelContract(String file, OrtSession session) throws OrtException {
        this.file = file;
        this.session = session;
        this.keys = session.getMetadata().getCustomMetadata();
    }

    /// Reads what the model says of itself.
    static ModelMetadata check(String file, OrtSession session)
            throws OrtException, ModelException {
        return new ModelContract(file, session).check();
    }

    private ModelMetadata check() throws OrtException, ModelException {
        long[] face = shape(session.getInputInfo(), INPUT, "[N, 1, H, W]", 4, "input");
        long[] logits = shape(session.getOutputInfo(), LOGITS, "[N, C]", 2, "output");
        long[] map = shape(session.getOutputInfo(), MAP, "[N, C, h, w]", 4, "output");
        if (session.getNumInputs() != 1) {
            String names = String.join(", ", new TreeSet<>(session.getInputNames()));
            throw ModelException.of("expression.model.inputs", file, names);
        }
        // -1 stands for a size left open: the batch must be, the picture must not.
        if (face[0] != -1 || face[1] != 1 || !isSide(face[2]) || !isSide(face[3])) {
            throw wrongShape(INPUT, "[N, 1, H, W]", face);
        }
        LabelSet labels = labels();
        checkLabels(LOGITS, "[N, C]", logits, labels);
        checkLabels(MAP, "[N, C, h, w]", map, labels);
        return new ModelMetadata(
                labels,
                number("crop_margin", -0.45f, 2f),
                number("temperature", 0.01f, 100f),
                threshold(labels),
                key("trained_on"),
                key("licence"),
                key("version"),
                key("card"),
                (int) face[2],
                (int) face[3]);
    }

    private float threshold(LabelSet labels) throws ModelException {
        float own = number("uncertain_below", LEAST_THRESHOLD, 1f);
        return labels.experimental() ? Math.max(own, LEAST_EXPERIMENTAL_THRESHOLD) : own;
    }

    private static boolean isSide(long pixels) {
        return pixels >= 1 && pixels <= LARGEST_INPUT;
    }

    private long[] shape(
            Map<String, NodeInfo> tensors, String name, String wanted, int rank, String direction)
            throws ModelException {
        NodeInfo node = tensors.get(name);
        if (node == null) {
            String found = String.join(", ", new TreeSet<>(tensors.keySet()));
            throw ModelException.of("expression.model." + direction, file, name, wanted, found);
        }
        if (!(node.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT) {
            String found =
                    node.getInfo() instanceof TensorInfo other
                            ? String.valueOf(other.type)
                            : node.getInfo().getClass().getSimpleName();
            throw ModelException.of("expression.model.type", file, name, found);
        }
        long[] shape = tensor.getShape();
        if (shape.length != rank) {
            throw wrongShape(name, wanted, shape);
        }
        return shape;
    }

    private ModelException wrongShape(String name, String wanted, long[] found) {
        String text =
                LongStream.of(found)
                        .mapToObj(size -> size < 0 ? "?" : Long.toString(size))
                        .collect(Collectors.joining(", ", "[", "]"));
        return ModelException.of("expression.model.shape", file, name, wanted, text);
    }

    private LabelSet labels() throws ModelException {
        List<String> names =
                Arrays.stream(key("labels").split(",", -1)).map(String::strip).toList();
        for (String name : names) {
            if (!LabelSet.KNOWN.contains(name)) {
                throw ModelException.of(
                        "expression.model.label.unknown",
                        file,
                        name,
                        String.join(", ", LabelSet.KNOWN));
            }
        }
        if (names.size() < 2 || new HashSet<>(names).size() < names.size()) {
            throw ModelException.of("expression.model.label.list", file, String.join(", ", names));
        }
        return new LabelSet(key("label_set"), names);
    }

    private void checkLabels(String name, String wanted, long[] shape, LabelSet labels)
            throws ModelException {
        if (shape[1] < 1) {
            throw wrongShape(name, wanted, shape);
        }
        if (shape[1] != labels.size()) {
            throw ModelException.of(
                    "expression.model.label.count",
                    file,
                    Integer.toString(labels.size()),
                    name,
                    Long.toString(shape[1]));
        }
    }

    private String key(String name) throws ModelException {
        String value = keys.get(name);
        if (value == null || value.isBlank()) {
            throw ModelException.of("expression.model.key", file, name);
        }
        return value.strip();
    }

    private float number(String name, float least, float most) throws ModelException {
        String text = key(name);
        float value;
        try {
            value = Float.parseFloat(text);
        } catch (NumberFormatException notANumber) {
            throw ModelException.because(notANumber, "expression.model.number", file, name, text);
        }
        if (!(value >= least && value <= most)) {
            throw ModelException.of(
                    "expression.model.range",
                    file,
                    name,
                    text,
                    Float.toString(least),
                    Float.toString(most));
        }
        return value;
    }
}

package org.classbarometer.expression;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.classbarometer.expression.graph.GraphCheck;
import org.classbarometer.text.Text;

/// A model file opened, checked and tried once. Owns the native session.
///
/// @param provider where it really runs
/// @param notice why it does not run where it was asked to
record LoadedModel(
        OrtEnvironment environment,
        OrtSession session,
        ModelMetadata metadata,
        ExecutionProvider provider,
        Optional<String> notice)
        implements AutoCloseable {
    // A hundred times the largest model this program trains; a file beyond it is no expression
    // model.
    private static final long MOST_BYTES = 500_000_000;

    // An ONNX file is a protobuf message whose first field is ir_version: tag 1, varint.
    private static final byte FIRST_BYTE = 0x08;

    static LoadedModel load(Path path, ExecutionProvider wanted) throws ModelException {
        String file = path.toString();
        byte[] bytes = bytes(path);
        Optional<GraphCheck.Finding> found = GraphCheck.of(bytes, FaceBatch.LIMIT);
        if (found.isPresent()) {
            throw refused(file, bytes, found.get());
        }
        OrtEnvironment environment = startRuntime();
        Optional<String> notice = Optional.empty();
        if (wanted == ExecutionProvider.CUDA) {
            if (OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
                try (OrtSession.SessionOptions options = options();
                        OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions()) {
                    options.addCUDA(cuda);
                    return start(environment, file, bytes, options, wanted, Optional.empty());
                } catch (OrtException failed) {
                    notice = Optional.of(Text.of("expression.cuda.failed", reason(failed)));
                }
            } else {
                notice = Optional.of(Text.of("expression.cuda.absent"));
            }
        }
        try (OrtSession.SessionOptions options = options()) {
            return start(environment, file, bytes, options, ExecutionProvider.CPU, notice);
        } catch (OrtException failed) {
            throw unusable(file, bytes, failed);
        }
    }

    /// The same session, framing faces otherwise.
    LoadedModel withCropMargin(float margin) {
        return new LoadedModel(
                environment, session, metadata.withCropMargin(margin), provider, notice);
    }

    private static byte[] bytes(Path path) throws ModelException {
        String file = path.toString();
        if (Files.notExists(path)) {
            throw ModelException.of("expression.model.missing", file);
        }
        if (Files.isDirectory(path)) {
            throw ModelException.of("expression.model.folder", file);
        }
        try {
            long size = Files.size(path);
            if (size == 0) {
                throw ModelException.of("expression.model.empty", file);
            }
            if (size > MOST_BYTES) {
                throw ModelException.of("expression.model.large", file);
            }
            return Files.readAllBytes(path);
        } catch (IOException failed) {
            throw ModelException.because(failed, "expression.model.unreadable", file);
        }
    }

    private static ModelException refused(String file, byte[] bytes, GraphCheck.Finding found) {
        return switch (found.kind()) {
            case UNREADABLE -> ModelException.of(unreadable(bytes), file);
            case OPERATOR -> ModelException.of("expression.model.operator", file, found.what());
            case UNTOLD -> ModelException.of("expression.model.untold", file, found.what());
            case LARGE -> ModelException.of("expression.model.memory", file, found.what());
        };
    }

    private static String unreadable(byte[] bytes) {
        return bytes[0] == FIRST_BYTE ? "expression.model.damaged" : "expression.model.foreign";
    }

    private static OrtEnvironment startRuntime() throws ModelException {
        try {
            return OnnxRuntime.start();
        } catch (OrtException failed) {
            throw ModelException.because(failed, "expression.runtime", reason(failed));
        }
    }

    private static OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        // One thread a call: the monitor's workers are the parallelism (docs/performance.md).
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        return options;
    }

    private static LoadedModel start(
            OrtEnvironment environment,
            String file,
            byte[] bytes,
            OrtSession.SessionOptions options,
            ExecutionProvider provider,
            Optional<String> notice)
            throws OrtException, ModelException {
        OrtSession session = environment.createSession(bytes, options);
        try {
            ModelMetadata metadata = ModelContract.check(file, session);
            tryOnce(environment, file, session, metadata);
            return new LoadedModel(environment, session, metadata, provider, notice);
        } catch (OrtException | ModelException | RuntimeException failed) {
            session.close();
            throw failed;
        }
    }

    /// Two grey pictures through the model: a graph that breaks while it runs, or whose outputs are
    /// not what it declares, must be found here and not in the middle of a lesson.
    private static void tryOnce(
            OrtEnvironment environment, String file, OrtSession session, ModelMetadata model)
            throws OrtException, ModelException {
        int faces = 2;
        int labels = model.labels().size();
        float[] grey = new float[faces * model.inputHeight() * model.inputWidth()];
        Arrays.fill(grey, 128);
        long[] shape = {faces, 1, model.inputHeight(), model.inputWidth()};
        try (OnnxTensor input =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(grey), shape);
                OrtSession.Result result =
                        session.run(
                                Map.of(ModelContract.INPUT, input),
                                Set.of(ModelContract.LOGITS, ModelContract.MAP))) {
            long[] logits = shape(result, ModelContract.LOGITS);
            long[] map = shape(result, ModelContract.MAP);
            boolean right =
                    logits.length == 2
                            && logits[0] == faces
                            && logits[1] == labels
                            && map.length == 4
                            && map[0] == faces
                            && map[1] == labels
                            && map[2] > 0
                            && map[3] > 0;
            if (!right) {
                throw ModelException.of(
                        "expression.model.answer",
                        file,
                        Arrays.toString(logits),
                        Arrays.toString(map));
            }
            FloatBuffer values = values(result, ModelContract.LOGITS);
            while (values.hasRemaining()) {
                if (!Float.isFinite(values.get())) {
                    throw ModelException.of("expression.model.nonumber", file);
                }
            }
        }
    }

    private static long[] shape(OrtSession.Result result, String name) {
        return ((OnnxTensor) result.get(name).orElseThrow()).getInfo().getShape();
    }

    private static FloatBuffer values(OrtSession.Result result, String name) {
        return ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
    }

    private static ModelException unusable(String file, byte[] bytes, OrtException failed) {
        return switch (failed.getCode()) {
            case ORT_INVALID_PROTOBUF, ORT_NO_MODEL ->
                    ModelException.because(failed, unreadable(bytes), file);
            default ->
                    ModelException.because(
                            failed, "expression.model.refused", file, reason(failed));
        };
    }

    /// What ONNX Runtime says, without its own source lines and codes.
    private static String reason(OrtException failed) {
        return String.valueOf(failed.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^Error code - \\w+ - message: ", "")
                .replaceFirst("^.*\\[ONNXRuntimeError] : \\d+ : \\w+ : ", "")
                .strip();
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failed) {
            throw new IllegalStateException(String.valueOf(failed.getMessage()), failed);
        }
    }
}

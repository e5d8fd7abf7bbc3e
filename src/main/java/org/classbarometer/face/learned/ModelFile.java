package org.classbarometer.face.learned;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/// An ONNX file with one input, whatever it holds. Owns native memory; not thread-safe; works on the
/// caller's thread alone.
final class ModelFile implements AutoCloseable {
    /// A hundred times the files this program trains.
    private static final long MOST_BYTES = 100_000_000;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String file;
    private final String texts;
    private final String sha256;

    private ModelFile(
            OrtEnvironment environment,
            OrtSession session,
            String file,
            String texts,
            String sha256) {
        this.environment = environment;
        this.session = session;
        this.file = file;
        this.texts = texts;
        this.sha256 = sha256;
    }

    /// @param texts what the keys of its messages begin with
    static ModelFile open(Path path, String texts) throws FinderException {
        String file = path.toString();
        byte[] bytes = bytes(path, texts);
        try {
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            environment.setTelemetry(false);
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                OrtSession session = environment.createSession(bytes, options);
                return new ModelFile(environment, session, file, texts, sha256(bytes));
            }
        } catch (OrtException failed) {
            throw FinderException.because(failed, texts + ".damaged", file);
        }
    }

    private static byte[] bytes(Path path, String texts) throws FinderException {
        String file = path.toString();
        if (!Files.isRegularFile(path)) {
            throw FinderException.of(texts + ".missing", file);
        }
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw FinderException.of(texts + ".damaged", file);
            }
            return Files.readAllBytes(path);
        } catch (IOException failed) {
            throw FinderException.because(failed, texts + ".unreadable", file);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    String sha256() {
        return sha256;
    }

    Keys keys() throws FinderException {
        try {
            return new Keys(file, texts, session.getMetadata().getCustomMetadata());
        } catch (OrtException failed) {
            throw FinderException.because(failed, texts + ".damaged", file);
        }
    }

    /// @throws FinderException when it has other inputs, or lacks one of the outputs
    void expect(String input, Set<String> outputs) throws FinderException {
        if (!session.getInputNames().equals(Set.of(input))
                || !session.getOutputNames().containsAll(outputs)) {
            throw otherTensors();
        }
    }

    FinderException otherTensors() {
        return FinderException.of(texts + ".tensors", file);
    }

    /// What a file answers.
    @FunctionalInterface
    interface Reader<T> {
        T read(Answer answer) throws FinderException;
    }

    /// The outputs of one run; valid while it is read.
    record Answer(OrtSession.Result result) {
        private OnnxTensor tensor(String name) {
            return (OnnxTensor) result.get(name).orElseThrow();
        }

        long[] shape(String name) {
            return tensor(name).getInfo().getShape();
        }

        FloatBuffer floats(String name) {
            return tensor(name).getFloatBuffer();
        }
    }

    /// Shows it an input and hands on what it answers.
    ///
    /// @param values direct, to be read from where they stand
    <T> T run(String input, FloatBuffer values, long[] shape, Reader<T> reader)
            throws FinderException {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, values, shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            return reader.read(new Answer(result));
        } catch (OrtException failed) {
            throw FinderException.because(failed, texts + ".damaged", file);
        }
    }

    /// @throws FinderException when one of an output's values is no number
    void refuseNoNumbers(Answer answer, String output) throws FinderException {
        FloatBuffer all = answer.floats(output);
        while (all.hasRemaining()) {
            if (!Float.isFinite(all.get())) {
                throw FinderException.of(texts + ".nonumber", file);
            }
        }
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

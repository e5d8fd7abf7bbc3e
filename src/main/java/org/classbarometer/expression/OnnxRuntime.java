package org.classbarometer.expression;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.nio.file.Path;
import java.util.Optional;
import org.classbarometer.natives.NativeLibraries;

/// ONNX Runtime, started once in a process. Thread-safe.
public final class OnnxRuntime {
    private static final String VENDOR = "java.vendor";
    private static final String WITHOUT_TEMPORARY_FILES = "The Android Project";

    private OnnxRuntime() {}

    /// The running runtime, which says nothing by itself and sends no usage data.
    ///
    /// @throws OrtException when it refuses to be silent
    public static OrtEnvironment start() throws OrtException {
        OrtEnvironment environment = Started.ENVIRONMENT;
        // On Windows it would send usage data; nothing leaves the machine.
        environment.setTelemetry(false);
        return environment;
    }

    private static final class Started {
        static final OrtEnvironment ENVIRONMENT = environment();

        // ONNX Runtime writes to stderr what it also throws: only the latter is for people.
        private static OrtEnvironment open() {
            return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        }

        // It makes a folder for temporary files even when it has nothing to put there: one that
        // stays when the program is killed, and no start where none can be made. Only on Android,
        // which has no such folder, it goes without and asks the system's loader.
        private static OrtEnvironment environment() {
            Optional<Path> library = NativeLibraries.file("onnxruntime");
            if (library.isEmpty()) {
                return open();
            }
            System.load(library.get().toString());
            String vendor = System.setProperty(VENDOR, WITHOUT_TEMPORARY_FILES);
            try {
                return open();
            } finally {
                System.setProperty(VENDOR, vendor == null ? "" : vendor);
            }
        }
    }
}

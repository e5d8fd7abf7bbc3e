package org.classbarometer.training;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.util.List;

/// Finds a Python that has what `src/training/elsewhere` needs.
public final class Pythons {
    private Pythons() {}

    /// @return its command; the test is skipped where there is none
    public static String withTorch() {
        return with("import torch, numpy", "PyTorch and numpy");
    }

    private static String with(String imports, String what) {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            if (runs(List.of(python, "-c", imports))) {
                return python;
            }
        }
        return abort("a python3 with " + what + " is needed");
    }

    private static boolean runs(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

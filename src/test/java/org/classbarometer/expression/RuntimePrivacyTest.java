package org.classbarometer.expression;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// ONNX Runtime 1.29.0 sends usage data to its maker from Linux and macOS unless told otherwise
/// before it starts (docs/decisions/0003-execution-provider.md). Whoever raises the version meets
/// this test.
class RuntimePrivacyTest {
    @Test
    void the_runtime_has_no_sender_inside() throws Exception {
        URI jar =
                URI.create(
                        "jar:"
                                + OrtEnvironment.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation());
        try (FileSystem archive = FileSystems.newFileSystem(jar, java.util.Map.of());
                Stream<Path> entries = Files.walk(archive.getPath("/ai/onnxruntime/native"))) {
            List<Path> libraries =
                    entries.filter(entry ->
                                    entry.toString().endsWith("libonnxruntime.so")
                                            || entry.toString().endsWith("libonnxruntime.dylib"))
                            .filter(entry -> !entry.toString().contains("dSYM"))
                            .toList();
            assertThat(libraries).isNotEmpty();
            for (Path library : libraries) {
                try (InputStream content = Files.newInputStream(library)) {
                    // Latin-1 keeps every byte: the address stands in the library as plain text.
                    String text = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
                    assertThat(text.contains("events.data.microsoft.com"))
                            .as("%s knows where to send usage data", library)
                            .isFalse();
                }
            }
        }
    }
}

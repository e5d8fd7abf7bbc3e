package org.classbarometer.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.classbarometer.cli.SimulatedClassroom;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.cli.common.Json;
import org.classbarometer.session.Plans;
import org.classbarometer.session.SessionStore;
import org.classbarometer.store.SqliteSessionStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DoctorCommandTest {
    @TempDir Path folder;
    private SimulatedClassroom room;
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void installACopy() throws IOException {
        Locale.setDefault(Locale.ENGLISH);
        for (String part : new String[] {"models", "cascades"}) {
            Files.createDirectory(folder.resolve(part));
            try (Stream<Path> files = Files.list(Path.of(part))) {
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(file));
                }
            }
        }
        room = new SimulatedClassroom(folder);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    private JsonNode examined() {
        return Json.mapper().readTree(room.out.toString());
    }

    private String status(String subject, String text) {
        return StreamSupport.stream(examined().get("findings").spliterator(), false)
                .filter(one -> one.get("subject").asString().equals(subject))
                .filter(one -> one.get("text").asString().contains(text))
                .map(one -> one.get("status").asString())
                .findFirst()
                .orElse("nothing said");
    }

    @Test
    void a_whole_installation_is_found_well() {
        assertThat(room.run("doctor", "--json")).isEqualTo(ExitCode.OK);

        assertThat(examined().get("ok").asBoolean()).isTrue();
        assertThat(status("version", "ClassBarometer")).isEqualTo("ok");
        assertThat(status("java", "25")).isEqualTo("ok");
        assertThat(status("model", "expression-baseline.onnx")).isEqualTo("ok");
        assertThat(status("finder", "face.onnx: version")).isEqualTo("ok");
        assertThat(status("finder", "face-check.onnx: version")).isEqualTo("ok");
        assertThat(status("shipped", "as they were shipped"))
                .as(
                        "after a model was exchanged: sha256sum models/*.onnx"
                                + " > src/main/resources/org/classbarometer/setup/models.sha256")
                .isEqualTo("ok");
        assertThat(status("cascades", "haarcascade_frontalface")).isEqualTo("ok");
        assertThat(status("providers", "CPU")).isEqualTo("ok");
        assertThat(status("ffmpeg", "LGPL")).isEqualTo("ok");
        assertThat(status("demo", "1280")).isEqualTo("ok");
        assertThat(status("database", folder.resolve("data").toString())).isEqualTo("ok");
    }

    @Test
    void the_database_is_told_with_its_size_and_what_it_holds() throws Exception {
        Path file = folder.resolve("data/sessions.db");
        try (SessionStore store =
                SqliteSessionStore.open(file, InstantSource.fixed(SimulatedClassroom.NOW))) {
            store.begin(Plans.lesson("7b", Plans.MONDAY_NINE));
            store.begin(Plans.lesson("8c", Plans.MONDAY_NINE));
        }
        room.run("doctor", "--json");

        assertThat(status("database", file + ": 2 sessions, ")).isEqualTo("ok");
        assertThat(status("database", "KiB, version 4")).isEqualTo("ok");
    }

    @Test
    void a_database_that_cannot_be_used_is_a_problem_and_stays_as_it_is() throws Exception {
        Path file = folder.resolve("data/sessions.db");
        Files.createDirectory(folder.resolve("data"));
        Files.writeString(file, "a shopping list");

        assertThat(room.run("doctor", "--json")).isEqualTo(ExitCode.PROBLEM);
        assertThat(status("database", file + " is damaged")).isEqualTo("problem");
        assertThat(file).hasContent("a shopping list");
    }

    @Test
    void a_model_of_which_one_bit_has_turned_is_named() throws IOException {
        Path model = folder.resolve("models/expression-baseline.onnx");
        byte[] bytes = Files.readAllBytes(model);
        // In the middle of the weights, the lowest bit of a float's fraction.
        bytes[bytes.length / 2 & ~3] ^= 1;
        Files.write(model, bytes);

        assertThat(room.run("doctor", "--json")).isEqualTo(ExitCode.OK);
        assertThat(status("model", "expression-baseline.onnx: version")).isEqualTo("ok");
        assertThat(status("shipped", model + " is not as shipped")).isEqualTo("note");
    }

    @Test
    void it_writes_nothing() {
        room.run("doctor");

        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void a_damaged_finder_or_check_is_named_and_hinders_nothing() throws IOException {
        Files.writeString(folder.resolve("models/face-check.onnx"), "a shopping list");
        assertThat(room.run("doctor", "--json")).isEqualTo(ExitCode.OK);
        assertThat(status("finder", "face.onnx: version")).isEqualTo("ok");
        assertThat(status("finder", "face-check.onnx is damaged")).isEqualTo("note");
        room.out.getBuffer().setLength(0);

        Files.writeString(folder.resolve("models/face.onnx"), "a shopping list");
        assertThat(room.run("doctor", "--json")).isEqualTo(ExitCode.OK);
        assertThat(status("finder", "face.onnx is damaged")).isEqualTo("note");
    }

    @Test
    void a_missing_model_is_a_problem_with_a_way_out() throws IOException {
        try (DirectoryStream<Path> models =
                Files.newDirectoryStream(folder.resolve("models"), "*.onnx")) {
            for (Path model : models) {
                Files.delete(model);
            }
        }

        assertThat(room.run("doctor", "--json")).isEqualTo(ExitCode.PROBLEM);
        assertThat(status("model", "no model file")).isEqualTo("problem");
    }

    @Test
    void a_damaged_model_that_is_not_used_is_only_noted() throws IOException {
        Files.writeString(folder.resolve("models/other.onnx"), "this is no model");

        assertThat(room.run("doctor", "--json")).isEqualTo(ExitCode.OK);
        assertThat(status("model", "other.onnx")).isEqualTo("note");
    }

    @Test
    void a_damaged_cascade_is_a_problem() throws IOException {
        try (Stream<Path> cascades = Files.list(folder.resolve("cascades"))) {
            for (Path cascade : cascades.toList()) {
                Files.writeString(cascade, "<opencv_storage>");
            }
        }

        assertThat(room.run("doctor")).isEqualTo(ExitCode.PROBLEM);
        assertThat(room.out.toString()).contains("PROBLEM   cascades");
    }

    @Test
    void it_speaks_german() {
        room.run("doctor", "--lang", "de");
        assertThat(room.out.toString()).contains("gut").contains("Nichts Wesentliches fehlt.");
    }
}

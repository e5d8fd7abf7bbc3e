package org.classbarometer.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.classbarometer.frame.ChildJvm;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What grows is there when it is whole, and nothing of it otherwise.
class GrowingTest {
    @TempDir Path folder = Path.of("");

    private ChildJvm growing() throws Exception {
        ChildJvm child = new ChildJvm(GrowMain.class, List.of(folder.toString()), Map.of());
        child.await("growing", 0);
        return child;
    }

    private void begin() throws Exception {
        Growing.file(folder.resolve("week.csv")).close();
        Growing.folder(folder, "lessons").close();
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void what_a_killed_program_left_is_taken_away_by_the_next() throws Exception {
        try (ChildJvm child = growing()) {
            child.kill();
        }
        assertThat(folder.toFile().list()).as("what it left").hasSize(2);
        begin();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_another_program_is_writing_stays() throws Exception {
        try (ChildJvm child = growing()) {
            begin();
            assertThat(folder.toFile().list()).hasSize(2);
            child.enter();
            assertThat(child.exitCode()).isZero();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_this_program_is_writing_stays() throws Exception {
        try (Growing first = Growing.file(folder.resolve("week.csv"));
                Growing second = Growing.file(folder.resolve("week.csv"))) {
            assertThat(first.path()).exists();
            assertThat(second.path()).exists();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_program_that_is_asked_to_end_leaves_nothing() throws Exception {
        try (ChildJvm child = growing()) {
            child.terminate();
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void other_hidden_files_stay() throws Exception {
        Path mine = Files.writeString(folder.resolve(".week.csv.mine.part"), "mine");
        begin();

        assertThat(mine).hasContent("mine");
    }

    @Test
    void what_is_finished_is_for_its_owner_only() throws Exception {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path target = Files.writeString(folder.resolve("week.csv"), "before");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--r--"));
        try (Growing growing = Growing.file(target)) {
            int _ =
                    growing.channel()
                            .write(ByteBuffer.wrap("after".getBytes(StandardCharsets.UTF_8)));
            assertThat(target).hasContent("before");
            growing.finish(target);
        }
        assertThat(target).hasContent("after");
        assertThat(permissions(target)).isEqualTo("rw-------");

        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        OwnerOnly.ownFolder(open);
        assertThat(permissions(open)).isEqualTo("rwx------");
    }
}

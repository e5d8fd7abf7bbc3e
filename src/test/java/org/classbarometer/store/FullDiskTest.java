package org.classbarometer.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.classbarometer.frame.ChildJvm;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Withdrawing on a disk that is really full: a few megabytes of memory that only a child process
/// sees as a disk (Linux, where one may have a namespace of one's own).
@Timeout(300)
class FullDiskTest {
    @TempDir Path disk;

    @BeforeAll
    static void needsAnOwnNamespace() throws Exception {
        boolean possible = false;
        try {
            Process tried =
                    new ProcessBuilder(
                                    List.of(
                                            "unshare",
                                            "--user",
                                            "--map-root-user",
                                            "--mount",
                                            "mount",
                                            "-t",
                                            "tmpfs",
                                            "none",
                                            "/mnt"))
                            .redirectErrorStream(true)
                            .start();
            possible = tried.waitFor(10, TimeUnit.SECONDS) && tried.exitValue() == 0;
        } catch (IOException noUnshare) {
            // Skipped below.
        }
        Assumptions.assumeTrue(possible, "a process may not have a disk of its own here (unshare)");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "while-recording",
                "after-restart",
                "from-the-list",
                "everything",
                "after-a-kill"
            })
    void what_is_withdrawn_on_a_full_disk_is_gone_from_every_byte(String when) throws Exception {
        List<String> said = onAFullDisk(when);

        assertThat(said).contains("full", "deleted", "traces []", "sound");
        assertThat(said).contains(when.equals("everything") ? "left 0" : "left 2");
    }

    @Test
    void what_another_program_keeps_from_being_deleted_on_a_full_disk_is_said_and_all_there()
            throws Exception {
        List<String> said = onAFullDisk("held-by-another");

        assertThat(said).contains("full", "left 3", "sound");
        assertThat(said)
                .anyMatch(line -> line.startsWith("refused Nothing was deleted: the disk with"));
    }

    private List<String> onAFullDisk(String when) throws Exception {
        List<String> before =
                List.of(
                        "unshare",
                        "--user",
                        "--map-root-user",
                        "--mount",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o size=4m none \"$0\" && exec \"$@\"",
                        disk.toString());
        try (ChildJvm child =
                new ChildJvm(
                        before, FullDiskMain.class, List.of(disk.toString(), when), Map.of())) {
            int code = child.exitCode();
            assertThat(code).as(() -> child.lines().toString()).isZero();
            return child.lines();
        }
    }
}

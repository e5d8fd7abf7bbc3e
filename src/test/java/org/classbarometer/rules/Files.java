package org.classbarometer.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import java.util.Set;

/// Who may write files: a list, so that what handles pictures can never be on it unseen.
final class Files {
    static final DescribedPredicate<JavaClass> KEEPERS =
            resideInAnyPackage(
                            "org.classbarometer.cli..",
                            "org.classbarometer.evaluate.report..",
                            "org.classbarometer.output..",
                            "org.classbarometer.report..",
                            "org.classbarometer.selfcheck.diary..",
                            "org.classbarometer.store..",
                            "org.classbarometer.ui.settings..",
                            "org.classbarometer.ui.statement..")
                    .or(named("the lock of the running program", "ui.SingleInstance"))
                    .or(named("the socket by which a second start is heard", "ui.Doorbell"))
                    .or(named("what was told of a source, and its lock", "session.SourceHold"))
                    .or(named("reads a recording through a channel", "session.RecordingDigest"))
                    .or(named("the note which model file is faster", "setup.QuickestFile"));

    private static final Set<String> READS =
            Set.of(
                    "exists",
                    "find",
                    "getFileStore",
                    "getLastModifiedTime",
                    "getPosixFilePermissions",
                    "isDirectory",
                    "isExecutable",
                    "isReadable",
                    "isRegularFile",
                    "isSameFile",
                    "isSymbolicLink",
                    "isWritable",
                    "lines",
                    "list",
                    "newBufferedReader",
                    "newDirectoryStream",
                    "newInputStream",
                    "notExists",
                    "probeContentType",
                    "readAllBytes",
                    "readAllLines",
                    "readAttributes",
                    "readString",
                    "readSymbolicLink",
                    "size",
                    "walk",
                    "walkFileTree");
    private static final Set<String> WRITERS =
            Set.of(
                    "java.io.FileOutputStream",
                    "java.io.FileWriter",
                    "java.io.RandomAccessFile",
                    "java.nio.channels.FileChannel",
                    "java.nio.channels.AsynchronousFileChannel");

    static final DescribedPredicate<JavaAccess<?>> WRITING =
            DescribedPredicate.describe("a file is written", Files::writes);

    private Files() {}

    private static DescribedPredicate<JavaClass> named(String what, String type) {
        return DescribedPredicate.describe(
                what, one -> one.getName().equals("org.classbarometer." + type));
    }

    private static boolean writes(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return !(access instanceof JavaFieldAccess)
                && (WRITERS.contains(owner)
                        || (owner.equals("java.nio.file.Files")
                                && !READS.contains(access.getName()))
                        || opensByName(access, owner));
    }

    // Of these, only the constructors that take a file or its name write to the disk.
    private static boolean opensByName(JavaAccess<?> access, String owner) {
        return (owner.equals("java.io.PrintWriter") || owner.equals("java.io.PrintStream"))
                && access.getTarget()
                        .getFullName()
                        .matches(".*<init>\\(java\\.(io\\.File|lang\\.String)\\b.*");
    }
}

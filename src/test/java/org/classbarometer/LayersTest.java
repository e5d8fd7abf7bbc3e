package org.classbarometer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class LayersTest {
    private static final JavaClasses PROGRAM =
            new ClassFileImporter()
                    // ArchUnit's own option does not know the folder of the profile "training".
                    .withImportOption(place -> !place.contains("/test-classes/"))
                    .importPackages("org.classbarometer");

    @Test
    void only_the_screens_know_javafx() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.classbarometer.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..")
                .because("the pipeline runs headless")
                .check(PROGRAM);
    }

    @Test
    void only_the_command_line_knows_picocli() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.classbarometer.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..")
                .because("commands are one way in among others")
                .check(PROGRAM);
    }

    @Test
    void nothing_below_the_screens_knows_the_screens() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..text..", "..frame..", "..face..", "..expression..", "..monitor..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..ui..", "..cli..")
                .because("the pipeline must not care who looks at it")
                .check(PROGRAM);
    }

    @Test
    void frames_know_nothing_of_faces() {
        noClasses()
                .that()
                .resideInAnyPackage("..frame..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..face..", "..expression..", "..monitor..")
                .because("a source only brings pictures")
                .check(PROGRAM);
    }

    @Test
    void packages_do_not_depend_on_each_other_in_circles() {
        slices().matching("org.classbarometer.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a circle of packages is one package with many doors")
                .check(PROGRAM);
    }

    @Test
    void nothing_can_write_a_picture() {
        noClasses()
                .should()
                .callMethod(
                        org.opencv.imgcodecs.Imgcodecs.class,
                        "imwrite",
                        String.class,
                        org.opencv.core.Mat.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.imageio.ImageIO")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.embed.swing.SwingFXUtils")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.bytedeco.javacv.FFmpegFrameRecorder")
                .because("no picture is ever stored")
                .check(PROGRAM);
    }

    @Test
    void every_package_says_why_it_exists() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
                .because("null is not part of our language")
                .check(PROGRAM);
    }
}

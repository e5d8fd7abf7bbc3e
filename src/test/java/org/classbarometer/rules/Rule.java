package org.classbarometer.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;

/// What the shape of the program must hold to. Every rule is checked on the program and on the
/// classes of `planted`, each of which breaks one and must be caught (LayersTest).
///
/// Rules list what is allowed, not what is forbidden, wherever a list of the forbidden could miss
/// something. Whoever needs one more entry adds it here, where it is seen.
@SuppressWarnings("ImmutableEnumChecker") // An ArchRule has nothing that could be changed.
public enum Rule {
    JAVAFX_IS_FOR_THE_SCREENS(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.classbarometer.ui..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "javafx..", "com.sun.javafx..", "atlantafx..", "org.kordamp..")
                    .because("the pipeline runs headless")),

    PICOCLI_IS_FOR_THE_COMMAND_LINE(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.classbarometer.cli..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("picocli..")
                    .because("commands are one way in among others")),

    ONLY_MAIN_KNOWS_SCREENS_AND_COMMANDS(
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.classbarometer",
                            "org.classbarometer.ui..",
                            "org.classbarometer.cli..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.classbarometer.ui..", "org.classbarometer.cli..")
                    .because("what works must not care who looks at it")),

    FRAMES_KNOW_NOTHING_BUT_PICTURES(
            classes()
                    .that()
                    .resideInAPackage("..frame..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                            "java..",
                                            "org.opencv..",
                                            "nu.pattern..",
                                            "org.bytedeco..",
                                            "org.slf4j..",
                                            "org.jspecify..",
                                            "tools.jackson..",
                                            "org.classbarometer.natives..",
                                            "javax.crypto..",
                                            "org.classbarometer.text..",
                                            "org.classbarometer.web..",
                                            "..frame..")
                                    .or(Predicates.PRIMITIVE))
                    .because("a source only brings pictures")),

    NO_CIRCLES_OF_PACKAGES(
            slices().matching("org.classbarometer.(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("a circle of packages is one package with many doors")),

    NOTHING_ENCODES_A_PICTURE(
            noClasses()
                    .should()
                    .accessTargetWhere(Pictures.BEYOND_READING)
                    .because("no picture is ever stored")),

    NOTHING_KNOWS_A_PICTURE_WRITER(
            noClasses()
                    .should()
                    .dependOnClassesThat(Pictures.WRITERS)
                    .because("no picture is ever stored")),

    ONLY_THE_SCREEN_SOURCE_LOOKS_AT_THE_SCREEN(
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("org.classbarometer.frame.device.ScreenSource")
                    .should()
                    .dependOnClassesThat(Pictures.OF_THE_SCREEN)
                    .because("what is on the screen may show people")),

    ONLY_THE_WINDOW_SOURCE_CALLS_THE_SYSTEM(
            noClasses()
                    .that()
                    .haveNameNotMatching(
                            "org\\.classbarometer\\.frame\\.device\\.X11(Calls)?(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.lang.foreign..")
                    .because("what C can do, such as looking at the screen, no other rule sees")),

    WINDOWS_ARE_NOT_COPIED(
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("org.classbarometer.ui.AppIcon")
                    .and()
                    .doNotHaveFullyQualifiedName("org.classbarometer.ui.review.chart.ChartPicture")
                    .should()
                    .accessTargetWhere(Pictures.SNAPSHOTS)
                    .because("a picture of the window holds the class")),

    CHARTS_HOLD_NO_PICTURES(
            noClasses()
                    .that()
                    .resideInAPackage("..review.chart..")
                    .and()
                    .doNotHaveSimpleName("ChartPicture")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "javafx.scene.image..", "..classbarometer.frame..", "org.opencv..")
                    .because("ChartPicture makes an image of them, and it must be one of figures")),

    CHARTS_ARE_THE_ONLY_IMAGES(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.classbarometer.report.image")
                    .and()
                    .doNotHaveFullyQualifiedName("org.classbarometer.ui.review.ChartExport")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.classbarometer.report.image")
                    .because("it writes an image, and only a lesson's chart may become one")),

    FEW_PLACES_WRITE_FILES(
            noClasses()
                    .that(Predicates.not(Files.KEEPERS))
                    .should()
                    .accessTargetWhere(Files.WRITING)
                    .because(
                            "what handles pictures or faces has no business with files; add a package"
                                    + " to Files.KEEPERS when it keeps something else")),

    NOTHING_TALKS_TO_A_NETWORK(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.classbarometer.web")
                    .and()
                    .doNotHaveFullyQualifiedName("org.classbarometer.ui.Doorbell")
                    .should()
                    .dependOnClassesThat(Network.TALKERS)
                    .because(
                            "nothing leaves the machine; package web speaks to the host that was typed,"
                                    + " and FFmpeg to an RTSP camera")),

    THE_DOORBELL_KNOWS_NO_NETWORK(
            noClasses()
                    .that()
                    .haveSimpleName("Doorbell")
                    .should()
                    .dependOnClassesThat(Network.REACHING_OUT)
                    .because(
                            "a second start reaches the first window by a socket that is a file in the"
                                    + " user's own folder, and by nothing that has an address")),

    NULL_IS_NO_VALUE(
            classes()
                    .should(Predicates.BE_IN_A_NULL_MARKED_PACKAGE)
                    .because("null is not part of our language")),

    NO_STATIC_STATE(
            noFields()
                    .that()
                    .areStatic()
                    .and()
                    .doNotHaveName("$assertionsDisabled")
                    .should()
                    .notBeFinal()
                    .because("state has an owner that can be made anew for a test"));

    private final ArchRule rule;

    Rule(ArchRule rule) {
        this.rule = rule;
    }

    public ArchRule arch() {
        return rule;
    }
}

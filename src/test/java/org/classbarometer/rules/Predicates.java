package org.classbarometer.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/// Words that ArchUnit lacks.
final class Predicates {
    static final DescribedPredicate<JavaClass> PRIMITIVE =
            DescribedPredicate.describe(
                    "primitive types and their arrays",
                    type -> type.isPrimitive() || type.getBaseComponentType().isPrimitive());

    /// A package without `package-info` has no class that could lack the annotation, so each class
    /// is asked for its package.
    static final ArchCondition<JavaClass> BE_IN_A_NULL_MARKED_PACKAGE =
            new ArchCondition<>("be in a @NullMarked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked =
                            type.getPackage()
                                    .tryGetPackageInfo()
                                    .filter(info -> info.isAnnotatedWith(NullMarked.class))
                                    .isPresent();
                    events.add(
                            new SimpleConditionEvent(
                                    type,
                                    marked,
                                    type.getName()
                                            + (marked ? " is" : " is not")
                                            + " in a @NullMarked package"));
                }
            };

    private Predicates() {}

    static DescribedPredicate<JavaClass> not(DescribedPredicate<JavaClass> other) {
        return DescribedPredicate.not(other);
    }
}

/// The "why" view: which parts of one face's crop spoke for a label, live, with all probabilities.
///
/// An [org.classbarometer.expression.ExplanationMap] goes in; a heat picture and words come out.
@NullMarked
package org.classbarometer.ui.explanation;

import org.jspecify.annotations.NullMarked;

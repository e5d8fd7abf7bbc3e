/// The self-check screen: a student looks at their own expression, alone, by their own choice, and
/// keeps what they like in a diary of their own.
///
/// [org.classbarometer.ui.selfcheck.model.SelfCheckViewModel] joins the camera with the own face only
/// ([org.classbarometer.ui.selfcheck.model.OwnCamera]), the moment being written about
/// ([org.classbarometer.ui.selfcheck.model.CheckIn]) and the diary
/// ([org.classbarometer.ui.selfcheck.model.DiaryModel]); none of them knows a control.
/// [org.classbarometer.ui.selfcheck.SelfCheckView] shows them. The camera is off unless its button was
/// pressed and the screen is shown.
@NullMarked
package org.classbarometer.ui.selfcheck;

import org.jspecify.annotations.NullMarked;

/// What the review room knows, without a control: [org.classbarometer.ui.review.model.ReviewViewModel]
/// asks the session store in the background and holds what the panes show, on the JavaFX thread.
@NullMarked
package org.classbarometer.ui.review.model;

import org.jspecify.annotations.NullMarked;

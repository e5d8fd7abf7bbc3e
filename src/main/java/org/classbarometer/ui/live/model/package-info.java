/// What the live screen knows, without a control: [org.classbarometer.ui.live.model.LiveViewModel]
/// holds the properties that its views show and takes their commands, on the JavaFX thread.
@NullMarked
package org.classbarometer.ui.live.model;

import org.jspecify.annotations.NullMarked;

/// What the self-check knows, without a control: the own camera, the moment being written about, the
/// diary as it is open; on the JavaFX thread.
@NullMarked
package org.classbarometer.ui.selfcheck.model;

import org.jspecify.annotations.NullMarked;

/// The cards of the self-check: the own picture, what is read of it, what the student says of the
/// moment, what one may do about it.
@NullMarked
package org.classbarometer.ui.selfcheck.card;

import org.jspecify.annotations.NullMarked;

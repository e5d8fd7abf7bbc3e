/// The opt-in statement, shown to a class over the whole window and printed for it; a page for the
/// browser where there is no printer. No picture of anybody is in any form of it.
@NullMarked
package org.classbarometer.ui.statement;

import org.jspecify.annotations.NullMarked;

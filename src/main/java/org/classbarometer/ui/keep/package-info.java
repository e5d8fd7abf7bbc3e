/// What is chosen about the stored sessions: how long they are kept, whether hints are given,
/// deleting everything. [StoreChoices] holds the choices for all screens and saves each at once;
/// where the store cannot be opened they hold until the program ends.
@NullMarked
package org.classbarometer.ui.keep;

import org.jspecify.annotations.NullMarked;

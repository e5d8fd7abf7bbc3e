/// What is chosen in the settings about storing: place and purpose, how long sessions are kept,
/// whether hints are given, deleting everything. [StoreChoices] holds the choices for all screens and
/// saves each at once; where the store cannot be opened they hold until the program ends.
@NullMarked
package org.classbarometer.ui.storing;

import org.jspecify.annotations.NullMarked;

/// Places to turn to, by country, from a file that anyone can edit.
///
/// A CSV file ships with the program; one of the same name in the user's data folder takes its place
/// (docs/helplines.md). Lists of [org.classbarometer.selfcheck.help.Helpline] leave, the emergency
/// number first.
@NullMarked
package org.classbarometer.selfcheck.help;

import org.jspecify.annotations.NullMarked;

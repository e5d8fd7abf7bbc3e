/// What may be done where, and the words that are said about it.
///
/// The declared use enters, whether it may be watched and stored leaves, with the reason in words a
/// teacher understands; beside it the text about the law and the statement that people opt in to, in
/// the language of the screen. One rule for the screens and the command line; it knows neither, and
/// no store. No legal advice: docs/law.md, docs/decisions/0011.
@NullMarked
package org.classbarometer.law;

import org.jspecify.annotations.NullMarked;

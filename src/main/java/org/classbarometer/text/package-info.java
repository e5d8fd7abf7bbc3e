/// Words for people: every text a user can read, in the language of the screen.
///
/// Keys look like `frame.camera.busy`; the part before the first dot names the resource bundle,
/// which lies in a folder for each language of [org.classbarometer.text.Language]
/// (`en/frame.properties`, `de/frame.properties`). Every other package may call this one; it calls
/// none.
@NullMarked
package org.classbarometer.text;

import org.jspecify.annotations.NullMarked;

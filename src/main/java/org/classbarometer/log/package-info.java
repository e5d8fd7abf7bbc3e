/// Where the program's log goes, and what a line of it looks like: to the terminal only, warnings and worse,
/// with no password in it. Logback finds it by itself (`META-INF/services`); nobody calls it. In code and not
/// in XML, since reading that took a twentieth of a short command's time.
@NullMarked
package org.classbarometer.log;

import org.jspecify.annotations.NullMarked;

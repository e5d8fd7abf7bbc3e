/// The command line: one class a command, joined in
/// [org.classbarometer.cli.ClassBarometerCommand].
///
/// Arguments go in; text, one JSON object, files that were asked for or a stored session, and an
/// [org.classbarometer.cli.common.ExitCode] come out. What the commands need of the world comes in one
/// [org.classbarometer.cli.common.Surroundings], so that tests can put a simulated one there. Called by
/// `Main`; nothing else knows it or picocli.
@NullMarked
package org.classbarometer.cli;

import org.jspecify.annotations.NullMarked;

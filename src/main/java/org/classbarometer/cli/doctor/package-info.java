/// The command `doctor`: what this machine and this program's parts can do, one
/// [org.classbarometer.cli.doctor.Finding] a line.
@NullMarked
package org.classbarometer.cli.doctor;

import org.jspecify.annotations.NullMarked;

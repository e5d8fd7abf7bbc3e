/// The lab's commands: `mvn -Ptraining test-compile exec:exec -Dlab="train --help"`.
@NullMarked
package org.classbarometer.training.cli;

import org.jspecify.annotations.NullMarked;

/// Programs that take the pictures of the documents, and pictures for a critical eye. No tests: `mvn
/// -Ppictures test-compile exec:exec -Dpicture=Screenshots -Dfolder=FOLDER`. The program itself cannot
/// save a picture.
@NullMarked
package org.classbarometer.pictures;

import org.jspecify.annotations.NullMarked;

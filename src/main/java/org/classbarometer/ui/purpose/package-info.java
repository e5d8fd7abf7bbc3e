/// Where and for what the program runs: asked at the first start, changed from the settings.
///
/// [PurposeViewModel] holds the answers and the verdict on them; [PurposeScreen] asks, over the whole window.
/// What the answers allow is decided in `law`, not here.
@NullMarked
package org.classbarometer.ui.purpose;

import org.jspecify.annotations.NullMarked;

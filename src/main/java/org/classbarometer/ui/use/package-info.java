/// Where and for what the program runs: asked at the first start, changed from the settings.
///
/// [UseViewModel] holds the answers and the verdict on them; [UseScreen] asks, over the whole window.
/// What the answers allow is decided in `law`, not here.
@NullMarked
package org.classbarometer.ui.use;

import org.jspecify.annotations.NullMarked;

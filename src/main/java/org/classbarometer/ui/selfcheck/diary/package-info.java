/// The diary's pages: unlocking it, its entries, the days beside each other, exporting and deleting.
///
/// They show [org.classbarometer.ui.selfcheck.model.DiaryModel] and hold nothing of it themselves.
@NullMarked
package org.classbarometer.ui.selfcheck.diary;

import org.jspecify.annotations.NullMarked;

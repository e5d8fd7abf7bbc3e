/// A stored lesson in words, for every screen that tells of one: the review, the end of a session,
/// an analysed recording.
///
/// A timeline enters [org.classbarometer.ui.lesson.Lesson] and is analysed there once;
/// [org.classbarometer.ui.lesson.LessonTexts] says what it shows, in the language of the screen:
/// what faces showed, how many, how sure, and what is not told. Knows no control and no store.
@NullMarked
package org.classbarometer.ui.lesson;

import org.jspecify.annotations.NullMarked;

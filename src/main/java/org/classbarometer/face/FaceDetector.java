package org.classbarometer.face;

import java.util.List;
import java.util.Optional;

/// Says where faces are in one grey picture; it remembers nothing from one picture to the next. Another
/// kind of detector is one class behind this interface. Called on the analysis thread only; not
/// thread-safe; owns native memory.
public interface FaceDetector extends AutoCloseable {
    /// The looks that together see a whole picture of this size, the most worthwhile first.
    ///
    /// @param width pixels, at least 1
    /// @param height pixels, at least 1
    List<Look> plan(int width, int height);

    /// Judges one place.
    ///
    /// @return the face at the place, examined, with its score; the place itself with
    ///     [Sighting#NOTHING] or little more where none is
    Sighting examine(Pyramid frame, Sighting place);

    /// The same face in the square that the expression models were taught to see; asked from time to time
    /// for every face that is followed.
    ///
    /// @param face as sighted, or as framed the last time
    /// @return empty where that cannot be told: the sightings' own squares are used then
    default Optional<Sighting> framed(Pyramid frame, Sighting face) {
        return Optional.empty();
    }

    /// Makes one of what several looks and examinations saw in one picture.
    ///
    /// @param seen examined places; the same face may be among them several times
    /// @param known where the faces known from earlier pictures are expected, with the score they have
    /// @return each place once, none covering another, with the score that all of it together gives
    default List<Sighting> together(List<Sighting> seen, List<Sighting> known) {
        return Sighting.distinct(seen);
    }

    /// The kind of job an examination is, for its costs.
    String examination();

    @Override
    void close();
}

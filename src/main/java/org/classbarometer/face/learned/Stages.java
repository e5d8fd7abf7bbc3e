package org.classbarometer.face.learned;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.classbarometer.face.Sighting;
import org.opencv.core.Mat;

/// The finder's network and, where there is one, the check that looks once more at what it found. Owns
/// both; not thread-safe.
final class Stages implements AutoCloseable {
    private final FinderNetwork network;
    private Optional<FaceCheck> check = Optional.empty();

    /// Takes over the network.
    Stages(FinderNetwork network) {
        this.network = network;
    }

    /// Lets a check judge from now on; where it cannot be used, all stays as it was.
    ///
    /// @throws FinderException when the file breaks the contract or belongs to another finder
    void add(Path file) throws FinderException {
        FaceCheck added = FaceCheck.open(file, network.file());
        check.ifPresent(FaceCheck::close);
        check = Optional.of(added);
    }

    FinderMetadata finder() {
        return network.metadata();
    }

    Optional<CheckMetadata> check() {
        return check.map(FaceCheck::metadata);
    }

    /// What the finder is sure of by itself.
    List<Candidate> proposals(Mat grey) {
        return network.look(grey, finder().threshold());
    }

    /// What may be a face, to be judged.
    List<Candidate> candidates(Mat grey) {
        return network.look(
                grey, check().map(CheckMetadata::lowest).orElse(finder().weakThreshold()));
    }

    /// Those of the candidates that may be faces after a second look, with the score of all looks.
    List<Candidate> judged(List<Candidate> candidates, FaceCheck.Picture picture) {
        return check.map(second -> second.judge(candidates, picture)).orElse(candidates);
    }

    /// A score on the scale of sightings.
    double rating(double probability) {
        return scale().rating(probability);
    }

    /// Each place once, with the score that all that was seen gives together.
    ///
    /// @param known faces, with the score they have
    /// @param agreeing whether what several looks say of a face is their mean; else it is what the surest says
    List<Sighting> together(
            List<Sighting> seen, List<Sighting> known, Predicate<Sighting> agreeing) {
        double company = check().map(CheckMetadata::company).orElse(0f);
        return new Together(scale(), company).of(seen, known, agreeing);
    }

    private ScoreScale scale() {
        return check().map(second -> new ScoreScale(second.threshold(), second.weakThreshold()))
                .orElseGet(() -> new ScoreScale(finder().threshold(), finder().weakThreshold()));
    }

    @Override
    public void close() {
        network.close();
        check.ifPresent(FaceCheck::close);
    }
}

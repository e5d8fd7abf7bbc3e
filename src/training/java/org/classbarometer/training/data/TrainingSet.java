package org.classbarometer.training.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.classbarometer.training.net.Head;

/// The faces a network learns from, with what each teaches. Keeps faces that teach at least one head.
public final class TrainingSet {
    private final List<Head> heads;
    private final List<byte[]> pictures = new ArrayList<>();
    private final List<float[]> targets = new ArrayList<>();
    private final SortedMap<String, List<Integer>> labelled = new TreeMap<>();

    /// @param heads named after label sources
    public TrainingSet(List<Head> heads, List<TrainingFace> faces) {
        this.heads = List.copyOf(heads);
        int outputs = heads.stream().mapToInt(Head::size).sum();
        for (TrainingFace face : faces) {
            float[] all = new float[outputs];
            boolean teaches = false;
            for (Head head : heads) {
                Optional<float[]> target = LabelSource.of(head.name()).target(face);
                if (target.isPresent()) {
                    System.arraycopy(target.get(), 0, all, head.offset(), head.size());
                    teaches = true;
                }
            }
            if (teaches) {
                labelled.computeIfAbsent(face.label(), _ -> new ArrayList<>()).add(targets.size());
                pictures.add(face.pixels());
                targets.add(all);
            }
        }
    }

    /// The heads that these label sources ask for, side by side.
    public static List<Head> heads(List<LabelSource> sources) {
        List<Head> heads = new ArrayList<>();
        int offset = 0;
        for (LabelSource source : sources) {
            Head head = new Head(source.word(), source.labels(), offset);
            heads.add(head);
            offset = head.end();
        }
        return List.copyOf(heads);
    }

    public List<Head> heads() {
        return heads;
    }

    public int size() {
        return pictures.size();
    }

    /// Outputs of all heads.
    public int outputs() {
        return heads.stream().mapToInt(Head::size).sum();
    }

    /// Whether any face has something to say to the head.
    public boolean teaches(Head head) {
        return targets.stream()
                .anyMatch(target -> {
                    float sum = 0;
                    for (int i = head.offset(); i < head.end(); i++) {
                        sum += target[i];
                    }
                    return sum > 0;
                });
    }

    /// [TrainingFace#SIDE] squared bytes; not to be changed.
    public byte[] picture(int index) {
        return pictures.get(index);
    }

    /// Not to be changed.
    public float[] target(int index) {
        return targets.get(index);
    }

    /// The faces of each label that the data set itself gives, in the order of its names.
    public List<int[]> byLabel() {
        return labelled.values().stream()
                .map(faces -> faces.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    /// How much of the lesson each output has of its head, in (0, 1).
    public float[] shares() {
        double[] sums = new double[outputs()];
        for (float[] target : targets) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += target[i];
            }
        }
        float[] shares = new float[sums.length];
        for (Head head : heads) {
            double all = 0;
            for (int i = head.offset(); i < head.end(); i++) {
                all += sums[i];
            }
            for (int i = head.offset(); i < head.end(); i++) {
                // A label that never comes up still needs a finite logarithm.
                shares[i] = (float) ((sums[i] + 1) / (all + head.size()));
            }
        }
        return shares;
    }
}

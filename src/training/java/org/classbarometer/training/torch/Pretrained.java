package org.classbarometer.training.torch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.classbarometer.training.net.Anatomy;
import org.classbarometer.training.net.Network;
import org.classbarometer.training.net.Parameter;

/// Weights for a network to begin with, from a file of another tool.
///
/// Arrays are matched by their order and shape, not by their names: networks of the same paper are
/// put together in the same order (convolution, gain, bias, running mean, running variance; a
/// shortcut after its branch), but everybody names them differently. Up to the last feature map
/// everything must fit. In the head, a layer that does not fit stays random: it has other labels, or
/// pictures of another size.
///
/// @param arrays taken, by the name of the parameter
/// @param random parameters that stay as they begin
/// @param unused arrays of the file that found no place
/// @param folded whether batch normalisations have to settle before the network learns
public record Pretrained(
        Map<String, float[]> arrays, List<String> random, List<String> unused, boolean folded) {
    Pretrained(Map<String, float[]> arrays, List<String> random, List<String> unused) {
        this(arrays, random, unused, false);
    }

    /// The features of a model file; the heads begin at random.
    public static Pretrained ofModelFile(Map<String, float[]> arrays, Network network) {
        List<String> random =
                Anatomy.of(network).parameters().stream()
                        .map(Parameter::name)
                        .filter(name -> !arrays.containsKey(name))
                        .toList();
        return new Pretrained(Map.copyOf(arrays), random, List.of(), true);
    }

    /// @param file TorchScript
    /// @throws IOException when it cannot be read, or when its arrays do not fit the network
    public static Pretrained of(Path file, Network network) throws IOException {
        return match(file, ScriptFile.read(file), network);
    }

    /// The weights of a network of the lab with the same heads, which may lack layers that begin as
    /// nothing: then the deeper network begins by saying what the other says.
    ///
    /// @param file they are from
    /// @param arrays by the name of the parameter
    /// @throws IOException when they are of another network
    public static Pretrained same(Path file, Map<String, float[]> arrays, Network network)
            throws IOException {
        List<Parameter> lacking = new ArrayList<>();
        Set<String> unused = new LinkedHashSet<>(arrays.keySet());
        for (Parameter parameter : Anatomy.of(network).parameters()) {
            unused.remove(parameter.name());
            float[] array = arrays.get(parameter.name());
            if (array == null) {
                lacking.add(parameter);
            } else if (array.length != parameter.size()) {
                throw misfit(file, network, parameter, array.length);
            }
        }
        for (Parameter parameter : lacking) {
            String layer = outermost(parameter);
            boolean silent =
                    lacking.stream().anyMatch(one -> outermost(one).equals(layer) && silences(one));
            boolean whole = arrays.keySet().stream().noneMatch(name -> name.startsWith(layer));
            if (!silent || !whole) {
                throw misfit(file, network, parameter, 0);
            }
        }
        if (!unused.isEmpty()) {
            throw another(file, network, ", which has no " + unused.iterator().next());
        }
        return new Pretrained(
                Map.copyOf(arrays), lacking.stream().map(Parameter::name).toList(), List.of());
    }

    private static boolean silences(Parameter parameter) {
        return parameter.name().endsWith(".gain") && parameter.start() == Parameter.Start.ZERO;
    }

    // Of features.12.0.branch.1.gain, "features.12."
    private static String outermost(Parameter parameter) {
        String name = parameter.name();
        return name.substring(0, name.indexOf('.', name.indexOf('.') + 1) + 1);
    }

    private static IOException misfit(Path file, Network network, Parameter parameter, int size) {
        return another(
                file,
                network,
                ": its "
                        + parameter.name()
                        + " has "
                        + size
                        + " values instead of "
                        + parameter.size());
    }

    private static IOException another(Path file, Network network, String why) {
        return new IOException(
                file + " is of another network than " + network.architecture() + why);
    }

    static Pretrained match(Path file, List<ScriptFile.Array> found, Network network)
            throws IOException {
        List<Parameter> features = new ArrayList<>();
        List<Parameter> head = new ArrayList<>();
        for (Parameter parameter : Anatomy.of(network).parameters()) {
            boolean inHead = parameter.name().startsWith(Anatomy.part(Anatomy.HEAD, ""));
            (inHead ? head : features).add(parameter);
        }
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (int i = 0; i < features.size(); i++) {
            Parameter parameter = features.get(i);
            if (!fits(parameter, found, i)) {
                throw misfit(file, network, parameter, found, i);
            }
            arrays.put(parameter.name(), found.get(i).values());
        }
        Set<String> other = new LinkedHashSet<>();
        for (int i = 0; i < head.size(); i++) {
            if (!fits(head.get(i), found, features.size() + i)) {
                other.add(layer(head.get(i)));
            }
        }
        List<String> random = new ArrayList<>();
        List<String> unused = new ArrayList<>();
        for (int i = 0; i < Math.max(head.size(), found.size() - features.size()); i++) {
            int at = features.size() + i;
            boolean taken = i < head.size() && !other.contains(layer(head.get(i)));
            if (taken) {
                arrays.put(head.get(i).name(), found.get(at).values());
            } else {
                if (i < head.size()) {
                    random.add(head.get(i).name());
                }
                if (at < found.size()) {
                    unused.add(found.get(at).name());
                }
            }
        }
        return new Pretrained(arrays, List.copyOf(random), List.copyOf(unused));
    }

    private static boolean fits(Parameter parameter, List<ScriptFile.Array> found, int index) {
        return index < found.size()
                && dense(found.get(index).shape()).equals(dense(parameter.shape()));
    }

    // A dense layer may be written as a convolution of one cell, as in squeeze and excitation.
    private static List<Integer> dense(List<Integer> shape) {
        int sides = shape.size();
        while (sides > 1 && shape.get(sides - 1) == 1) {
            sides--;
        }
        return shape.subList(0, sides);
    }

    // A weight without its bias would be worth nothing.
    private static String layer(Parameter parameter) {
        return parameter.name().substring(0, parameter.name().lastIndexOf('.'));
    }

    private static IOException misfit(
            Path file,
            Network network,
            Parameter parameter,
            List<ScriptFile.Array> found,
            int index) {
        String there =
                index < found.size()
                        ? "its array "
                                + (index + 1)
                                + ", "
                                + found.get(index).name()
                                + " "
                                + found.get(index).shape()
                        : "it ends after " + found.size() + " arrays";
        return another(
                file,
                network,
                ": "
                        + there
                        + ", where "
                        + parameter.name()
                        + " "
                        + parameter.shape()
                        + " is to come");
    }
}

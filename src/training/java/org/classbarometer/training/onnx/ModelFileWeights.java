package org.classbarometer.training.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.classbarometer.training.net.Anatomy;
import org.classbarometer.training.net.Layer;
import org.classbarometer.training.net.Network;
import org.classbarometer.training.net.Parameter;

/// The numbers of a model file that the lab wrote, for a network of the same layers to go on from. Its
/// batch normalisations were folded into the layers before them ([LayerWriter]): they come back as
/// ones that add what was folded in.
public final class ModelFileWeights {
    private ModelFileWeights() {}

    /// @return by the name of the parameter; those of the head are lacking, since a file has one head
    ///     and a lean in it
    /// @throws IOException when the file cannot be read or is of another network
    public static Map<String, float[]> read(Path file, Network network) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(ModelProto.parseFrom(in), file.toString(), network);
        } catch (com.google.protobuf.InvalidProtocolBufferException foreign) {
            throw new IOException(file + " is no ONNX file", foreign);
        }
    }

    /// As [#read], of a file that is not written.
    ///
    /// @param file how it is called in an error
    public static Map<String, float[]> of(ModelProto model, String file, Network network)
            throws IOException {
        Map<String, float[]> found = initialisers(model);
        Map<String, float[]> arrays = new LinkedHashMap<>();
        unfold(Anatomy.FEATURES, network.features(), found, arrays);
        for (Parameter parameter : Anatomy.of(network).parameters()) {
            float[] array =
                    arrays.computeIfAbsent(
                            parameter.name(), name -> found.getOrDefault(name, new float[0]));
            boolean head = parameter.name().startsWith(Anatomy.part(Anatomy.HEAD, ""));
            if (head) {
                arrays.remove(parameter.name());
            } else if (array.length != parameter.size()) {
                throw new IOException(
                        file
                                + " is of another network than "
                                + network.architecture()
                                + ": its "
                                + parameter.name()
                                + " has "
                                + array.length
                                + " values instead of "
                                + parameter.size());
            }
        }
        return arrays;
    }

    private static void unfold(
            String place, Layer layer, Map<String, float[]> found, Map<String, float[]> arrays) {
        switch (layer) {
            case Layer.Sequence sequence -> {
                for (int i = 0; i < sequence.layers().size(); i++) {
                    String here = Anatomy.part(place, i);
                    Layer step = sequence.layers().get(i);
                    if (step instanceof Layer.BatchNorm norm && i > 0) {
                        float[] shift =
                                found.getOrDefault(
                                        Anatomy.part(Anatomy.part(place, i - 1), "bias"),
                                        new float[0]);
                        arrays.put(Anatomy.part(here, "gain"), all(shift.length, 1));
                        arrays.put(Anatomy.part(here, "bias"), shift);
                        arrays.put(Anatomy.part(here, "mean"), all(shift.length, 0));
                        arrays.put(
                                Anatomy.part(here, "variance"),
                                all(shift.length, 1 - norm.epsilon()));
                    } else {
                        unfold(here, step, found, arrays);
                    }
                }
            }
            case Layer.Residual residual -> {
                unfold(Anatomy.part(place, "branch"), residual.branch(), found, arrays);
                unfold(Anatomy.part(place, "shortcut"), residual.shortcut(), found, arrays);
            }
            default -> {}
        }
    }

    private static float[] all(int size, float value) {
        float[] array = new float[size];
        java.util.Arrays.fill(array, value);
        return array;
    }

    private static Map<String, float[]> initialisers(ModelProto model) {
        Map<String, float[]> found = new HashMap<>();
        for (TensorProto tensor : model.getGraph().getInitializerList()) {
            float[] values = new float[tensor.getFloatDataCount()];
            for (int i = 0; i < values.length; i++) {
                values[i] = tensor.getFloatData(i);
            }
            found.put(tensor.getName(), values);
        }
        return found;
    }
}

package org.classbarometer.training.ship;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.classbarometer.training.net.Head;
import org.classbarometer.training.onnx.OnnxModel;
import org.classbarometer.training.onnx.TrainedNetwork;

/// A model file and what is known of it.
///
/// @param file the bytes
/// @param calibrated what its metadata says
public record Shipment(byte[] file, Calibrated calibrated) {
    /// What a person says of a model.
    ///
    /// @param cropMargin share of the face box's width added on each side
    /// @param trainedOn data
    /// @param licence of the weights
    /// @param card file name of its card
    public record Facts(
            float cropMargin, String trainedOn, String licence, String version, String card) {}

    /// @param lean added to the logits
    public static Shipment of(
            TrainedNetwork trained, Head head, float[] lean, Calibrated calibrated, Facts facts) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("labels", String.join(",", head.labels().labels()));
        metadata.put("label_set", head.labels().name());
        metadata.put("crop_margin", number(facts.cropMargin()));
        metadata.put("temperature", number(calibrated.temperature()));
        metadata.put("uncertain_below", number(calibrated.uncertainBelow()));
        metadata.put("trained_on", facts.trainedOn());
        metadata.put("licence", facts.licence());
        metadata.put("version", facts.version());
        metadata.put("card", facts.card());
        metadata.put("architecture", trained.network().architecture());
        byte[] file = OnnxModel.of(trained, head, lean, metadata).toByteArray();
        return new Shipment(file, calibrated);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}

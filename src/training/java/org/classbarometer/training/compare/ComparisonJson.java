package org.classbarometer.training.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.classbarometer.evaluate.metrics.ConfusionMatrix;
import org.classbarometer.training.run.Score;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The figures of a comparison for programs.
public final class ComparisonJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ComparisonJson() {}

    public static String of(List<Contender> contenders) {
        return JSON.writeValueAsString(contenders.stream().map(ComparisonJson::values).toList());
    }

    private static Map<String, Object> values(Contender one) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", one.name());
        values.put("recipe", one.recipe());
        values.put("faces", one.faces());
        values.put("parameters", one.parameters());
        values.put("multiply_adds", one.multiplyAdds());
        values.put("file_bytes", one.file().bytes());
        values.put("face_nanos", one.file().medianNanos());
        values.put("seconds", one.seconds());
        values.put("scores", one.scores().stream().map(ComparisonJson::values).toList());
        values.put("history", one.history());
        return values;
    }

    private static Map<String, Object> values(Score score) {
        ConfusionMatrix matrix = score.matrix();
        List<List<Integer>> counts = new ArrayList<>();
        for (int shown = 0; shown < matrix.labels().size(); shown++) {
            List<Integer> row = new ArrayList<>();
            for (int read = 0; read < matrix.labels().size(); read++) {
                row.add(matrix.count(shown, read));
            }
            counts.add(row);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("head", score.head());
        values.put("loss", score.loss());
        values.put("accuracy", matrix.accuracy());
        values.put("balanced", score.balanced());
        values.put("macro_f1", matrix.macroF1());
        values.put("labels", matrix.labels());
        values.put("confusion", counts);
        return values;
    }
}

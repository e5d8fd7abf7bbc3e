package org.classbarometer.training.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.classbarometer.evaluate.metrics.ConfusionMatrix;
import org.classbarometer.training.run.HeadScore;
import org.classbarometer.training.run.Recipe;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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
        values.put("recipe", recipe(one.recipe()));
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

    /// What it says of files is shortened to the run they are of: a report may go anywhere, and where
    /// folders lie on this machine is nobody's business there.
    private static JsonNode recipe(Recipe recipe) {
        JsonNode tree = JSON.valueToTree(recipe);
        if (tree.get("pretrained") instanceof ObjectNode weights) {
            weights.put("file", end(weights.get("file").asString(), 2));
        }
        if (tree.get("distillation") instanceof ObjectNode distillation) {
            ArrayNode teachers = distillation.putArray("teachers");
            recipe.distillation()
                    .ifPresent(from -> from.teachers().forEach(one -> teachers.add(end(one, 1))));
        }
        return tree;
    }

    private static String end(String path, int names) {
        Path whole = Path.of(path);
        int count = whole.getNameCount();
        return count <= names ? path : whole.subpath(count - names, count).toString();
    }

    private static Map<String, Object> values(HeadScore score) {
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

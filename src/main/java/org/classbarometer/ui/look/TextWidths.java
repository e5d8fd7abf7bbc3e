package org.classbarometer.ui.look;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Measures short texts in a font and remembers them: a frame's labels are few and repeat.
public final class TextWidths {
    private static final int REMEMBERED = 1000;
    private final Text probe = new Text();
    private final Map<String, Double> widths = new HashMap<>();
    private Font font = Font.getDefault();

    public void measureIn(Font next) {
        if (!next.equals(font)) {
            font = next;
            widths.clear();
        }
    }

    public double of(String text) {
        if (widths.size() > REMEMBERED) {
            widths.clear();
        }
        return widths.computeIfAbsent(text, this::measure);
    }

    private double measure(String text) {
        probe.setFont(font);
        probe.setText(text);
        return probe.getLayoutBounds().getWidth();
    }
}

package org.classbarometer.frame;

import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Window;

/// Covers the screen with one colour, then plays what is shown there.
public final class PaintMain {
    private PaintMain() {}

    public static void main(String[] arguments) throws Exception {
        EventQueue.invokeAndWait(() -> {
            Window window = new Window(null);
            window.setBackground(new Color(210, 120, 30));
            window.setBounds(0, 0, 640, 480);
            window.setVisible(true);
        });
        WatchMain.main(arguments);
        System.exit(0);
    }
}

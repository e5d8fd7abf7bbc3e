package org.classbarometer.frame.device;

import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Frame;

/// A program with two windows, each of one colour and moved at each line that is entered: the lesson is shown, made
/// larger, hidden, shown again, closed and opened anew.
public final class WindowMain {
    private WindowMain() {}

    private static Frame open(String title, Color colour, int x, int y, int width, int height)
            throws Exception {
        Frame frame = new Frame(title);
        EventQueue.invokeAndWait(() -> {
            frame.setUndecorated(true);
            frame.setBackground(colour);
            frame.setBounds(x, y, width, height);
            frame.setVisible(true);
        });
        return frame;
    }

    private static void next(String told, Runnable task) throws Exception {
        System.in.read();
        EventQueue.invokeAndWait(task);
        System.out.println(told);
    }

    public static void main(String[] arguments) throws Exception {
        open("Mail von Anna", new Color(1, 2, 3), 0, 0, 50, 50);
        Color colour = new Color(210, 120, 30);
        Frame lesson = open("7b – Übung", colour, 100, 50, 320, 240);
        System.out.println("open");
        // 100 of its 400 pixels are beside the screen.
        next("moved", () -> lesson.setBounds(340, 60, 400, 200));
        next("hidden", () -> lesson.setVisible(false));
        next("shown", () -> lesson.setVisible(true));
        next("closed", lesson::dispose);
        System.in.read();
        open("7b – Übung", colour, 10, 60, 160, 120);
        System.in.read();
        System.exit(0);
    }
}

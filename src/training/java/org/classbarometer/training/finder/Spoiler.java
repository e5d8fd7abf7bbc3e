package org.classbarometer.training.finder;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Spoils a piece as cameras and rooms do: blur, contrast, uneven and dim light, noise, whole grey
/// values.
final class Spoiler {
    private static final int NOISES = 1 << 16;
    private static final float[] NOISE = noise();

    private static float[] noise() {
        SplittableRandom random = new SplittableRandom(1);
        float[] noise = new float[NOISES];
        for (int i = 0; i < NOISES; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }

    void spoil(Canvas canvas, RandomGenerator random) {
        float[] pixels = canvas.pixels();
        int side = canvas.side();
        if (random.nextDouble() < 0.25) {
            blur(pixels, side, random.nextDouble(0.3, 1.1));
        }
        double gamma = random.nextDouble() < 0.5 ? Math.exp(0.35 * random.nextGaussian()) : 1;
        double gain = random.nextDouble(0.6, 1.3);
        double sigma = random.nextDouble() < 0.4 ? random.nextDouble(0.5, 9) : 0;
        if (random.nextDouble() < 0.15) {
            gain = random.nextDouble(0.1, 0.5);
            sigma = Math.min(sigma, 4);
        }
        double shift = random.nextDouble() < 0.5 ? 12 * random.nextGaussian() : 0;
        double slopeX = 0;
        double slopeY = 0;
        if (random.nextDouble() < 0.3) {
            double direction = random.nextDouble(2 * Math.PI);
            double strength = random.nextDouble(0.2, 1.6);
            slopeX = strength * Math.cos(direction) / side;
            slopeY = strength * Math.sin(direction) / side;
        }
        float[] tones = tones(gamma, gain, shift);
        int at = random.nextInt(NOISES);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int i = y * side + x;
                float tone = tones[Math.clamp(Math.round(pixels[i]), 0, 255)];
                double light =
                        Math.clamp(
                                1 + slopeX * (x - side / 2.0) + slopeY * (y - side / 2.0), 0.12, 2);
                double value = tone * light + sigma * NOISE[at++ & (NOISES - 1)];
                pixels[i] = Math.clamp(Math.round(value), 0, 255);
            }
            // Rows must not repeat each other's noise.
            at += random.nextInt(64);
        }
    }

    private static float[] tones(double gamma, double gain, double shift) {
        float[] tones = new float[256];
        for (int i = 0; i < tones.length; i++) {
            tones[i] = (float) (gain * (255 * Math.pow(i / 255.0, gamma) + shift));
        }
        return tones;
    }

    private static void blur(float[] pixels, int side, double sigma) {
        float far = (float) Math.exp(-2 / (sigma * sigma));
        float near = (float) Math.exp(-0.5 / (sigma * sigma));
        float all = 1 + 2 * near + 2 * far;
        blur(pixels, side, 1, side, near / all, far / all);
        blur(pixels, side, side, 1, near / all, far / all);
    }

    private static void blur(
            float[] pixels, int side, int step, int lineStep, float near, float far) {
        float[] line = new float[side];
        for (int row = 0; row < side; row++) {
            int start = row * lineStep;
            for (int i = 0; i < side; i++) {
                line[i] = pixels[start + i * step];
            }
            for (int i = 0; i < side; i++) {
                float sum = line[i] * (1 - 2 * near - 2 * far);
                sum += near * (line[Math.max(0, i - 1)] + line[Math.min(side - 1, i + 1)]);
                sum += far * (line[Math.max(0, i - 2)] + line[Math.min(side - 1, i + 2)]);
                pixels[start + i * step] = sum;
            }
        }
    }
}

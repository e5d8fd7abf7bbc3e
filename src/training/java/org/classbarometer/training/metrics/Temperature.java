package org.classbarometer.training.metrics;

/// Temperature scaling (Guo et al. 2017, section 4.2): the one number by which a model's logits are
/// divided so that its confidences come true. It changes no decision.
public final class Temperature {
    /// Where the best temperature is looked for.
    public static final double LEAST = 0.05;

    /// As [#LEAST].
    public static final double MOST = 20;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double CLOSE_ENOUGH = 1e-6;

    private Temperature() {}

    /// The temperature with the least negative log-likelihood.
    ///
    /// The likelihood is a convex function of 1/T (logits enter the log-sum-exp linearly), so it has
    /// one valley in the logarithm of T too, and golden section search (Kiefer 1953) finds its floor.
    ///
    /// @param logits `[face][class]`, finite
    /// @param truth class of each face
    /// @return in [LEAST, MOST], to six digits
    /// @throws IllegalArgumentException when there is no face
    public static double fit(float[][] logits, int[] truth) {
        if (logits.length == 0 || logits.length != truth.length) {
            throw new IllegalArgumentException(
                    logits.length + " faces, " + truth.length + " truths");
        }
        double low = Math.log(LEAST);
        double high = Math.log(MOST);
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = loss(logits, truth, Math.exp(left));
        double atRight = loss(logits, truth, Math.exp(right));
        while (high - low > CLOSE_ENOUGH) {
            if (atLeft <= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = loss(logits, truth, Math.exp(left));
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = loss(logits, truth, Math.exp(right));
            }
        }
        return Math.exp((low + high) / 2);
    }

    /// Mean negative log-likelihood of the truth, in nats.
    public static double loss(float[][] logits, int[] truth, double temperature) {
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            sum += logSum(logits[i], temperature) - logits[i][truth[i]] / temperature;
        }
        return sum / logits.length;
    }

    /// softmax(logits / temperature)
    ///
    /// @return probabilities summing to 1
    public static double[] probabilities(float[] logits, double temperature) {
        double logSum = logSum(logits, temperature);
        double[] result = new double[logits.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = Math.exp(logits[i] / temperature - logSum);
        }
        return result;
    }

    private static double logSum(float[] logits, double temperature) {
        double most = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            most = Math.max(most, logit / temperature);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit / temperature - most);
        }
        return most + Math.log(sum);
    }
}

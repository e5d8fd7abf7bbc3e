package org.classbarometer.training.run;

/// How the learning rate goes during a run.
public enum Schedule {
    /// Up for a quarter of the run, then down to nearly nothing (Smith and Topin 2017).
    ONE_CYCLE {
        @Override
        float share(double progress) {
            return progress < RISE
                    ? (float) (FIRST + (1 - FIRST) * progress / RISE)
                    : fall((progress - RISE) / (1 - RISE));
        }
    },
    /// Down along half a cosine after a short start (Loshchilov and Hutter 2016).
    COSINE {
        @Override
        float share(double progress) {
            return progress < START
                    ? (float) Math.max(FIRST, progress / START)
                    : fall((progress - START) / (1 - START));
        }
    },
    /// As it is after a short start, halved whenever validation has not improved for some epochs.
    PLATEAU {
        @Override
        float share(double progress) {
            return progress < START ? (float) Math.max(FIRST, progress / START) : 1;
        }
    };

    private static final double RISE = 0.25;
    private static final double START = 0.02;
    private static final double FIRST = 0.05;
    private static final double LAST = 0.001;

    /// @param progress of the run, in [0, 1]
    /// @return share of the recipe's rate, in (0, 1]
    abstract float share(double progress);

    private static float fall(double progress) {
        double cosine = (1 + Math.cos(Math.PI * Math.clamp(progress, 0.0, 1.0))) / 2;
        return (float) (LAST + (1 - LAST) * cosine);
    }
}

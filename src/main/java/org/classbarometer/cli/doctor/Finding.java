package org.classbarometer.cli.doctor;

/// One thing `doctor` looked at.
///
/// @param subject short name, stable: scripts may look for it
/// @param status how it is
/// @param text what was found, and the way out where something is wrong
record Finding(String subject, Status status, String text) {
    /// From good to bad.
    enum Status {
        OK,
        /// Works, but something could be better or is not there.
        NOTE,
        /// Something essential does not work.
        PROBLEM
    }

    static Finding ok(String subject, String text) {
        return new Finding(subject, Status.OK, text);
    }

    static Finding note(String subject, String text) {
        return new Finding(subject, Status.NOTE, text);
    }

    static Finding problem(String subject, String text) {
        return new Finding(subject, Status.PROBLEM, text);
    }
}

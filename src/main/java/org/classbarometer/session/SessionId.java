package org.classbarometer.session;

/// Names a stored session; counts up, never used twice.
public record SessionId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}

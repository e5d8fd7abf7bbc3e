package org.classbarometer.selfcheck;

import java.time.LocalDate;

/// One day of the trend.
///
/// @param date as the person's clock said
/// @param entries how many; 0 on a day without
/// @param tone mean of the entries' tones, in [-1, 1]; 0 on a day without
public record Day(LocalDate date, int entries, double tone) {
    public boolean written() {
        return entries > 0;
    }
}

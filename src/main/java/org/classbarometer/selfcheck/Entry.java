package org.classbarometer.selfcheck;

import java.time.OffsetDateTime;
import java.util.Optional;

/// One moment in the diary.
///
/// @param at with the offset of the place
/// @param machine what the model read; empty when the person wrote without the camera
/// @param word the person's own, which counts
/// @param tone how the moment was, by the person's own choice
/// @param note may be empty
public record Entry(
        OffsetDateTime at, Optional<MachineReading> machine, Word word, Tone tone, String note) {}

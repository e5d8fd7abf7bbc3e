package org.classbarometer.mood;

import java.util.Optional;

/// One step of a timeline.
///
/// @param index counts bucket lengths since the session's start; a step in which no frame was
///     analysed has no bucket
/// @param mood empty when it is suppressed because it would speak of fewer than k faces; nothing
///     else is known of such a bucket then
public record Bucket(int index, Optional<BucketMood> mood) {}

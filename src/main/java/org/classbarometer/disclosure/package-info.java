/// What may be published about few people.
///
/// What the frames of a bucket showed enters as [org.classbarometer.disclosure.BucketCounts]; what
/// may be published of it leaves [org.classbarometer.disclosure.Disclosure] as
/// [org.classbarometer.disclosure.Published], or nothing does. Whatever is stored, exported or
/// printed of a class is made of what is published and of nothing else. Reads no clock, writes no
/// file and knows no other package. The guarantee, and what it does not cover: docs/privacy.md; why
/// this rule: docs/decisions/0030-small-groups.md; its proof: AttackTest.
@NullMarked
package org.classbarometer.disclosure;

import org.jspecify.annotations.NullMarked;

package org.classbarometer.disclosure;

/// One number of people as it is published over time: a multiple of [#STEP], or nothing.
///
/// What is published stays until the true number is three or four away, drawn anew each time, from
/// where it was when that was published. Then the multiple nearby is published, at most two away,
/// in cells whose borders come of the same draw: so one person more or less changes what is
/// published in at most one of the two draws. Three or four, because with 25 people a shift of 20
/// points, which is five, must be published.
///
/// A number is published only from `fewest + 3` on, so that even from there it can fall by three or
/// four before it is below `fewest`. Not thread-safe.
final class PublishedCount {
    /// As many people change before anything that is published does.
    static final int PEOPLE = 3;

    /// What is published is a multiple of it.
    static final int STEP = 3;

    private static final int DRAWS = 2;
    private static final int NEVER = -1_000;

    private final String name;
    private final int fewest;
    private final Draws draws;
    private int published;
    // Where the true number was when it was last published or withdrawn; between the two where that
    // is not known any more.
    private int lowest = NEVER;
    private int highest = NEVER;
    private int changes;
    private int margin;

    /// @param name for the draws
    /// @param fewest that are ever published about
    PublishedCount(String name, int fewest, Draws draws) {
        this.name = name;
        this.fewest = fewest;
        this.draws = draws;
        draw();
    }

    /// Goes on where another ended of which only what it published last is known.
    ///
    /// @param last as published; 0 for nothing
    void resume(int last) {
        published = last;
        // What is published was less than a step away; nothing is published about a number in a
        // cell that begins just below enough, or of less.
        lowest = last > 0 ? last - (STEP - 1) : 0;
        highest = last > 0 ? last + STEP - 1 : enough() + STEP - 2;
    }

    /// The lowest number from which something can be published.
    private int enough() {
        return fewest + DRAWS + 1;
    }

    /// What is published; 0 for nothing.
    int published() {
        return published;
    }

    /// @param count the true number from now on
    void look(int count) {
        int up = Math.max(highest + PEOPLE, enough()) + margin;
        int down = lowest - PEOPLE - margin;
        if (count >= up) {
            publish(count, up + (count - up) / STEP * STEP);
        } else if (published > 0 && (count <= down || count < fewest)) {
            int cell = down - (down - count) / STEP * STEP - STEP + 1;
            publish(count, cell);
        } else if (lowest == NEVER) {
            lowest = count;
            highest = count;
        }
    }

    /// Publishes the one multiple of the step in the cell that begins here; nothing, where the cell
    /// reaches below what can be published.
    private void publish(int count, int cell) {
        int number = cell < enough() ? 0 : (cell + STEP - 1) / STEP * STEP;
        // What is published again as it was is not published anew: people are counted from where it
        // changed.
        if (number != published) {
            published = number;
            lowest = count;
            highest = count;
            changes++;
            draw();
        }
    }

    private void draw() {
        margin = draws.draw(name, changes, DRAWS);
    }
}

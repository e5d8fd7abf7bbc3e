package org.classbarometer.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.classbarometer.disclosure.Attacks.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every attack of [Attacks] on the rule of the product, and on the one it had first, on which each of
/// them must succeed: an attack that cannot succeed proves nothing. The slow run prints the table of
/// docs/privacy.md.
class AttackTest {
    private static final Map<String, Function<Attacks, Result>> ATTACKS = attacks();

    private static Map<String, Function<Attacks, Result>> attacks() {
        Map<String, Function<Attacks, Result>> attacks = new LinkedHashMap<>();
        attacks.put("one person's change rides along", Attacks::aChangeRidesAlong);
        attacks.put("a label that one or two show", Attacks::aRareLabel);
        attacks.put("everybody, or all but one or two", Attacks::everybody);
        attacks.put("the exact head count", Attacks::theHeadCount);
        attacks.put("the uncertain, the size of the group", Attacks::theUncertainAndTheGroup);
        attacks.put("rows suppressed because of one", Attacks::suppressedRows);
        attacks.put("of exactly five one becomes uncertain", Attacks::oneOfFiveBecomesUncertain);
        attacks.put("one flickers and chooses the frames", Attacks::aFlicker);
        attacks.put("a session begun again and again", Attacks::aSessionBegunAgain);
        return attacks;
    }

    @Test
    void no_attack_succeeds_and_each_would_have_on_the_first_rule() {
        table(80, 1)
                .forEach((attack, results) -> {
                    assertThat(results.get(1).tries()).as(attack).isPositive();
                    assertThat(results.get(1).leaks()).as(attack).isZero();
                    assertThat(results.get(0).leaks()).as(attack + ", first rule").isPositive();
                });
    }

    @Test
    @Tag("slow")
    void no_attack_succeeds_in_thousands_of_lessons() {
        System.out.println("| attack | tries | leaks | first rule: tries | leaks |");
        System.out.println("|---|---:|---:|---:|---:|");
        table(3000, 20_261_127)
                .forEach((attack, results) -> {
                    Result now = results.get(1);
                    Result first = results.get(0);
                    System.out.printf(
                            "| %s | %d | %d | %d | %d |%n",
                            attack, now.tries(), now.leaks(), first.tries(), first.leaks());
                    assertThat(now.leaks()).as(attack).isZero();
                });
    }

    /// Per attack what it did to the first rule and to the product's.
    private static Map<String, List<Result>> table(int lessons, long seed) {
        Map<String, List<Result>> table = new LinkedHashMap<>();
        ATTACKS.forEach((name, attack) -> {
            List<Result> results = new ArrayList<>();
            results.add(attack.apply(new Attacks(_ -> new Rule.First(), lessons, seed)));
            results.add(attack.apply(new Attacks(AttackTest::current, lessons, seed)));
            table.put(name, results);
        });
        return table;
    }

    private static Rule current(long key) {
        return Rule.Current.with(Draws.keyed(ByteBuffer.allocate(Long.BYTES).putLong(key).array()));
    }
}

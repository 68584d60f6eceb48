package io.mirrorlake.profiler.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy.Content;
import io.mirrorlake.profiler.sketch.Hashing;
import io.mirrorlake.profiler.sketch.Tally;
import io.mirrorlake.profiler.sketch.Units;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DisclosurePolicyTest {
  @Test
  void theThresholdIsKAndASecretJitterOfUpToHalfOfIt() {
    Set<Integer> thresholds = new HashSet<>();
    for (int secret = 0; secret < 200; secret++) {
      thresholds.add(new DisclosurePolicy(10, false, secret).column("t", "c").threshold());
    }
    assertThat(thresholds).containsExactlyInAnyOrder(10, 11, 12, 13, 14, 15);
  }

  @Test
  void columnsHaveThresholdsOfTheirOwn() {
    DisclosurePolicy policy = new DisclosurePolicy(100, false, 7);
    assertThat(policy.column("t", "a")).isNotEqualTo(policy.column("t", "b"));
    assertThat(policy.column("t", "a")).isEqualTo(policy.column("t", "a"));
  }

  @Test
  void unitsCountWhereThereAreUnits() {
    Units three = Units.of(1).union(Units.of(2), 20).union(Units.of(3), 20);
    assertThat(new ColumnRule(4).allows(new Tally(1000, three))).isFalse();
    assertThat(new ColumnRule(3).allows(new Tally(1000, three))).isTrue();
    assertThat(new ColumnRule(4).allows(new Tally(1000, Units.NONE))).isTrue();
  }

  /** Fifteen units of 9 rows each, which have a value once: no 135 rows are told. */
  @Test
  void aCountIsRoundedByTheRowsThatItsUnitsHaveOfIt() {
    ColumnRule rule = new DisclosurePolicy(10, true, 7).withRows(9_000, 1_000).column("t", "c");
    assertThat(rule.count(15, "rows")).isEqualTo(90);
    for (int i = 0; i < 1000; i++) {
      // The square root of 9 rows at least: some have it more often.
      assertThat(rule.count(new Tally(15, units(15)), "item " + i)).isIn(30L, 60L);
      // As many as units have of all values, and not more.
      assertThat(rule.count(new Tally(6_000, units(15)), "item " + i) % 90).isZero();
    }
    assertThat(rule.base(new Tally(15, units(15)))).isEqualTo(30);
    assertThat(rule.base(new Tally(90, units(15)))).isEqualTo(60);
    assertThat(rule.base(new Tally(90, Units.NONE))).isEqualTo(90);
    assertThat(rule.withoutUnits().base(new Tally(15, units(15)))).isEqualTo(90);
  }

  /**
   * 75 rows of 15 units are 5 a unit, told by a base of 5 or of a neighbour: which one nobody
   * knows, and one row less rules none out.
   */
  @Test
  void whichBaseHoldsIsDrawnInSecret() {
    ColumnRule rule = new DisclosurePolicy(10, true, 7).withRows(9_000, 1_000).column("t", "c");
    for (int rows : new int[] {74, 75}) {
      Set<Long> told = new HashSet<>();
      for (int i = 0; i < 2000; i++) {
        told.add(rule.count(new Tally(rows, units(15)), "item " + i));
      }
      // Multiples of 40, 50 and 60 alone.
      assertThat(told).contains(40L, 50L, 60L, 80L, 100L, 120L);
    }
  }

  /** Units whose hashes are spread evenly, as hashes are, of which 20 are remembered. */
  private static Units units(int count) {
    Units units = Units.NONE;
    for (int i = 0; i < count; i++) {
      units = units.union(Units.of(Hashing.mix(i)), 20);
    }
    return units;
  }

  @Test
  void unitsBeyondTheLimitAreEstimatedOnTheSafeSide() {
    assertThat(units(12).atLeast(20)).isEqualTo(12);
    for (int count : new int[] {100, 1_000, 10_000}) {
      assertThat(units(count).atLeast(20)).isBetween(0.4 * count, 1.2 * count);
    }
  }

  /**
   * The noise of a count alone has a standard deviation of 3.5 where k is 10; small ones are
   * multiples.
   */
  @Test
  void fineCountsHaveTheNoiseAloneWhereTheyAreLarge() {
    ColumnRule rule = new DisclosurePolicy(10, false, 7).column("t", "c");
    ColumnRule fine = rule.of(Content.CELLS);
    double squares = 0;
    int multiples = 0;
    for (int i = 0; i < 1000; i++) {
      assertThat(rule.count(94, "item " + i) % 10).isZero();
      long count = fine.count(94, "item " + i);
      assertThat(fine.count(15, "small " + i)).isEqualTo(rule.count(15, "small " + i));
      squares += (count - 94) * (count - 94);
      multiples += count % 10 == 0 ? 1 : 0;
    }
    assertThat(Math.sqrt(squares / 1000)).isBetween(3.0, 4.0);
    assertThat(multiples).isLessThan(200);
    assertThat(fine.threshold()).isEqualTo(rule.threshold());
  }

  @Test
  void theSecretIsNotInTheText() {
    assertThat(new DisclosurePolicy(10, false, 123456789L).toString()).doesNotContain("123456789");
  }
}

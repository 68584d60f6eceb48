package io.mirrorlake.profiler.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy.Content;
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

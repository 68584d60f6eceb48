package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TrialRowsTest {
  @Test
  void everyRowIsHeldOutOnceAndLearnedFromOtherwise() {
    TrialRows rows = TrialRows.of(103, 1000, new SplittableRandom(1));

    int[] held = {};
    for (int part = 0; part < TrialRows.PARTS; part++) {
      int[] all =
          IntStream.concat(Arrays.stream(rows.heldOut(part)), Arrays.stream(rows.learned(part)))
              .sorted()
              .toArray();
      assertThat(all).containsExactly(IntStream.range(0, 103).toArray());
      assertThat(rows.heldOut(part)).hasSizeBetween(25, 26);
      held = IntStream.concat(Arrays.stream(held), Arrays.stream(rows.heldOut(part))).toArray();
    }
    assertThat(held).containsExactlyInAnyOrder(IntStream.range(0, 103).toArray());
  }

  @Test
  void noMoreThanTheMostAreDrawnAndTheyAreSpreadOverAll() {
    int[] drawn = TrialRows.of(10_000, 400, new SplittableRandom(1)).learned(0);

    assertThat(drawn).hasSize(300).doesNotHaveDuplicates();
    // The mean of 300 uniform rows has a standard deviation of 167.
    assertThat(Arrays.stream(drawn).average().orElseThrow()).isBetween(4300.0, 5700.0);
  }
}

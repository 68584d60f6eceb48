package io.mirrorlake.evaluator.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupScoreTest {
  /** Rows 0 to 399 are of group c0, 400 to 799 of c1; the number counts up. */
  private static final SampleTable FEATURES =
      SampleTable.of(
          Tables.categories("side", 2, IntStream.range(0, 800).map(i -> i / 400).toArray()),
          Tables.numbers("n", IntStream.range(0, 800).mapToDouble(i -> i).toArray()));

  private static double[][] saying(int ones) {
    return IntStream.range(0, 800)
        .mapToObj(i -> i % 400 < ones ? new double[] {0.2, 0.8} : new double[] {0.7, 0.3})
        .toArray(double[][]::new);
  }

  /**
   * All labels are 1. The real model says 1 in 300 of the first group, the other in 200: accuracies
   * 0.75 and 0.5; d is 1 in 100 rows of 400, so its sample variance is 0.25 - 0.0625 times 400/399,
   * and the standard error sqrt(0.1875 / 399), as numpy's {@code std(d, ddof=1) / sqrt(400)}:
   * 0.021677749238102995.
   */
  @Test
  void aGroupsLossIsPairedByRow() {
    double[] labels = new double[800];
    Arrays.fill(labels, 1);
    List<GroupScore> scores =
        GroupScore.of(
            LabelledTable.of(FEATURES, labels), List.of("side"), saying(300), saying(200));
    assertThat(scores).extracting(GroupScore::columns).containsOnly("side");
    assertThat(scores).hasSize(2);
    GroupScore first = scores.get(0);
    assertThat(first.rows()).isEqualTo(400);
    assertThat(first.real()).isEqualTo(0.75);
    assertThat(first.gap()).isEqualTo(0.25);
    assertThat(first.standardError()).isCloseTo(0.021677749238102995, within(1e-12));
    assertThat(first.shift()).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void numbersAreGroupedByQuartersAndColumnsInPairs() {
    List<TestGroup> groups = TestGroup.of(FEATURES, List.of("side", "n"));
    assertThat(groups)
        .extracting(TestGroup::name)
        .contains("to 199.000", "above 199.000 to 399.000");
    // Two sides, four quarters, and of eight pairs the four that have rows.
    assertThat(groups).hasSize(10);
    assertThat(groups.get(6).columns()).isEqualTo("side, n");
    assertThat(groups.get(6).rows()).hasSize(200);
  }

  @Test
  void smallGroupsAndUnknownColumnsAreLeftOut() {
    SampleTable few = FEATURES.take(IntStream.range(0, 500).toArray());
    assertThat(TestGroup.of(few, List.of("side", "nowhere")))
        .extracting(TestGroup::rows)
        .singleElement()
        .satisfies(rows -> assertThat(rows).hasSize(400));
  }
}

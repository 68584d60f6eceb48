package io.mirrorlake.evaluator.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ContingencyTableTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final int[] X = {0, 0, 1, 1, 2, 2, 2, 0, 1, 2};
  private static final int[] Y = {0, 1, 1, 1, 2, 2, 1, 0, 0, 2};

  private static ContingencyTable table(int[] x, int[] y, int size) {
    long[] counts = new long[size * size];
    for (int i = 0; i < x.length; i++) {
      counts[x[i] * size + y[i]]++;
    }
    return ContingencyTable.of(counts, size, size);
  }

  @Test
  void associationsAgreeWithScipyAndScikitLearn() {
    // One code more than occurs: that of missing values.
    ContingencyTable table = table(X, Y, 4);
    // sklearn.metrics.normalized_mutual_info_score(X, Y)
    assertThat(table.normalisedMutualInformation()).isEqualTo(0.44270128334604997, EXACT);
    // scipy.stats.spearmanr(X, Y)
    assertThat(table.spearman()).isEqualTo(0.7857142857142857, EXACT);
    assertThat(table.cramersV()).isEqualTo(CramersV.of(X, 3, Y, 3), EXACT);
    assertThat(table.degreesOfFreedom()).isEqualTo(4);
    assertThat(table(X, X, 4).normalisedMutualInformation()).isEqualTo(1, EXACT);
    assertThat(table(X, X, 4).spearman()).isEqualTo(1, EXACT);
  }

  @Test
  void missingValuesDoNotCountForRanks() {
    int[] withMissing = {0, 0, 1, 1, 2, 2, 2, 0, 1, 2, 3, 0};
    int[] other = {0, 1, 1, 1, 2, 2, 1, 0, 0, 2, 0, 3};
    assertThat(table(withMissing, other, 4).spearman()).isEqualTo(0.7857142857142857, EXACT);
  }

  @Test
  void similarityIsTheSharedMass() {
    ContingencyTable first = ContingencyTable.of(new long[] {2, 1, 0, 1}, 2, 2);
    ContingencyTable second = ContingencyTable.of(new long[] {2, 2, 4, 0}, 2, 2);
    // min(.5, .25) + min(.25, .25) + 0 + 0
    assertThat(first.similarity(second)).isEqualTo(0.5, EXACT);
    assertThat(first.similarity(first)).isEqualTo(1);
    assertThat(first.similarity(ContingencyTable.of(new long[4], 2, 2))).isZero();
    assertThat(first.plus(second).count(0, 1)).isEqualTo(3);
    assertThatThrownBy(() -> ContingencyTable.of(new long[3], 2, 2))
        .hasMessage("3 cells of 2 x 2 codes");
  }

  @Test
  void independenceKeepsTheMargins() {
    ContingencyTable table = ContingencyTable.of(new long[] {30, 10, 10, 50}, 2, 2);
    ContingencyTable independent = table.independent();
    assertThat(independent.count(0, 0)).isEqualTo(16, EXACT);
    assertThat(independent.count(1, 1)).isEqualTo(36, EXACT);
    assertThat(independent.phiSquared()).isZero();
    // phi = (30 * 50 - 10 * 10) / sqrt(40 * 60 * 40 * 60)
    assertThat(table.phiSquared()).isEqualTo(Math.pow(1400 / 2400.0, 2), EXACT);
    assertThat(independent.normalisedMutualInformation()).isEqualTo(0, EXACT);
  }
}

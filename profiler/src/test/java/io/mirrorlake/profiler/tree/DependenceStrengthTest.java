package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DependenceStrengthTest {
  private static DependenceStrength of(int... codes) {
    int rows = codes.length;
    return DependenceStrength.of(
        List.of(
            CodeColumn.of(Samples.nominal("a", 2, rows, row -> codes[row] / 2)),
            CodeColumn.of(Samples.nominal("b", 2, rows, row -> codes[row] % 2))));
  }

  private static int[] table(int... counts) {
    return IntStream.range(0, 4)
        .flatMap(cell -> IntStream.range(0, counts[cell]).map(row -> cell))
        .toArray();
  }

  @Test
  void isInformationOverEntropyLessTheInformationOfChance() {
    // H(a) = H(b) = ln 2, H(a | b) = H(0.8), one degree of freedom in 100 rows.
    double information = Math.log(2) + 0.8 * Math.log(0.8) + 0.2 * Math.log(0.2) - 1 / 200.0;

    assertThat(of(table(40, 10, 10, 40)).get(0, 1))
        .isCloseTo(information / Math.log(2), within(1e-12));
  }

  @Test
  void isOneForCopiesAndNothingForIndependentColumns() {
    assertThat(of(table(500, 0, 0, 500)).get(1, 0))
        .isCloseTo(1 - 1 / (2000 * Math.log(2)), within(1e-12));
    assertThat(of(table(25, 25, 25, 25)).get(0, 1)).isZero();
    assertThat(of(table(50, 0, 50, 0)).get(0, 1)).isZero();
    assertThat(of(table(500, 0, 0, 500)).get(1, 1)).isZero();
  }
}

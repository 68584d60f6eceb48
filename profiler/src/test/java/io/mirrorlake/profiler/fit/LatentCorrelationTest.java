package io.mirrorlake.profiler.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatentCorrelationTest {
  @ParameterizedTest
  @CsvSource({"0.5", "-0.5", "0.1", "0.9", "-0.95"})
  void twoBalancedBinariesHaveTheSineOfTheirPhiCoefficient(double phi) {
    long same = Math.round(1e6 * (1 + phi) / 4);
    long different = Math.round(1e6 * (1 - phi) / 4);

    double r =
        LatentCorrelation.of(new long[][] {{same, different}, {different, same}}).orElseThrow();

    assertThat(r).isCloseTo(Math.sin(Math.PI * phi / 2), within(1e-4));
  }

  /**
   * Standard normal pairs with correlation r, cut into unequal categories. The standard error of
   * the estimate from 200,000 pairs is below 0.004 (that of the tetrachoric correlation at r = 0);
   * 0.016 is four of them, so that one of these five cases fails by chance with probability below
   * 0.0004.
   */
  @ParameterizedTest
  @CsvSource({"0.0", "0.3", "-0.6", "0.8", "0.95"})
  void recoversTheCorrelationBehindCoarseCategories(double r) {
    assertThat(LatentCorrelation.of(cut(r, 17)).orElseThrow()).isCloseTo(r, within(0.016));
  }

  @Test
  void thePlainCorrelationOfTheScoresWouldNotPass() {
    long[][] table = cut(0.8, 17);
    double phi =
        phiCoefficient(
            new long[][] {
              {sum(table, 0, 1, 0, 1), sum(table, 0, 1, 1, 4)},
              {sum(table, 1, 3, 0, 1), sum(table, 1, 3, 1, 4)}
            });
    assertThat(phi).isNotCloseTo(0.8, within(0.016));
  }

  @Test
  void aVariableThatDoesNotVarySaysNothing() {
    assertThat(LatentCorrelation.of(new long[][] {{10, 20}, {0, 0}})).isEmpty();
  }

  @Test
  void aOneToOneRelationReachesTheGreatestCorrelation() {
    assertThat(
            LatentCorrelation.of(new long[][] {{50, 0, 0}, {0, 70, 0}, {0, 0, 30}}).orElseThrow())
        .isCloseTo(LatentCorrelation.MAX, within(1e-3));
  }

  private static long[][] cut(double r, long seed) {
    Random random = new Random(seed);
    long[][] table = new long[3][4];
    for (int i = 0; i < 200_000; i++) {
      double x = random.nextGaussian();
      double y = r * x + Math.sqrt(1 - r * r) * random.nextGaussian();
      int row = x < -1 ? 0 : x < 0.5 ? 1 : 2;
      int column = y < -0.3 ? 0 : y < 0 ? 1 : y < 1.5 ? 2 : 3;
      table[row][column]++;
    }
    return table;
  }

  private static long sum(long[][] table, int fromRow, int toRow, int fromColumn, int toColumn) {
    long sum = 0;
    for (int i = fromRow; i < toRow; i++) {
      for (int j = fromColumn; j < toColumn; j++) {
        sum += table[i][j];
      }
    }
    return sum;
  }

  private static double phiCoefficient(long[][] t) {
    double a = t[0][0];
    double b = t[0][1];
    double c = t[1][0];
    double d = t[1][1];
    return (a * d - b * c) / Math.sqrt((a + b) * (c + d) * (a + c) * (b + d));
  }
}

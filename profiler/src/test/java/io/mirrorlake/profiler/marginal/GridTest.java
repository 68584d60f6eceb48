package io.mirrorlake.profiler.marginal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GridTest {

  @ParameterizedTest
  @CsvSource({
    "1, 0, 2.6, 3, 3",
    "1, 2, 0.295, 30, 0.3",
    "5, 0, -7.6, -2, -10",
    "5, 2, 1.23, 25, 1.25",
    "1000000, 0, 1499999, 1, 1000000"
  })
  void snapsToTheNearestMultiple(
      long step, int decimals, double value, double steps, double snapped) {
    Grid grid = new Grid(step, decimals);
    assertThat(grid.steps(value)).isEqualTo(steps);
    assertThat(grid.value(steps)).isEqualTo(snapped);
    assertThat(grid.snap(value)).isEqualTo(snapped);
  }

  @ParameterizedTest
  @CsvSource({
    "18, 2, 14, 39.02, 216, 39.02",
    "100, 2, 99, 3.2, 2, 2.99",
    "2, 0, 1, -3.2, -2, -3",
    "3125, 5, 0, 1012.04, 32385, 1012.03125"
  })
  void stepsStartAtThePhase(
      long step, int decimals, long phase, double value, double steps, double snapped) {
    Grid grid = new Grid(step, decimals, phase, Notation.NUMBER);
    assertThat(grid.steps(value)).isEqualTo(steps);
    assertThat(grid.value(steps)).isEqualTo(snapped);
    assertThat(grid.snap(value)).isEqualTo(snapped);
    assertThat(grid.snap(snapped)).isEqualTo(snapped);
  }

  @ParameterizedTest
  @CsvSource({
    "6, 1, 4, 0, 2, 1",
    "6, 1, 5, 2, 1, 0",
    "6, 1, 4, 0, 1, 0",
  })
  void sumsLieOnAGridWhereStepsAndPhasesDo(
      long a, long aPhase, long b, long bPhase, long step, long phase) {
    Grid left = new Grid(a, 0, aPhase, Notation.NUMBER);
    Grid right = new Grid(b, 0, bPhase, Notation.NUMBER);
    assertThat(new Grid(step, 0, phase, Notation.NUMBER).holdsSums(left, right)).isTrue();
    // Neither with another phase, nor with another step.
    assertThat(new Grid(step + 1, 0, phase, Notation.NUMBER).holdsSums(left, right)).isFalse();
    assertThat(new Grid(2, 0, 0, Notation.NUMBER).holdsSums(left, right)).isFalse();
  }

  @Test
  void sumsOfTenthsAreHundredthsAndNotTheOtherWayRound() {
    assertThat(new Grid(1, 2).holdsSums(new Grid(1, 1), new Grid(5, 2))).isTrue();
    assertThat(new Grid(1, 1).holdsSums(new Grid(1, 1), new Grid(5, 2))).isFalse();
    assertThat(Grid.CONTINUOUS.holdsSums(Grid.CONTINUOUS, Grid.INTEGERS)).isTrue();
    assertThat(Grid.INTEGERS.holdsSums(Grid.CONTINUOUS, Grid.INTEGERS)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "7, -1", "0, 1"})
  void refusesPhasesOfAStepAndMore(long step, long phase) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Grid(step, 0, phase, Notation.NUMBER))
        .withMessage("grid phase " + phase + " with step " + step);
  }

  @Test
  void valuesAreTheDoublesNearestToTheirDecimals() {
    Grid cents = new Grid(1, 2);
    for (int i = -10_000; i <= 10_000; i++) {
      double nearest = Double.parseDouble(i + "e-2");
      assertThat(cents.value(i)).isEqualTo(nearest);
      assertThat(cents.steps(nearest)).isEqualTo(i);
    }
  }

  @Test
  void withoutGranularityValuesStay() {
    assertThat(Grid.CONTINUOUS.isDiscrete()).isFalse();
    assertThat(Grid.CONTINUOUS.spacing()).isZero();
    assertThat(Grid.CONTINUOUS.snap(0.123)).isEqualTo(0.123);
    assertThat(Grid.INTEGERS.snap(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(new Grid(5, 1).spacing()).isEqualTo(0.5);
  }

  /** Day 1 of yyyymmdd is 1000-01-01, 374,067 days before 2024-02-29. */
  @ParameterizedTest
  @CsvSource({
    "1, hhmm, 1060, 659, 1059",
    "5, hhmm, 1058, 131, 1055",
    "5, hhmm, 1100, 132, 1100",
    "1, yyyymmdd, 20240231, 374068, 20240229"
  })
  void stepsGoAlongTheLineOfANotation(
      long step, String digits, double value, double steps, double snapped) {
    Grid grid = new Grid(step, 0, Notation.of(digits).orElseThrow());
    assertThat(grid.steps(value)).isEqualTo(steps);
    assertThat(grid.value(steps)).isEqualTo(snapped);
    assertThat(grid.snap(value)).isEqualTo(snapped);
  }

  @ParameterizedTest
  @CsvSource({"7, 0, HOURS_MINUTES", "5, 0, YEAR_MONTH_DAY", "1, 2, YEAR_MONTH", "0, 0, MONTH_DAY"})
  void refusesStepsThatANotationCannotTake(long step, int decimals, Notation notation) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Grid(step, decimals, notation))
        .withMessage(
            "grid step %d with %d decimals for digits %s", step, decimals, notation.text());
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "1, -1", "1, 19"})
  void refusesOthers(long step, int decimals) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Grid(step, decimals))
        .withMessage("grid step " + step + " with " + decimals + " decimals");
  }
}

package io.mirrorlake.evaluator.twosample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.evaluator.boosting.BoostingOptions;
import io.mirrorlake.evaluator.sample.IndependentMarginals;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.Tables;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class TwoSampleTestTest {
  private static final BoostingOptions OPTIONS = BoostingOptions.of(1);
  private static final SampleTable REAL = Tables.people(3000, 1);

  /**
   * Four standard errors: one seed in 16,000 falls outside, were it not for the trees' own error.
   */
  @Test
  void cannotTellTwoSamplesOfOnePopulation() {
    TwoSampleResult result = TwoSampleTest.of(REAL, Tables.people(3000, 2), OPTIONS);
    assertThat(result.area()).isEqualTo(0.5, within(4 * result.standardError()));
    assertThat(result.standardError()).isBetween(0.005, 0.01);
  }

  @Test
  void tellsColumnsThatLostTheirDependence() {
    TwoSampleResult result = TwoSampleTest.of(REAL, IndependentMarginals.of(REAL, 1), OPTIONS);
    assertThat(result.area()).isGreaterThan(0.9);
    String first =
        result.importances().stream()
            .max(Comparator.comparingDouble(TwoSampleResult.Importance::share))
            .orElseThrow()
            .column();
    assertThat(first).isEqualTo("income");
  }

  @Test
  void fallsBelowOneHalfForCopies() {
    TwoSampleResult result = TwoSampleTest.of(REAL, REAL, OPTIONS);
    assertThat(result.area()).isLessThan(0.5 - 4 * result.standardError());
  }

  @Test
  void usesAsManyRowsOfEach() {
    TwoSampleResult result = TwoSampleTest.of(REAL, Tables.people(500, 2), OPTIONS);
    assertThat(result.rowsPerTable()).isEqualTo(500);
    assertThat(result.curve()).hasSize(61);
    assertThatThrownBy(() -> TwoSampleTest.of(REAL, Tables.people(100, 2), OPTIONS))
        .hasMessage("100 rows are fewer than 200");
  }
}

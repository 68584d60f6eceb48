package io.mirrorlake.evaluator.twosample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.evaluator.sample.IndependentMarginals;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogisticDetectionTest {
  @Test
  void regressionAgreesWithScikitLearn() {
    float[][] features = {{1, 0}, {2, 1}, {3, 0}, {4, 1}, {5, 1}, {6, 0}, {7, 1}, {8, 1}};
    boolean[] positive = {false, false, true, false, true, false, true, true};
    LogisticRegression model = LogisticRegression.fit(features, positive);
    // sklearn 1.2.1: LogisticRegression(C=1, tol=1e-12) on (X - X.mean(0)) / X.std(0)
    assertThat(model.score(features[0])).isEqualTo(-1.35571019, within(1e-6));
    assertThat(model.score(features[7])).isEqualTo(1.25462284, within(1e-6));
  }

  @Test
  void itSeesAShiftAndNothingOfDependence() {
    SampleTable train = Tables.people(1500, 1);
    SampleTable fresh = Tables.people(1500, 2);
    assertThat(LogisticDetection.of(train, fresh, 1).score()).isGreaterThan(0.9);
    NumberColumn income = (NumberColumn) fresh.column(1);
    double[] moved = IntStream.range(0, 1500).mapToDouble(row -> income.value(row) + 30).toArray();
    List<SampleColumn> columns = new ArrayList<>(fresh.columns());
    columns.set(1, Tables.numbers("income", moved));
    assertThat(LogisticDetection.of(train, SampleTable.of(columns), 1).score()).isLessThan(0.6);
    // The known fault of this score: independent columns are all but perfect.
    SampleTable shuffled = IndependentMarginals.of(fresh, 1);
    assertThat(LogisticDetection.of(train, shuffled, 1).score()).isGreaterThan(0.85);
  }
}

package io.mirrorlake.evaluator.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.TableBins;
import io.mirrorlake.evaluator.sample.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Reference values marked scipy are those of scipy 1.10 on the same arrays. */
class DistancesTest {
  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void kolmogorovSmirnovAgreesWithScipy() {
    double[] first = {1, 2, 2, 3, 5, 8};
    double[] second = {2, 2, 4, 5, 5, 6, 9};
    // scipy.stats.ks_2samp(first, second).statistic
    assertThat(KolmogorovSmirnov.distance(first, second)).isEqualTo(0.38095238095238093, EXACT);
    assertThat(KolmogorovSmirnov.distance(second, first)).isEqualTo(0.38095238095238093, EXACT);
    assertThat(KolmogorovSmirnov.distance(first, first)).isZero();
    assertThat(KolmogorovSmirnov.distance(new double[] {1}, new double[] {2})).isEqualTo(1);
    assertThatThrownBy(() -> KolmogorovSmirnov.distance(first, new double[0]))
        .hasMessage("a distance of 6 and 0 values");
  }

  @Test
  void totalVariationIsHalfTheAbsoluteDifference() {
    // |3/4 - 1/2| + |1/4 - 1/4| + |0 - 1/4| = 1/2
    assertThat(TotalVariation.distance(new long[] {3, 1, 0}, new long[] {2, 1, 1}))
        .isEqualTo(0.25, EXACT);
    assertThat(TotalVariation.distance(new long[] {3, 0}, new long[] {0, 7})).isEqualTo(1, EXACT);
  }

  @Test
  void columnErrorKeepsMissingValuesApart() {
    ColumnError error =
        ColumnError.of(
            Tables.numbers("x", 1, 2, Double.NaN, Double.NaN), Tables.numbers("x", 1, 2, 1, 2));
    assertThat(error).isEqualTo(new ColumnError(0, 0.5));
    ColumnError labels =
        ColumnError.of(
            Tables.categories("x", 2, 0, 0, 1, -1), Tables.categories("x", 2, 0, 1, 1, -1));
    assertThat(labels.shape()).isEqualTo(1.0 / 3, EXACT);
    assertThat(ColumnError.of(Tables.numbers("x", Double.NaN), Tables.numbers("x", 1)).shape())
        .isEqualTo(1);
    assertThat(
            ColumnError.of(Tables.numbers("x", Double.NaN), Tables.numbers("x", Double.NaN))
                .shape())
        .isZero();
  }

  @Test
  void cramersVIsBergsmasCorrection() {
    int[][] counts = {{20, 5, 2}, {3, 15, 10}};
    List<int[]> rows = new ArrayList<>();
    for (int a = 0; a < 2; a++) {
      for (int b = 0; b < 3; b++) {
        for (int i = 0; i < counts[a][b]; i++) {
          rows.add(new int[] {a, b});
        }
      }
    }
    int[] x = rows.stream().mapToInt(row -> row[0]).toArray();
    int[] y = rows.stream().mapToInt(row -> row[1]).toArray();
    // Bergsma's formula applied to scipy.stats.chi2_contingency(counts, correction=False);
    // uncorrected V is 0.6451.
    assertThat(CramersV.of(x, 2, y, 3)).isEqualTo(0.6214983551681987, EXACT);
    // Labels that do not occur change nothing.
    assertThat(CramersV.of(x, 9, y, 7)).isEqualTo(0.6214983551681987, EXACT);
    assertThat(CramersV.of(x, 2, x, 2)).isEqualTo(1, within(1e-9));
    assertThat(CramersV.of(x, 2, new int[x.length], 1)).isZero();
  }

  @Test
  void correlationRatioIsTheShareBetweenGroups() {
    double[] values = {1, 2, 3, 7, 9, 4};
    int[] groups = {0, 0, 0, 1, 1, 2};
    // numpy: sqrt(sum n_k (mean_k - mean)^2 / sum (x - mean)^2)
    assertThat(CorrelationRatio.of(groups, 3, values)).isEqualTo(0.9568139619311994, EXACT);
    double[] withMissing = {1, 2, 3, 7, 9, 4, Double.NaN};
    assertThat(CorrelationRatio.of(new int[] {0, 0, 0, 1, 1, 2, 2}, 3, withMissing))
        .isEqualTo(0.9568139619311994, EXACT);
    assertThat(CorrelationRatio.of(groups, 3, new double[] {5, 5, 5, 5, 5, 5})).isZero();
  }

  @Test
  void pearsonAgreesWithScipyAndSkipsMissingValues() {
    double[] x = {1, 2, 3, 4, 5, 6, Double.NaN, 3};
    double[] y = {2, 1, 4, 3, 7, 5, 9, Double.NaN};
    // scipy.stats.pearsonr on the six complete rows
    assertThat(Pearson.of(x, y)).isEqualTo(0.7917946548886295, EXACT);
    double[] shifted = new double[x.length];
    Arrays.setAll(shifted, i -> x[i] + 1e9);
    assertThat(Pearson.of(shifted, y)).isEqualTo(0.7917946548886295, within(1e-6));
    assertThat(Pearson.of(x, new double[8])).isZero();
  }

  @Test
  void associationMatrixTakesTheMeasureThatFitsThePair() {
    SampleTable table =
        SampleTable.of(
            Tables.numbers("x", 1, 2, 3, 7, 9, 4),
            Tables.categories("g", 3, 0, 0, 0, 1, 1, 2),
            Tables.numbers("y", -1, -2, -3, -7, -9, -4));
    AssociationMatrix matrix = AssociationMatrix.of(table);
    assertThat(matrix.value(0, 1)).isEqualTo(0.9568139619311994, EXACT);
    assertThat(matrix.value(0, 2)).isEqualTo(1, EXACT);
    assertThat(matrix.value(1, 1)).isEqualTo(1);
    assertThat(matrix.meanError(matrix)).isZero();
  }

  @Test
  void tripleMarginalsAreTotalVariationOfCells() {
    SampleTable first =
        SampleTable.of(
            Tables.categories("a", 2, 0, 0, 1, 1),
            Tables.categories("b", 2, 0, 1, 0, 1),
            Tables.categories("c", 2, 0, 0, 0, 0));
    SampleTable second =
        SampleTable.of(
            Tables.categories("a", 2, 0, 0, 0, 1),
            Tables.categories("b", 2, 0, 0, 1, 1),
            Tables.categories("c", 2, 0, 0, 0, 1));
    TableBins bins = TableBins.fit(first.append(second), 10, 10);
    List<Triples.Triple> triples = Triples.of(3, 500, 1);
    TripleMarginals distances = TripleMarginals.of(bins.code(first), bins.code(second), triples);
    // Cells 000, 010, 100, 110 with 1/4 each against 000 2/4, 010 1/4, 111 1/4: (1/4 + 0 + 1/4 +
    // 1/4 + 1/4) / 2.
    assertThat(distances.accuracy()).isEqualTo(0.5, EXACT);
    assertThat(TripleMarginals.of(bins.code(first), bins.code(first), triples).accuracy())
        .isEqualTo(1);
  }

  @Test
  void triplesOfFewAndOfManyCellsAgree() {
    SampleTable first = Tables.people(300, 1);
    SampleTable second = Tables.people(300, 2);
    // 10 bins count in an array, 300 bins sort: with the finer bins nearly every row is a cell of
    // its own.
    TableBins fine = TableBins.fit(first.append(second), 300, 300);
    List<Triples.Triple> numbers = List.of(new Triples.Triple(0, 1, 2));
    double apart = 1 - TripleMarginals.of(fine.code(first), fine.code(second), numbers).accuracy();
    assertThat(apart).isGreaterThan(0.9);
    assertThat(TripleMarginals.of(fine.code(first), fine.code(first), numbers).accuracy())
        .isEqualTo(1);
  }

  @Test
  void manyTriplesAreSampledWithoutRepetition() {
    assertThat(Triples.of(15, 500, 1)).hasSize(455);
    List<Triples.Triple> sampled = Triples.of(40, 500, 1);
    assertThat(sampled).hasSize(500).doesNotHaveDuplicates().isEqualTo(Triples.of(40, 500, 1));
    assertThat(Triples.of(2, 500, 1)).isEmpty();
  }
}

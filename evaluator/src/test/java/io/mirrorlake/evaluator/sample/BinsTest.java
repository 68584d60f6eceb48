package io.mirrorlake.evaluator.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinsTest {
  private static double[] range(int size) {
    return IntStream.range(0, size).asDoubleStream().toArray();
  }

  @Test
  void cutsValuesIntoEqualShares() {
    assertThat(QuantileCuts.of(range(100), 4)).containsExactly(24, 49, 74, 99);
  }

  @Test
  void givesAHeavyValueABinOfItsOwn() {
    double[] sorted = {-3, 0, 0, 0, 0, 1, 2, 3, 4, 5};
    NumberBins bins = NumberBins.fit(NumberColumn.of("x", Measure.NUMBER, sorted), 4);
    int zero = bins.code(0);
    assertThat(bins.label(zero)).isEqualTo("= 0");
    assertThat(IntStream.of(bins.code(-1e-9), bins.code(1e-9), bins.code(-3), bins.code(1)))
        .doesNotContain(zero);
  }

  @Test
  void putsMissingAndUnseenValuesInBinsOfTheirOwn() {
    NumberBins bins = NumberBins.fit(NumberColumn.of("x", Measure.NUMBER, range(100)), 4);
    int[] codes = bins.codes(NumberColumn.of("x", Measure.NUMBER, Double.NaN, 1e6, -5));
    assertThat(codes).containsExactly(bins.size() - 1, bins.size() - 2, 0);
    assertThat(bins.label(codes[0])).isEqualTo("missing");
    assertThat(bins.label(codes[1])).isEqualTo("> 99");
  }

  @Test
  void compactBinsTellEveryValueApartWhileThereIsRoom() {
    double[] few = {1, 1, 1, 2, 7};
    NumberBins bins = NumberBins.compact(NumberColumn.of("x", Measure.NUMBER, few), 10);
    assertThat(IntStream.of(bins.code(1), bins.code(2), bins.code(7)).distinct()).hasSize(3);
    double[] zeros = new double[5000];
    double[] many =
        IntStream.concat(IntStream.range(0, 5000).map(i -> 0), IntStream.range(1, 5001))
            .asDoubleStream()
            .toArray();
    assertThat(NumberBins.compact(NumberColumn.of("x", Measure.NUMBER, many), 252).size())
        .isLessThanOrEqualTo(254);
    assertThat(NumberBins.compact(NumberColumn.of("x", Measure.NUMBER, zeros), 252).size())
        .isEqualTo(3);
  }

  @Test
  void keepsTheMostFrequentLabelsAndLumpsTheRest() {
    CategoryColumn real = Tables.categories("x", 5, 0, 1, 1, 2, 2, 2, -1);
    CategoryBins bins = CategoryBins.fit(real, 2);
    assertThat(bins.codes(Tables.categories("x", 5, 2, 1, 0, 4, -1)))
        .containsExactly(0, 1, 2, 2, 3);
    assertThat(List.of(bins.label(0), bins.label(1), bins.label(2), bins.label(3)))
        .containsExactly("c", "b", "other", "missing");
  }

  @Test
  void coarseCategoriesKeepMissingValuesMissing() {
    SampleTable real = SampleTable.of(Tables.categories("x", 5, 0, 1, 1, 2, 2, 2, -1));
    CategoryColumn coarse = (CategoryColumn) CoarseCategories.fit(real, 1).apply(real).column(0);
    assertThat(coarse.labels()).containsExactly("c", "other");
    assertThat(IntStream.range(0, 7).map(coarse::code)).containsExactly(1, 1, 1, 0, 0, 0, -1);
  }

  @Test
  void independentMarginalsKeepColumnsAndLoseTheirDependence() {
    double[] values = range(1000);
    SampleTable table =
        SampleTable.of(
            NumberColumn.of("x", Measure.NUMBER, values),
            NumberColumn.of("y", Measure.NUMBER, values));
    SampleTable independent = IndependentMarginals.of(table, 1);
    NumberColumn x = (NumberColumn) independent.column(0);
    NumberColumn y = (NumberColumn) independent.column(1);
    assertThat(x.sorted()).isEqualTo(values);
    assertThat(IntStream.range(0, 1000).filter(i -> x.value(i) == y.value(i)).count())
        .isLessThan(10);
    assertThat(((NumberColumn) IndependentMarginals.of(table, 1).column(0)).value(17))
        .isEqualTo(x.value(17));
  }

  @Test
  void drawsAreFunctionsOfSeedAndPurpose() {
    assertThat(Draw.of(1, "a").permutation(50)).isEqualTo(Draw.of(1, "a").permutation(50));
    assertThat(Draw.of(1, "a").permutation(50)).isNotEqualTo(Draw.of(1, "b").permutation(50));
    assertThat(Draw.of(1, "a").permutation(50)).isNotEqualTo(Draw.of(2, "a").permutation(50));
    int[] subset = Draw.of(1, "a").subset(50, 20);
    assertThat(Arrays.stream(subset).distinct()).hasSize(20).allMatch(i -> i >= 0 && i < 50);
    assertThat(Draw.of(1, "a").subset(5, 20)).hasSize(5);
  }

  @Test
  void tablesRefuseWhatDoesNotFit() {
    assertThatThrownBy(() -> SampleTable.of(Tables.numbers("x", 1, 2), Tables.numbers("y", 1)))
        .hasMessage("column y has 1 rows in a table of 2");
    assertThatThrownBy(() -> Tables.numbers("x", 1, Double.POSITIVE_INFINITY))
        .hasMessage("column x: Infinity is not finite");
    assertThatThrownBy(() -> Tables.categories("x", 2, 5))
        .hasMessage("column x: code 5 has no label of 2");
  }

  @Test
  void writesValuesForPeople() {
    assertThat(ValueText.of(Measure.DATE, 20_000)).isEqualTo("2024-10-04");
    assertThat(ValueText.of(Measure.TIMESTAMP, 1_700_000_000)).isEqualTo("2023-11-14 22:13");
    assertThat(ValueText.number(1234567)).isEqualTo("1234567");
    assertThat(ValueText.number(0.123456789)).isEqualTo("0.12346");
    assertThat(ValueText.number(1.5e-7)).isEqualTo("1.5E-7");
  }
}

package io.mirrorlake.evaluator.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.evaluator.fidelity.ContingencyTable;
import io.mirrorlake.evaluator.query.AggregateQuery;
import io.mirrorlake.evaluator.query.Predicate;
import io.mirrorlake.evaluator.query.QueryAnswer;
import io.mirrorlake.evaluator.query.QueryError;
import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.IndependentMarginals;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.Tables;
import io.mirrorlake.evaluator.tally.Tallies;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Offset<Double> EXACT = within(1e-9);

  private static Tallies tallies(SampleColumn train, SampleColumn synthetic) {
    return Tallies.of(SampleTable.of(train), SampleTable.of(train), SampleTable.of(synthetic), 1);
  }

  private static NumberComparison numbers(double[] train, double... synthetic) {
    Tallies tallies = tallies(Tables.numbers("x", train), Tables.numbers("x", synthetic));
    return NumberComparison.of(tallies.train().numbers(0), tallies.synthetic().numbers(0));
  }

  @Test
  void numbersByHand() {
    NumberComparison found = numbers(new double[] {0, 0, 0, 10, 20}, 0, 0, 2.5, 10, 25);
    assertThat(found.kolmogorovSmirnov()).isEqualTo(0.2, EXACT);
    // The median is 0, the mean distance from it 6. Values without a bin of their own count as
    // spread over it: 2.5 over (0, 10), 5 on the average, and 25 over (20, 25], 22.5.
    assertThat(found.wasserstein()).isEqualTo(1.5 / 6, EXACT);
    // Percentiles 1 and 5 are 0; 95, 99 and 99.9 are 20, and 23.75, 24.75 and 24.975.
    assertThat(found.tails()).hasSize(5);
    assertThat(found.tails().get(0)).isZero();
    assertThat(found.tails().get(4)).isEqualTo(4.975 / 6, EXACT);
    assertThat(found.tailError()).isEqualTo((3.75 + 4.75 + 4.975) / 6 / 5, EXACT);
    assertThat(found.rangeCoverage()).isEqualTo(1, EXACT);
    assertThat(found.boundaryAdherence()).isEqualTo(0.8, EXACT);
    // The real values are tens: 2.5 and 25 are not.
    assertThat(found.gridAdherence().orElseThrow()).isEqualTo(0.6, EXACT);
  }

  @Test
  void aRangeIsCoveredAsFarAsItIsReached() {
    // (4 - 0) / 20 is missing below, (20 - 18) / 20 above.
    NumberComparison found = numbers(new double[] {0, 10, 20}, 4, 18);
    assertThat(found.rangeCoverage()).isEqualTo(0.7, EXACT);
    assertThat(found.boundaryAdherence()).isEqualTo(1);
    assertThat(numbers(new double[] {5, 5}, 5, 6).rangeCoverage()).isEqualTo(1);
    assertThat(numbers(new double[] {5, 5}, 6).rangeCoverage()).isZero();
    // A constant has no spread, so any other value is as far as can be.
    assertThat(numbers(new double[] {5, 5}, 6).wasserstein())
        .isEqualTo(NumberComparison.LARGEST_GAP);
    assertThat(numbers(new double[] {5, 5}, 5).wasserstein()).isZero();
    assertThat(numbers(new double[] {1, 2}, Double.NaN).tailError())
        .isEqualTo(NumberComparison.LARGEST_GAP);
  }

  @Test
  void labelsByHand() {
    CategoryColumn train = CategoryColumn.of("c", List.of("a", "b", "c", "d"), 0, 0, 1, 2);
    CategoryColumn synthetic = CategoryColumn.of("c", List.of("a", "b", "c", "d"), 0, 0, 3, 1, -1);
    Tallies tallies = tallies(train, synthetic);
    LabelComparison found =
        LabelComparison.of(tallies.train().labels(0), tallies.synthetic().labels(0)).orElseThrow();
    // a 1/2 = 1/2, b 1/4 = 1/4, c 1/4 against 0, d 0 against 1/4
    assertThat(found.totalVariation()).isEqualTo(0.25, EXACT);
    assertThat(found.coverage()).isEqualTo(2 / 3.0, EXACT);
    assertThat(found.adherence()).isEqualTo(0.75, EXACT);
    assertThat(found.entropyRatio()).isEqualTo(1, EXACT);
    // scipy.spatial.distance.jensenshannon([2, 1, 1, 0], [2, 1, 0, 1], base=2)
    assertThat(found.jensenShannon()).isEqualTo(0.5, EXACT);
    assertThat(tallies.synthetic().missingShare(0)).isEqualTo(0.2, EXACT);
  }

  @Test
  void dependenceIsTheChiSquaredTest() {
    // scipy.stats.chi2.ppf(0.95, 10), scipy.stats.chi2.ppf(0.9999, 4)
    assertThat(Dependence.chance(18.307038053275146, 10)).isEqualTo(0.05, EXACT);
    assertThat(Dependence.chance(23.512742444991076, 4)).isEqualTo(1e-4, EXACT);
    ContingencyTable table = ContingencyTable.of(new long[] {30, 20, 20, 30}, 2, 2);
    // chi-squared is 4 with 100 rows, and 2 with 50; the limit is 3.84.
    assertThat(Dependence.isShown(table, 100, 0.05)).isTrue();
    assertThat(Dependence.isShown(table, 50, 0.05)).isFalse();
    assertThat(Dependence.isShown(table, 1000, 0.01)).isFalse();
  }

  @Test
  void spuriousAndLostDependenceIsTold() {
    SampleTable train = Tables.people(4000, 1);
    SampleTable holdout = Tables.people(4000, 2);
    SampleTable good = Tables.people(4000, 3);
    Tallies fresh = Tallies.of(train, holdout, good, 1);
    SpuriousPairs none = SpuriousPairs.of(fresh.train(), fresh.holdout(), fresh.synthetic());
    assertThat(none.spurious()).isEmpty();
    assertThat(none.lost()).isEmpty();
    assertThat(none.dependent()).hasSizeGreaterThan(5);
    Tallies shuffled = Tallies.of(train, holdout, IndependentMarginals.of(good, 1), 1);
    SpuriousPairs lost =
        SpuriousPairs.of(shuffled.train(), shuffled.holdout(), shuffled.synthetic());
    assertThat(lost.lostShare()).isGreaterThan(0.8);
    // The real tables shuffled and the other not: every dependence is made up.
    Tallies reversed =
        Tallies.of(IndependentMarginals.of(train, 1), IndependentMarginals.of(holdout, 2), good, 1);
    SpuriousPairs made =
        SpuriousPairs.of(reversed.train(), reversed.holdout(), reversed.synthetic());
    assertThat(made.independent()).hasSizeGreaterThan(10);
    assertThat(made.spurious()).hasSizeGreaterThanOrEqualTo(7);
    assertThat(made.spuriousShare())
        .isEqualTo((double) made.spurious().size() / made.independent().size());
  }

  @Test
  void errorsOfAnswersAreRelativeBoundedAndScaled() {
    Predicate any = new Predicate(0, "x is not null", true, true, false);
    AggregateQuery count = new AggregateQuery(AggregateQuery.Aggregate.COUNT, -1, "", List.of(any));
    AggregateQuery avg = new AggregateQuery(AggregateQuery.Aggregate.AVG, 1, "y", List.of(any));
    AggregateQuery sum = new AggregateQuery(AggregateQuery.Aggregate.SUM, 1, "y", List.of(any));
    QueryAnswer real = new QueryAnswer(1000, 200, 5, 100);
    QueryAnswer other = new QueryAnswer(500, 80, 6, 40);
    // 80 of 500 are 160 of 1,000: 40 of 200 too few. 6 for 5. 480 for 500.
    assertThat(QueryError.of(count, real, other, 0)).isEqualTo(0.2, EXACT);
    assertThat(QueryError.of(avg, real, other, 1)).isEqualTo(0.2, EXACT);
    assertThat(QueryError.of(sum, real, other, 1)).isEqualTo(0.04, EXACT);
    // An average near 0 is compared with the measure's spread.
    assertThat(
            QueryError.of(avg, new QueryAnswer(10, 5, 0.1, 5), new QueryAnswer(10, 5, 0.3, 5), 2))
        .isEqualTo(0.1, EXACT);
    assertThat(QueryError.of(avg, real, new QueryAnswer(500, 0, Double.NaN, 0), 1)).isEqualTo(1);
    assertThat(QueryError.of(count, real, new QueryAnswer(500, 400, 0, 0), 0)).isEqualTo(1);
    assertThat(sum.text()).isEqualTo("sum(y) where x is not null");
  }

  @Test
  void answersOfFreshRowsAreNearAndOfIndependentOnesFar() {
    Tallies tallies =
        Tallies.of(Tables.people(5000, 1), Tables.people(5000, 2), Tables.people(5000, 3), 1);
    QueryComparison fresh = QueryComparison.of(tallies.train(), tallies.synthetic());
    QueryComparison ceiling = QueryComparison.of(tallies.train(), tallies.holdout());
    QueryComparison floor = QueryComparison.independent(tallies.train());
    assertThat(fresh.mean()).isEqualTo(ceiling.mean(), within(0.02));
    assertThat(floor.mean()).isGreaterThan(2 * fresh.mean());
    assertThat(fresh.quantile(0.5)).isLessThan(fresh.quantile(0.95));
    SampleTable shuffled = IndependentMarginals.of(Tables.people(5000, 1), 1);
    Tallies independent = Tallies.of(Tables.people(5000, 1), Tables.people(5000, 2), shuffled, 1);
    // What independence would answer is what a shuffled table answers.
    assertThat(QueryComparison.of(independent.train(), independent.synthetic()).mean())
        .isEqualTo(floor.mean(), within(0.05));
  }

  @Test
  void pairsAreComparedByTheirOwnMeasures() {
    Tallies tallies =
        Tallies.of(Tables.people(3000, 1), Tables.people(3000, 2), Tables.people(3000, 3), 1);
    for (int pair = 0; pair < tallies.plan().pairs(); pair++) {
      PairComparison found =
          PairComparison.of(tallies.train().pair(pair), tallies.synthetic().pair(pair));
      PairComparison none = PairComparison.independent(tallies.train().pair(pair));
      assertThat(found.similarity()).isGreaterThan(0.8);
      assertThat(found.pearsonError() + found.spearmanError()).isLessThan(0.12);
      assertThat(found.cramersError() + found.correlationRatioError()).isLessThan(0.06);
      assertThat(none.real()).isEqualTo(found.real());
      assertThat(none.found()).isEqualTo(PairComparison.Association.none());
    }
  }
}

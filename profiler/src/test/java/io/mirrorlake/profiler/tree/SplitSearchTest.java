package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.copula.CodeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SplitSearchTest {
  private static final int ROWS = 400;
  private static final SplitSearch.Span ALL =
      new SplitSearch.Span(IntStream.range(0, ROWS).toArray(), 0, ROWS);
  private static final int TRIES = 200;

  /**
   * The best question for a binary column that is 1 with probability 0.5 + effect where the second
   * of two columns of ten codes is below five, and 0.5 - effect elsewhere.
   */
  private static Optional<SplitSearch.Question> best(double effect, boolean ordered, int seed) {
    return best(effect, ordered, seed, ancestor -> RowUnits.ROWS);
  }

  private static Optional<SplitSearch.Question> best(
      double effect, boolean ordered, int seed, Function<CodeColumn, RowUnits> units) {
    Random random = new Random(seed);
    List<CodeColumn> ancestors = new ArrayList<>();
    for (String name : List.of("first", "second")) {
      ancestors.add(
          CodeColumn.of(
              ordered
                  ? Samples.ordered(name, 10, ROWS, row -> random.nextInt(10))
                  : Samples.nominal(name, 10, ROWS, row -> random.nextInt(10))));
    }
    CodeColumn column =
        CodeColumn.of(
            Samples.nominal(
                "c",
                2,
                ROWS,
                row -> {
                  double p = ancestors.get(1).code(row) < 5 ? 0.5 + effect : 0.5 - effect;
                  return random.nextDouble() < p ? 1 : 0;
                }));
    return best(column, ancestors, units.apply(ancestors.get(1)), seed);
  }

  private static Optional<SplitSearch.Question> best(
      CodeColumn column, List<CodeColumn> ancestors, RowUnits units, int seed) {
    double[] products =
        IntStream.rangeClosed(0, ROWS).mapToDouble(n -> n < 2 ? 0 : n * Math.log(n)).toArray();
    TreeOptions options = new TreeOptions(1, 15, 1, 3, TreeOptions.DEFAULT_SHRINKAGE);
    TreeTask task =
        new TreeTask(column, ancestors, options, units, products, new SplittableRandom(seed));
    return new SplitSearch(task).best(ALL, ALL);
  }

  @Test
  void findsThePlantedQuestion() {
    SplitSearch.Question ordered = best(0.4, true, 1).orElseThrow();
    assertThat(ordered.column()).isEqualTo(1);
    assertThat(ordered.inside()).isEqualTo(CodeSet.of(0, 1, 2, 3, 4));

    SplitSearch.Question nominal = best(0.4, false, 1).orElseThrow();
    assertThat(nominal.column()).isEqualTo(1);
    assertThat(nominal.inside()).isIn(CodeSet.of(0, 1, 2, 3, 4), CodeSet.of(5, 6, 7, 8, 9));
  }

  /**
   * Rows of the codes 0 to 4 are three units, so that the best question of all would tell of these.
   */
  @Test
  void asksTheNextBestQuestionWhereTheBestLeavesTooFewUnits() {
    SplitSearch.Question question =
        best(
                0.4,
                true,
                1,
                ancestor ->
                    RowUnits.of(
                        IntStream.range(0, ROWS)
                            .mapToLong(row -> ancestor.code(row) < 5 ? row % 3 : row % 100)
                            .toArray()))
            .orElseThrow();

    assertThat(question.column()).isEqualTo(1);
    assertThat(question.inside()).isEqualTo(CodeSet.of(0, 1, 2, 3, 4, 5));
  }

  /**
   * A question must gain 2 + 3 = 5 nats, that is G^2 above 10, which one cut reaches by chance with
   * probability 0.0016, the best of 18 with less than 0.029. More than 18 of 200 tries have a
   * probability below 1e-4 (binomial).
   */
  private static boolean isChance(double effect) {
    long found = IntStream.range(0, TRIES).filter(i -> best(effect, true, i).isPresent()).count();
    return found <= 18;
  }

  @Test
  void asksNothingOfNoise() {
    assertThat(isChance(0)).isTrue();
  }

  /** The companion: a difference of 20 % of the rows is no chance. */
  @Test
  void weakDependenceIsNotTakenForNoise() {
    assertThat(isChance(0.1)).isFalse();
  }

  /**
   * Whether a column of sixteen codes that is moved up by one code where the other column is below
   * five is asked about it: a shift that costs 15 degrees of freedom code by code, and one or three
   * at a coarser resolution.
   */
  private static boolean findsShift(int shift, int seed) {
    Random random = new Random(seed);
    CodeColumn ancestor =
        CodeColumn.of(Samples.ordered("first", 10, ROWS, row -> random.nextInt(10)));
    CodeColumn column =
        CodeColumn.of(
            Samples.ordered(
                "c",
                16,
                ROWS,
                row -> {
                  int code = (int) Math.round(7.5 + 3 * random.nextGaussian());
                  int moved = code + (ancestor.code(row) < 5 ? shift : 0);
                  return Math.max(0, Math.min(moved, 15));
                }));
    double[] products =
        IntStream.rangeClosed(0, ROWS).mapToDouble(n -> n < 2 ? 0 : n * Math.log(n)).toArray();
    TreeOptions options = new TreeOptions(1, 15, 1, 1, TreeOptions.DEFAULT_SHRINKAGE);
    TreeTask task =
        new TreeTask(
            column,
            List.of(ancestor),
            options,
            RowUnits.ROWS,
            products,
            new SplittableRandom(seed));
    return new SplitSearch(task)
        .best(ALL, ALL)
        .filter(found -> found.inside().equals(CodeSet.of(0, 1, 2, 3, 4)))
        .isPresent();
  }

  /**
   * A shift of 2 in 6 standard deviations gains about 400 (2 / 3)^2 / 8 = 22 nats, which all 16
   * codes' penalty of 15 + 2 all but eats; more than half of 20 tries must find the very cut.
   */
  @Test
  void aShiftShowsAtACoarserResolution() {
    assertThat(IntStream.range(0, 20).filter(i -> findsShift(2, i)).count()).isGreaterThan(10);
    assertThat(IntStream.range(0, 20).filter(i -> findsShift(0, i)).count()).isLessThan(3);
  }

  /**
   * Fifty values that have nothing to do with the column, lined up by what they have of it: the
   * best cut of that line gains about 50 / pi nats by chance.
   */
  @Test
  void valuesLinedUpByChanceAreNoQuestion() {
    int asked = 0;
    for (int seed = 0; seed < TRIES; seed++) {
      Random random = new Random(seed);
      CodeColumn ancestor =
          CodeColumn.of(Samples.nominal("a", 50, ROWS, row -> random.nextInt(50)));
      CodeColumn column = CodeColumn.of(Samples.nominal("c", 2, ROWS, row -> random.nextInt(2)));
      asked += best(column, List.of(ancestor), RowUnits.ROWS, seed).isPresent() ? 1 : 0;
    }
    assertThat(asked).isLessThanOrEqualTo(18);
  }
}

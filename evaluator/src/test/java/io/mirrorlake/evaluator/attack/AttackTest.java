package io.mirrorlake.evaluator.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.evaluator.nearest.GowerSpace;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.IndependentMarginals;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.Tables;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the attacks make of strangers, whose excess over the control group is nought within sampling
 * error, and of copies. Five standard errors are exceeded once in 3.5 million seeds.
 */
class AttackTest {
  private static final int ROWS = 2000;
  private static final SampleTable TRAIN = Tables.people(ROWS, 1);
  private static final SampleTable CONTROL = Tables.people(ROWS, 2);
  private static final SampleTable OTHERS = Tables.people(ROWS, 3);
  private static final GowerSpace SPACE = GowerSpace.of(TRAIN.append(CONTROL));

  private static AttackTables tables(SampleTable synthetic) {
    return new AttackTables(synthetic, TRAIN, CONTROL);
  }

  /** The first share of the rows are training rows, the others strangers. */
  private static SampleTable copied(int copies) {
    return TRAIN
        .append(OTHERS)
        .take(IntStream.range(0, ROWS).map(i -> i < copies ? i : ROWS + i).toArray());
  }

  private static void assertNoLeak(AttackResult result) {
    assertThat(Math.abs(result.deviations())).isLessThan(5);
  }

  private static void assertLeak(AttackResult result, double least) {
    assertThat(result.excess()).isGreaterThan(least);
    assertThat(result.deviations()).isGreaterThan(5);
    assertThat(result.saysNothing()).isFalse();
  }

  @Test
  void ratesAreComparedWithControlAndNaiveGuess() {
    AttackResult result = new AttackResult(new Rate(60, 100), new Rate(50, 100), new Rate(45, 100));
    assertThat(result.excess()).isEqualTo(0.1, within(1e-12));
    assertThat(result.risk()).isEqualTo(0.2, within(1e-12));
    // Python: sqrt(62/104*42/104/104 + 52/104*52/104/104)
    assertThat(result.standardError()).isEqualTo(0.0687, within(1e-4));
    // statsmodels.stats.proportion.proportion_confint(60, 100, method="wilson"): 0.5020, 0.6906
    assertThat(result.onTrain().interval().low()).isEqualTo(0.5020, within(1e-4));
    assertThat(result.saysNothing()).isFalse();
    assertThat(
            new AttackResult(new Rate(60, 100), new Rate(50, 100), new Rate(51, 100)).saysNothing())
        .isTrue();
    assertThat(new AttackResult(new Rate(1, 1), new Rate(1, 1), new Rate(0, 1)).risk()).isZero();
    assertThatThrownBy(() -> new Rate(3, 2)).hasMessage("3.0 successes of 2");
  }

  @Test
  void singlingOutByHand() {
    // Once: a 7 (neither end), the ends 1 and 9 and the label b; 5 is there twice.
    SampleTable made =
        SampleTable.of(
            Tables.numbers("x", 1, 5, 5, 7, 9), Tables.categories("c", 2, 0, 0, 0, 0, 1));
    // x = 7 holds once, x <= 1 never, x >= 9 twice, c = b once.
    SampleTable train =
        SampleTable.of(
            Tables.numbers("x", 7, 9, 10, 3, 4), Tables.categories("c", 2, 0, 0, 0, 0, 1));
    // x = 7 never, x <= 1 once, x >= 9 never, c = b twice.
    SampleTable control =
        SampleTable.of(
            Tables.numbers("x", 0, 2, 3, 4, 5), Tables.categories("c", 2, 0, 0, 0, 1, 1));
    AttackResult found =
        SinglingOut.of(new AttackTables(made, train, control), 100, Draw.of(1, "test")).oneColumn();
    assertThat(found.onTrain()).isEqualTo(new Rate(2, 4));
    assertThat(found.onControl()).isEqualTo(new Rate(1, 4));
  }

  @Test
  void copiesAreSingledOutAndStrangersAreNot() {
    SinglingOut strangers = SinglingOut.of(tables(OTHERS), 1000, Draw.of(1, "test"));
    assertNoLeak(strangers.oneColumn());
    assertNoLeak(strangers.severalColumns());
    SinglingOut copies = SinglingOut.of(tables(TRAIN), 1000, Draw.of(1, "test"));
    assertThat(copies.severalColumns().onTrain().share()).isEqualTo(1);
    assertLeak(copies.oneColumn(), 0.2);
    assertLeak(copies.severalColumns(), 0.3);
    // It takes many copies: a bound shared with one more row singles nobody out.
    AttackResult half =
        SinglingOut.of(tables(copied(1000)), 2000, Draw.of(1, "test")).severalColumns();
    assertThat(half.deviations()).isGreaterThan(5);
  }

  @Test
  void halvesOfCopiesAreLinkedAndThoseOfStrangersAreNot() {
    Draw draw = Draw.of(1, "test");
    assertNoLeak(Linkability.of(tables(OTHERS), SPACE, 1000, draw));
    AttackResult copies = Linkability.of(tables(TRAIN), SPACE, 1000, draw);
    assertThat(copies.onTrain().share()).isEqualTo(1);
    assertLeak(copies, 0.3);
    assertLeak(Linkability.of(tables(copied(400)), SPACE, 1000, draw), 0.05);
  }

  @Test
  void secretsOfCopiesAreInferredAndThoseOfStrangersAreNot() {
    AttributeInference strangers = AttributeInference.of(tables(OTHERS), SPACE, 1000);
    strangers.secrets().forEach(secret -> assertNoLeak(secret.result()));
    // What others decide is inferred from strangers too: a pattern, not a leak.
    AttackResult job = strangers.secrets().get(4).result();
    assertThat(job.onControl().share()).isGreaterThan(job.naive().share() + 0.1);
    AttributeInference copies = AttributeInference.of(tables(TRAIN), SPACE, 1000);
    assertLeak(copies.worst().orElseThrow().result(), 0.3);
    assertLeak(
        AttributeInference.of(tables(copied(400)), SPACE, 1000).worst().orElseThrow().result(),
        0.05);
  }

  @Test
  void theNaiveGuessIsTheValueThatIsMostOftenRight() {
    SampleTable made =
        SampleTable.of(Tables.categories("a", 3, 2, 2, 1), Tables.numbers("x", 1, 2, 3));
    SampleTable targets =
        SampleTable.of(Tables.categories("a", 3, 2, 0, 2), Tables.numbers("x", 1, 2, 3));
    AttackResult found =
        AttributeInference.of(new AttackTables(made, targets, targets), GowerSpace.of(targets), 100)
            .secrets()
            .get(0)
            .result();
    assertThat(found.naive()).isEqualTo(new Rate(2, 3));
    // The nearest by x have c, c and b.
    assertThat(found.onTrain()).isEqualTo(new Rate(1, 3));
  }

  @Test
  void shuffledColumnsGiveNothingAway() {
    AttackTables shuffled = tables(IndependentMarginals.of(TRAIN, 1));
    assertNoLeak(SinglingOut.of(shuffled, 1000, Draw.of(1, "test")).severalColumns());
    assertNoLeak(Linkability.of(shuffled, SPACE, 1000, Draw.of(1, "test")));
    AttributeInference.of(shuffled, SPACE, 1000)
        .secrets()
        .forEach(secret -> assertNoLeak(secret.result()));
  }

  @Test
  void attributionIsThatOfSdMetrics() {
    SampleTable made =
        SampleTable.of(
            Tables.categories("k", 3, 0, 0, 0, 1), Tables.categories("s", 2, 0, 0, 1, 1));
    SampleTable train =
        SampleTable.of(
            Tables.categories("k", 3, 0, 0, 1, 2), Tables.categories("s", 2, 0, 1, 1, 0));
    SampleTable control =
        SampleTable.of(
            Tables.categories("k", 3, 1, 1, 2, 2), Tables.categories("s", 2, 0, 0, 1, 0));
    CorrectAttribution found = CorrectAttribution.of(new AttackTables(made, train, control)).get(1);
    // Known k: (a -> 2/3 a), (a -> 1/3 b), (b -> b); (c) agrees with no synthetic row.
    assertThat(found.onTrain()).isEqualTo((2.0 / 3 + 1.0 / 3 + 1) / 3, within(1e-12));
    assertThat(found.onControl()).isZero();
    assertThat(found.column()).isEqualTo("s");
    assertThat(CorrectAttribution.of(tables(OTHERS.select(column -> column.name().equals("job")))))
        .isEmpty();
  }

  @Test
  void sidesMustBeEquallyLarge() {
    assertThatThrownBy(() -> new AttackTables(TRAIN, TRAIN, CONTROL.take(new int[] {1})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2000 training rows, but 1 in the control group");
    assertThat(List.of(tables(OTHERS).withTargets(10).train().rows())).containsExactly(10);
  }
}

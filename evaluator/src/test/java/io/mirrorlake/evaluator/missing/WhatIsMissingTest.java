package io.mirrorlake.evaluator.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.Tables;
import io.mirrorlake.evaluator.tally.Tallies;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class WhatIsMissingTest {
  private static final Offset<Double> EXACT = within(1e-9);

  private static WhatIsMissing missing(SampleTable train, SampleTable other) {
    Tallies tallies = Tallies.of(train, train, other, 1);
    return WhatIsMissing.of(tallies, tallies.synthetic());
  }

  @Test
  void differencesAreTestedAsTwoShares() {
    Shares shares = new Shares(50, 10_000, 10, 5_000);
    // The pooled two-proportion z statistic; numpy gives -2.7441064997422586 for it.
    double pooled = 60 / 15_000.0;
    double error = Math.sqrt(pooled * (1 - pooled) * (1 / 10_000.0 + 1 / 5_000.0));
    assertThat(shares.deviations()).isEqualTo((0.002 - 0.005) / error, EXACT);
    assertThat(shares.deviations()).isEqualTo(-2.7441064997422586, EXACT);
    assertThat(shares.differs()).isFalse();
    assertThat(shares.expected()).isEqualTo(25, EXACT);
    assertThat(shares.relativeGap()).isEqualTo(0.6, EXACT);
    assertThat(new Shares(50, 10_000, 0, 5_000).differs()).isTrue();
    assertThat(new Shares(0, 100, 0, 100).deviations()).isZero();
    assertThat(shares.interval().low()).isLessThan(0.002);
  }

  /** Chances by hand: 1/21 of all rows are the reference's, 20/21 the other table's. */
  @Test
  void aFewRowsOfAMuchSmallerTableTellLittle() {
    Shares one = new Shares(1, 500_000, 0, 10_000_000);
    // Twenty are to be expected and four standard errors are passed, at a chance of 1 in 21.
    assertThat(one.expected()).isEqualTo(20, EXACT);
    assertThat(one.deviations()).isLessThan(-4);
    assertThat(one.differs()).isFalse();
    assertThat(one.isExpected()).isFalse();
    assertThat(new Shares(4, 500_000, 0, 10_000_000).differs()).isTrue();
    assertThat(new Shares(0, 10_000_000, 3, 500_000).differs()).isFalse();
    assertThat(new Shares(0, 10_000_000, 4, 500_000).differs()).isTrue();
    assertThat(new Shares(10, 500_000, 0, 10_000_000).isExpected()).isTrue();
    assertThat(new Shares(190, 10_000_000, 0, 500_000).isExpected()).isFalse();
  }

  @Test
  void lostLabelsTailsAndCombinationsAreNamed() {
    int rows = 20_000;
    // Label c has 0.5 % of the rows, and goes with values above 990 only.
    int[] labels = IntStream.range(0, rows).map(i -> i % 200 == 199 ? 2 : i % 2).toArray();
    double[] values = IntStream.range(0, rows).mapToDouble(i -> i * 7919 % 1000).toArray();
    SampleTable train =
        SampleTable.of(
            Tables.numbers("x", values), CategoryColumn.of("c", List.of("a", "b", "c"), labels));
    int[] kept = IntStream.range(0, rows).filter(i -> labels[i] != 2).toArray();
    WhatIsMissing found = missing(train, train.take(kept));
    assertThat(found.rareLabels()).hasSize(1);
    assertThat(found.rareLabelLoss()).isEqualTo(1, EXACT);
    assertThat(found.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Finding.Kind.RARE_LABEL);
              assertThat(finding.what()).isEqualTo("c");
              assertThat(finding.shares().expected()).isEqualTo(99.5, within(0.1));
            });
    assertThat(missing(train, train).findings()).isEmpty();
    assertThat(missing(train, train).rareLabelLoss()).isZero();
  }

  @Test
  void aTailThatIsCutIsLostAndFreshRowsLackNothing() {
    SampleTable train = Tables.people(20_000, 1);
    SampleTable fresh = Tables.people(20_000, 2);
    assertThat(missing(train, fresh).tailLoss()).isZero();
    assertThat(missing(train, fresh).lostShare()).isZero();
    NumberColumn income = (NumberColumn) fresh.column(1);
    double high = income.sorted()[19_000];
    int[] inside =
        IntStream.range(0, fresh.rows()).filter(row -> income.value(row) <= high).toArray();
    WhatIsMissing cut = missing(train, fresh.take(inside));
    assertThat(cut.tailLoss()).isGreaterThan(0.15);
    assertThat(cut.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Finding.Kind.TAIL);
              assertThat(finding.column()).isEqualTo(1);
              assertThat(finding.what()).startsWith("> ");
              assertThat(finding.shares().found()).isZero();
            });
  }

  @Test
  void combinationsAreLostOrMadeUp() {
    int rows = 4000;
    int[] first = IntStream.range(0, rows).map(i -> i % 4 / 2).toArray();
    int[] second = IntStream.range(0, rows).map(i -> i % 2).toArray();
    SampleTable all =
        SampleTable.of(Tables.categories("a", 2, first), Tables.categories("b", 2, second));
    SampleTable same =
        SampleTable.of(Tables.categories("a", 2, first), Tables.categories("b", 2, first));
    WhatIsMissing lost = missing(all, same);
    assertThat(lost.combinations()).isEqualTo(4);
    assertThat(lost.lostShare()).isEqualTo(0.5, EXACT);
    assertThat(lost.findings())
        .extracting(Finding::what)
        .containsExactly("a = a and b = b", "a = b and b = a");
    WhatIsMissing madeUp = missing(same, all);
    assertThat(madeUp.lostShare()).isZero();
    assertThat(madeUp.madeUpShare()).isEqualTo(0.5, EXACT);
    assertThat(madeUp.findings())
        .extracting(Finding::kind)
        .containsOnly(Finding.Kind.MADE_UP_COMBINATION);
  }
}

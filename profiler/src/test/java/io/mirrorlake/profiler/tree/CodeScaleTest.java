package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.profiler.fit.CodedColumn;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CodeScaleTest {
  private static Marginal atoms(double nulls, double... shares) {
    List<Segment> atoms = new ArrayList<>();
    for (double share : shares) {
      atoms.add(Segment.atom(atoms.size(), share));
    }
    return new NumericMarginal(nulls, Grid.INTEGERS, atoms);
  }

  @Test
  void fewSegmentsHaveACodeEachAndNullsTheLast() {
    CodeScale scale = CodeScale.of(atoms(0.2, 0.5, 0.25, 0.25), 1000);

    assertThat(scale.starts()).containsExactly(0, 1, 2, 3);
    assertThat(scale.probabilities().get(0)).isCloseTo(0.4, within(1e-15));
    assertThat(scale.nullProbability()).isEqualTo(0.2);
    assertThat(scale.codeOfSegment(3)).containsExactly(0, 1, 2, 3);
    assertThat(scale.codeAt(0.39)).isZero();
    assertThat(scale.codeAt(0.79)).isEqualTo(2);
    assertThat(scale.codeAt(0.81)).isEqualTo(3);
    assertThat(CodeScale.of(atoms(0, 0.5, 0.5), 1000).starts()).containsExactly(0, 1);
  }

  @Test
  void manySegmentsAreJoinedIntoRunsOfAboutEqualShares() {
    double[] shares = new double[1000];
    Arrays.fill(shares, 1e-3);

    CodeScale scale = CodeScale.of(atoms(0, shares), 10_000);

    assertThat(scale.size()).isEqualTo(200);
    assertThat(scale.probabilities()).allSatisfy(p -> assertThat(p).isBetween(0.004, 0.008));
    assertThat(scale.ordered()).isTrue();
  }

  /** Half of the rows lie on ten values; the other 990 are told apart as well as rows allow. */
  @Test
  void whereRowsAreManyPointMassesLeaveTheirRunsToOthers() {
    double[] shares = new double[1000];
    Arrays.fill(shares, 0.5 / 990);
    Arrays.fill(shares, 495, 505, 0.05);
    Marginal marginal = atoms(0, shares);

    CodeScale ofMany = CodeScale.of(marginal, 1_000_000);
    CodeScale ofFew = CodeScale.of(marginal, 10_000);

    assertThat(ofMany.size()).isBetween(170, 200);
    assertThat(ofMany.probabilities().stream().filter(p -> p > 0.04)).hasSize(10);
    assertThat(ofFew.size()).isBetween(100, 115);
    // Of 100,000 rows one in a hundred is there: an even share of these has five.
    double[] nulls = Arrays.stream(shares).toArray();
    assertThat(CodeScale.of(atoms(0.99, nulls), 100_000).size()).isBetween(100, 116);
  }

  /** Rare and frequent categories by turns would make more runs than a byte counts. */
  @Test
  void codesFitIntoAByteWhateverTheShares() {
    List<Category> categories = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      categories.add(new Category("c" + i, i % 2 == 0 ? 0.5 / 900 : 2.5 / 900));
    }
    CodeScale scale =
        CodeScale.of(new CategoricalMarginal(0.1, categories, Optional.empty()), 10_000);

    assertThat(scale.size()).isBetween(200, 256);
    assertThat(scale.ordered()).isFalse();
    assertThat(scale.probabilities().stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-9));
  }

  @Test
  void rowsThatAreNotObservedAreSpreadOverTheScale() {
    short[] segments = new short[1000];
    Arrays.fill(segments, CodedColumn.NULL);

    CodeColumn column = CodeColumn.of(CodedColumn.of("x", atoms(0, 0.25, 0.75), segments));

    assertThat(column.counts()[0]).isBetween(245, 255);
  }
}

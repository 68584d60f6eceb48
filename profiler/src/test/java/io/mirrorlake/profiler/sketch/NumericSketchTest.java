package io.mirrorlake.profiler.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumericSketchTest {
  @Test
  void countsDistinctValuesExactlyWhileTheyFit() {
    NumericSketch sketch = new NumericSketch(8, 0);
    for (double value : new double[] {3, 1, 3, -0.0, 0.0, Double.NaN, Double.NEGATIVE_INFINITY}) {
      sketch.add(value, 0);
    }
    sketch.addNull(0);

    assertThat(sketch.isExact()).isTrue();
    assertThat(sketch.rows()).isEqualTo(7);
    assertThat(sketch.nulls().rows()).isEqualTo(1);
    assertThat(sketch.cells().stream().map(ValueTally::value))
        .containsExactly(Double.NEGATIVE_INFINITY, 0.0, 1.0, 3.0, Double.NaN);
    assertThat(sketch.cells().stream().map(cell -> cell.tally().rows()))
        .containsExactly(1L, 2L, 1L, 2L, 1L);
  }

  @Test
  void keepsQuantilesWithinTheCellWidthBeyondItsCapacity() {
    NumericSketch sketch = new NumericSketch(4096, 0);
    int n = 200_000;
    double[] values = new Random(3).doubles(n, 100, 200).sorted().toArray();
    for (double value : values) {
      sketch.add(value, 0);
    }
    List<ValueTally> cells = sketch.cells();
    assertThat(sketch.isExact()).isFalse();
    assertThat(cells.size()).isBetween(1024, 4096);

    long rank = 0;
    for (ValueTally cell : cells) {
      long middle = rank + cell.tally().rows() / 2;
      // At least 1,024 cells over a range of 100: a cell is no wider than 0.2.
      assertThat(cell.value()).isCloseTo(values[(int) middle], within(0.2));
      rank += cell.tally().rows();
    }
    assertThat(rank).isEqualTo(n);
  }

  @Test
  void findsPointMassesAmongManyDistinctValues() {
    NumericSketch sketch = new NumericSketch(1024, 0);
    Random random = new Random(4);
    for (int i = 0; i < 100_000; i++) {
      sketch.add(i % 50 == 0 ? 0.125 : random.nextDouble(), 0);
    }

    ValueTally mass =
        sketch.frequent().stream()
            .filter(value -> value.value() == 0.125)
            .findFirst()
            .orElseThrow();
    // 2,000 occurrences, too low by at most n / capacity = 98.
    assertThat(mass.tally().rows()).isBetween(1_902L, 2_000L);
    assertThat(sketch.cellOf(0.125)).isPresent();
  }

  @Test
  void countsPrivacyUnitsNotRows() {
    NumericSketch sketch = new NumericSketch(16, 20);
    for (int i = 0; i < 1000; i++) {
      sketch.add(5, Hashing.mix(i % 3));
      sketch.add(6, Hashing.mix(i));
    }

    assertThat(sketch.cells().get(0).tally().rows()).isEqualTo(1000);
    assertThat(sketch.cells().get(0).tally().unitCount()).isEqualTo(3);
    assertThat(sketch.cells().get(1).tally().unitCount()).isEqualTo(20);
  }
}

package io.mirrorlake.profiler.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.schema.ColumnType;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GranularitySketchTest {
  static Stream<Arguments> columns() {
    return Stream.of(
        Arguments.of("whole numbers", "int", fn(i -> i * 7), new Grid(1, 0)),
        Arguments.of("multiples of five", "int", fn(i -> i * 5), new Grid(5, 0)),
        Arguments.of("multiples of a thousand", "bigint", fn(i -> i * 1000.0), new Grid(1000, 0)),
        Arguments.of("multiples of seven hundred", "int", fn(i -> i * 700), new Grid(100, 0)),
        Arguments.of("cents", "double", fn(i -> i * 37 / 100.0), new Grid(1, 2)),
        Arguments.of("whole numbers as doubles", "double", fn(i -> i * 3), new Grid(1, 0)),
        Arguments.of("thirds", "double", fn(i -> i / 3.0), Grid.CONTINUOUS),
        Arguments.of(
            "months as parts of years",
            "double",
            fn(i -> Math.rint((6000 + i / 12.0) * 1e11) / 1e11),
            Grid.CONTINUOUS),
        Arguments.of(
            "a decimal column of tenths", "decimal(10,4)", fn(i -> i / 10.0), new Grid(1, 1)),
        Arguments.of("huge doubles", "double", fn(i -> 1e300 * (i + Math.PI)), new Grid(1, 0)),
        Arguments.of("seconds", "timestamp", fn(i -> i * 1e6), new Grid(1_000_000, 0)),
        Arguments.of("midnights", "timestamp", fn(i -> i * 86_400e6), new Grid(86_400_000_000L, 0)),
        Arguments.of("days", "date", fn(i -> i * 7), new Grid(1, 0)));
  }

  private static IntToDoubleFunction fn(IntToDoubleFunction function) {
    return function;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("columns")
  void recognises(String name, String type, IntToDoubleFunction value, Grid expected) {
    GranularitySketch sketch = GranularitySketch.of(ColumnType.ofDdl(type).orElseThrow(), 0);
    for (int i = -500; i < 500; i++) {
      sketch.add(value.applyAsDouble(i), 0);
    }
    assertThat(sketch.grid(10)).isEqualTo(expected);
  }

  @Test
  void theNoiseOfSumsIsNoDecimal() {
    GranularitySketch sketch = GranularitySketch.of(ColumnType.ofDdl("double").orElseThrow(), 0);
    double sum = 0;
    for (int i = 0; i < 100_000; i++) {
      sum += 0.37;
      sketch.add(sum, 0);
    }
    assertThat(sketch.grid(10)).isEqualTo(new Grid(1, 2));
  }

  @Test
  void aFewValuesOffTheGridDoNotShow() {
    GranularitySketch sketch = GranularitySketch.of(ColumnType.ofDdl("double").orElseThrow(), 0);
    for (int i = 1; i <= 1000; i++) {
      sketch.add(i * 0.5, 0);
    }
    for (int i = 0; i < 9; i++) {
      sketch.add(1 / 3.0, 0);
    }
    assertThat(sketch.grid(10)).isEqualTo(new Grid(1, 1));
    sketch.add(1 / 3.0, 0);
    assertThat(sketch.grid(10)).isEqualTo(Grid.CONTINUOUS);
  }

  @Test
  void manyValuesOfOneUnitOffTheGridDoNotShowEither() {
    GranularitySketch sketch = GranularitySketch.of(ColumnType.ofDdl("double").orElseThrow(), 20);
    for (int i = 1; i <= 1000; i++) {
      sketch.add(i * 0.5, Hashing.mix(i));
      sketch.add(i / 3.0, 7);
    }
    assertThat(sketch.grid(10)).isEqualTo(new Grid(1, 1));
  }
}

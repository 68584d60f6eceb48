package io.mirrorlake.profiler.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every sketch owes the scan: one multiset of values gives one state, whatever the order and
 * the partitioning.
 */
class MergeContractTest {
  /** Small enough that the 20,000 values below overflow it several times. */
  private static final int CAPACITY = 512;

  private static final int VALUES = 20_000;

  record Subject<S>(
      String name,
      Supplier<S> empty,
      BiConsumer<S, Double> add,
      BiConsumer<S, S> merge,
      Function<S, Object> state) {
    @Override
    public String toString() {
      return name;
    }

    Object state(List<List<Double>> partitions) {
      List<S> sketches = new ArrayList<>();
      for (List<Double> partition : partitions) {
        S sketch = empty.get();
        partition.forEach(value -> add.accept(sketch, value));
        sketches.add(sketch);
      }
      while (sketches.size() > 1) {
        merge.accept(sketches.get(0), sketches.remove(sketches.size() - 1));
      }
      return state.apply(sketches.get(0));
    }
  }

  static Stream<Subject<?>> subjects() {
    return Stream.of(
        new Subject<>(
            "numbers by row",
            () -> new NumericSketch(CAPACITY, 0),
            (s, v) -> s.add(v, 0),
            NumericSketch::merge,
            s -> s),
        new Subject<>(
            "numbers by unit",
            () -> new NumericSketch(CAPACITY, 20),
            (s, v) -> s.add(v, Hashing.mix((long) (v * 7) % 900)),
            NumericSketch::merge,
            s -> s),
        new Subject<>(
            "texts by row",
            () -> new TextSketch(CAPACITY, 0),
            (s, v) -> s.add(v.toString(), 0),
            TextSketch::merge,
            s -> s),
        new Subject<>(
            "texts by unit",
            () -> new TextSketch(CAPACITY, 20),
            (s, v) -> s.add(v.toString(), Hashing.mix((long) (v * 7) % 900)),
            TextSketch::merge,
            s -> s),
        new Subject<>(
            "keys",
            () -> new KeySketch(CAPACITY),
            (s, v) -> s.add(Hashing.hash(v.toString())),
            KeySketch::merge,
            KeySketch::counts));
  }

  static Stream<Subject<?>> samples() {
    return Stream.of(
        new Subject<>(
            "sample of numbers by row",
            () -> new NumericSketch(CAPACITY, 0),
            (s, v) -> s.add(v, 0),
            NumericSketch::merge,
            NumericSketch::distinct),
        new Subject<>(
            "sample of numbers by unit",
            () -> new NumericSketch(CAPACITY, 20),
            (s, v) -> s.add(v, Hashing.mix((long) (v * 7) % 900)),
            NumericSketch::merge,
            NumericSketch::distinct));
  }

  static Stream<Subject<?>> grids() {
    return Stream.of(
        new Subject<>(
            "granularity",
            () -> GranularitySketch.of(ColumnType.of(Kind.DOUBLE), 0),
            (s, v) -> s.add(v, 0),
            GranularitySketch::merge,
            s -> List.<Grid>of(s.grid(1), s.grid(100), s.grid(10_000), s.grid(VALUES + 1))),
        new Subject<>(
            "digits by row",
            () -> GranularitySketch.of(ColumnType.of(Kind.DOUBLE), 0),
            (s, v) -> s.add(v, 0),
            GranularitySketch::merge,
            s -> List.of(s.notations(1500), s.notations(2500), s.notations(3500))),
        new Subject<>(
            "digits by unit",
            () -> GranularitySketch.of(ColumnType.of(Kind.BIGINT), 900),
            (s, v) -> s.add(Math.abs(v) < 400 ? Math.rint(v) : 0, Hashing.mix(v.longValue())),
            GranularitySketch::merge,
            s -> IntStream.range(0, 900).mapToObj(k -> s.notations(k).size()).toList()));
  }

  /**
   * Values of every kind: a point mass, negatives, repeated decimals, many distinct numbers, an
   * infinity.
   */
  private static List<Double> values() {
    Random random = new Random(11);
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < VALUES; i++) {
      double normal = random.nextGaussian();
      values.add(
          switch (i % 5) {
            case 0 -> 0.0;
            case 1 -> Math.exp(3 * normal);
            case 2 -> -Math.rint(100 * normal) / 100;
            case 3 -> Math.rint(40 * normal);
            default -> i % 25 == 4 ? Double.POSITIVE_INFINITY : 1e9 * normal;
          });
    }
    return values;
  }

  private static List<List<Double>> partitions(List<Double> values, int count) {
    List<List<Double>> partitions = new ArrayList<>();
    for (int p = 0; p < count; p++) {
      partitions.add(new ArrayList<>());
    }
    for (int i = 0; i < values.size(); i++) {
      partitions.get((int) ((long) i * i % count)).add(values.get(i));
    }
    return partitions;
  }

  @ParameterizedTest
  @MethodSource({"subjects", "samples", "grids"})
  void theStateDependsOnTheMultisetOfValuesAlone(Subject<?> subject) {
    List<Double> values = values();
    List<Double> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, new Random(5));
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);

    Object whole = subject.state(List.of(values));

    assertThat(subject.state(List.of(sorted))).isEqualTo(whole);
    assertThat(subject.state(partitions(shuffled, 3))).isEqualTo(whole);
    assertThat(subject.state(partitions(sorted, 64))).isEqualTo(whole);
  }

  @ParameterizedTest
  @MethodSource({"subjects", "samples", "grids"})
  void theContractNoticesMissingValues(Subject<?> subject) {
    List<Double> values = values();
    Object whole = subject.state(List.of(values));

    assertThat(subject.state(List.of(values.subList(0, VALUES / 2)))).isNotEqualTo(whole);
  }
}

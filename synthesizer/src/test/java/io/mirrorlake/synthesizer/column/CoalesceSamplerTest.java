package io.mirrorlake.synthesizer.column;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first of two given numbers that is none null. */
class CoalesceSamplerTest {
  private static final double NULL = Double.NaN;

  private static Values first(ColumnType type, double[] first, double[] second) {
    int rows = GivenNumbers.ROWS;
    ColumnSampler sampler =
        CoalesceSampler.of(
            "t",
            new Column("c", type, true),
            List.of(GivenNumbers.input("a", type, first), GivenNumbers.input("b", type, second)),
            rows);
    sampler.sample(new Tile(0, rows, 0), new double[0]);
    return sampler.values();
  }

  @Test
  void takesTheSecondOnlyWhereTheFirstIsNull() {
    Ints values =
        (Ints)
            first(ColumnType.of(Kind.INT), new double[] {5, NULL, NULL}, new double[] {7, 9, NULL});
    assertThat(values.array()[0]).isEqualTo(5);
    assertThat(values.array()[1]).isEqualTo(9);
    assertThat(List.of(values.isNull(0), values.isNull(1), values.isNull(2)))
        .containsExactly(false, false, true);
  }

  @Test
  void keepsAllDigits() {
    ColumnType amounts = ColumnType.decimal(18, 2);
    Longs decimals =
        (Longs) first(amounts, new double[] {NULL, 0.07, 4e15}, new double[] {-12.34, 1, 1});
    assertThat(decimals.array()).containsExactly(-1234, 7, 400_000_000_000_000_000L);
    Doubles doubles =
        (Doubles)
            first(
                ColumnType.of(Kind.DOUBLE),
                new double[] {NULL, 1.0 / 3, NULL},
                new double[] {Math.PI, 1, -0.1});
    assertThat(doubles.array()).containsExactly(Math.PI, 1.0 / 3, -0.1);
  }
}

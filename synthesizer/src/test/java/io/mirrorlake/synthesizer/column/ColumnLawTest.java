package io.mirrorlake.synthesizer.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Remainder;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.marginal.TextFormat;
import io.mirrorlake.profiler.marginal.TextPattern;
import io.mirrorlake.profiler.marginal.TextPattern.Run;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.schema.UserException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Marginals at chosen positions on the u-scale. */
class ColumnLawTest {
  private static final ColumnType INT = ColumnType.of(Kind.INT);
  private static final ColumnType DOUBLE = ColumnType.of(Kind.DOUBLE);

  private static ColumnLaw law(ColumnType type, Marginal marginal) {
    return ColumnLaw.of(
        "t", new Drawn(new Column("c", type, marginal.nullProbability() > 0), marginal), 1);
  }

  private static Values sample(ColumnType type, Marginal marginal, double... uniforms) {
    ColumnSampler sampler = law(type, marginal).sampler(uniforms.length);
    sampler.sample(new Tile(0, uniforms.length, 0), uniforms);
    return sampler.values();
  }

  private static NumericMarginal numeric(double nulls, Grid grid, Segment... segments) {
    return new NumericMarginal(nulls, grid, List.of(segments));
  }

  private static CategoricalMarginal words(double nulls, String... values) {
    return new CategoricalMarginal(
        nulls,
        Arrays.stream(values).map(value -> new Category(value, 1.0 / values.length)).toList(),
        Optional.empty());
  }

  @Test
  void dealsOutTheGridValuesOfAnIntervalEvenly() {
    NumericMarginal marginal =
        numeric(0, new Grid(5, 0), Segment.atom(-1, 0.5), new Segment(10, 25, 0.5));
    Ints values =
        (Ints)
            sample(
                INT,
                marginal,
                0,
                0.4999,
                0.5,
                0.6249,
                0.625,
                0.7499,
                0.75,
                0.8749,
                0.875,
                1 - 0x1p-53);
    assertThat(values.array()).containsExactly(-1, -1, 10, 10, 15, 15, 20, 20, 25, 25);
    assertThat(values.isNullable()).isFalse();
  }

  @Test
  void putsNullsLast() {
    Ints values =
        (Ints) sample(INT, numeric(0.25, Grid.INTEGERS, Segment.atom(3, 1)), 0.7499, 0.75, 0.99);
    assertThat(values.nullCount()).isEqualTo(2);
    assertThat(values.isNull(0)).isFalse();
    assertThat(values.isNull(1)).isTrue();
    assertThat(values.array()[0]).isEqualTo(3);
  }

  @Test
  void fitsEveryWidth() {
    NumericMarginal bytes = numeric(0, Grid.INTEGERS, new Segment(-128, 127, 1));
    assertThat(((Bytes) sample(ColumnType.of(Kind.TINYINT), bytes, 0, 1 - 0x1p-53)).array())
        .containsExactly((byte) -128, (byte) 127);
    NumericMarginal shorts = numeric(0, Grid.INTEGERS, new Segment(-32768, 32767, 1));
    assertThat(((Shorts) sample(ColumnType.of(Kind.SMALLINT), shorts, 0, 1 - 0x1p-53)).array())
        .containsExactly(Short.MIN_VALUE, Short.MAX_VALUE);
    NumericMarginal longs =
        numeric(0, Grid.CONTINUOUS, Segment.atom(-0x1p63, 0.5), Segment.atom(0x1p63, 0.5));
    assertThat(((Longs) sample(ColumnType.of(Kind.BIGINT), longs, 0, 0.5)).array())
        .containsExactly(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  @Test
  void writesDecimalsInUnitsOfTheLastDigit() {
    NumericMarginal marginal =
        numeric(0, new Grid(5, 1), Segment.atom(0.07, 0.5), new Segment(1, 2, 0.5));
    assertThat(((Longs) sample(ColumnType.decimal(10, 2), marginal, 0, 0.5, 0.7, 0.99)).array())
        .containsExactly(7, 100, 150, 200);
    NumericMarginal wide =
        numeric(0, Grid.CONTINUOUS, Segment.atom(1e25, 0.5), new Segment(2e25, 3e25, 0.5));
    BigInteger unit = BigInteger.TEN.pow(30);
    assertThat(((WideDecimals) sample(ColumnType.decimal(38, 5), wide, 0, 0.5)).array())
        .containsExactly(unit, unit.multiply(BigInteger.TWO));
  }

  /** A sum or product of doubles would give 0.30000000000000004 and the like. */
  @Test
  void givesTheDoubleNearestToTheDecimalNumber() {
    NumericMarginal marginal = numeric(0, new Grid(1, 2), new Segment(-10, 10, 1));
    double[] uniforms = new double[2001];
    for (int i = 0; i < uniforms.length; i++) {
      uniforms[i] = (i + 0.5) / uniforms.length;
    }
    double[] values = ((Doubles) sample(DOUBLE, marginal, Arrays.copyOf(uniforms, 512))).array();
    for (int i = 0; i < values.length; i++) {
      assertThat(values[i]).isEqualTo(Double.parseDouble((i - 1000) + "e-2"));
    }
    NumericMarginal large = numeric(0, new Grid(1, 18), new Segment(0.123, 0.987, 1));
    double value = ((Doubles) sample(DOUBLE, large, 0.37)).array()[0];
    assertThat(value).isBetween(0.123, 0.987);
  }

  @Test
  void givesTheFloatNearestToTheDecimalNumber() {
    NumericMarginal marginal = numeric(0, new Grid(1, 1), new Segment(0, 51.1, 1));
    double[] uniforms = new double[512];
    for (int i = 0; i < uniforms.length; i++) {
      uniforms[i] = (i + 0.5) / uniforms.length;
    }
    float[] values = ((Floats) sample(ColumnType.of(Kind.FLOAT), marginal, uniforms)).array();
    for (int i = 0; i < values.length; i++) {
      assertThat(values[i]).isEqualTo(Float.parseFloat(i + "e-1"));
    }
  }

  @Test
  void keepsSpecialPointMasses() {
    for (Grid grid : List.of(Grid.CONTINUOUS, new Grid(1, 2))) {
      NumericMarginal marginal =
          numeric(
              0,
              grid,
              Segment.atom(Double.NEGATIVE_INFINITY, 0.25),
              Segment.atom(-0.0, 0.25),
              Segment.atom(Double.POSITIVE_INFINITY, 0.25),
              Segment.atom(Double.NaN, 0.25));
      double[] values = ((Doubles) sample(DOUBLE, marginal, 0.1, 0.3, 0.6, 0.9)).array();
      assertThat(values)
          .containsExactly(Double.NEGATIVE_INFINITY, -0.0, Double.POSITIVE_INFINITY, Double.NaN);
    }
  }

  @Test
  void interpolatesContinuousIntervals() {
    NumericMarginal marginal =
        numeric(0.5, Grid.CONTINUOUS, new Segment(2, 4, 0.5), new Segment(4, 8, 0.5));
    double[] values = ((Doubles) sample(DOUBLE, marginal, 0, 0.125, 0.25, 0.375, 0.5)).array();
    assertThat(values).startsWith(2.0, 3.0, 4.0, 6.0);
  }

  @Test
  void readsWordsAndBooleans() {
    Texts texts = (Texts) sample(ColumnType.of(Kind.STRING), words(0.5, "a", "é"), 0, 0.25, 0.5);
    assertThat(texts.codes()).startsWith(0, 1);
    assertThat(texts.isNull(2)).isTrue();
    assertThat(texts.dictionary()[1]).isEqualTo("é".getBytes(StandardCharsets.UTF_8));
    Booleans flags =
        (Booleans) sample(ColumnType.of(Kind.BOOLEAN), words(0, "true", "false"), 0, 0.5);
    assertThat(flags.array()).containsExactly(true, false);
  }

  @Test
  void makesTextsOfAnyCharacters() {
    TextFormat format =
        TextFormat.of(
            new TextPattern(
                1,
                List.of(
                    new Run("ab", 2, 4),
                    new Run("ß", 1, 1),
                    new Run("€", 1, 1),
                    new Run("\uD83D", 1, 1),
                    new Run("\uDE00", 1, 1),
                    new Run("\uD83D", 1, 1))));
    CategoricalMarginal marginal =
        new CategoricalMarginal(0, List.of(), Optional.of(new Remainder(1, format)));
    Texts texts = (Texts) sample(ColumnType.of(Kind.STRING), marginal, new double[200]);
    for (int row = 0; row < 200; row++) {
      String text =
          new String(texts.bytes(), texts.start(row), texts.length(row), StandardCharsets.UTF_8);
      assertThat(text).matches("[ab]{2,4}ß€\uD83D\uDE00\uFFFD");
    }
  }

  @Test
  void refusesWhatTheTypeCannotHold() {
    refuse(
        ColumnType.of(Kind.TINYINT),
        numeric(0, Grid.INTEGERS, new Segment(0, 128, 1)),
        "the profile of t.c (tinyint) is corrupt: it holds the value 128, but the type ends at 127");
    refuse(
        INT,
        numeric(0, Grid.INTEGERS, Segment.atom(1.5, 1)),
        "the profile of t.c (int) is corrupt: it holds the value 1.5, which is not a whole number");
    refuse(
        ColumnType.decimal(4, 2),
        numeric(0, Grid.CONTINUOUS, new Segment(0, 100, 1)),
        "the profile of t.c (decimal(4,2)) is corrupt: it holds the value 100.00, but the type ends at 99.99");
    refuse(
        ColumnType.decimal(4, 2),
        numeric(0, new Grid(1, 3), new Segment(0, 10, 1)),
        "the profile of t.c (decimal(4,2)) is corrupt: its values go in steps of 0.001");
    refuse(
        ColumnType.of(Kind.FLOAT),
        numeric(0, Grid.CONTINUOUS, Segment.atom(1e39, 1)),
        "the profile of t.c (float) is corrupt: it holds the value 1.0E39, but the type ends at 3.4028235E38");
    refuse(
        DOUBLE,
        numeric(0, Grid.CONTINUOUS, new Segment(-1e308, 1e308, 1)),
        "the profile of t.c (double) is corrupt: the interval from -1.0E308 to 1.0E308 is too wide");
  }

  private static void refuse(ColumnType type, Marginal marginal, String problem) {
    assertThatThrownBy(() -> law(type, marginal))
        .isInstanceOf(UserException.class)
        .hasMessage(problem + "\n  cure: make the profile again, or mend that column in it");
  }
}

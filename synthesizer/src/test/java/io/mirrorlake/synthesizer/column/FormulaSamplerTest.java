package io.mirrorlake.synthesizer.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.constraint.Term;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.schema.UserException;
import io.mirrorlake.synthesizer.column.FormulaSampler.Input;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sums and products of given numbers. */
class FormulaSamplerTest {
  private static final ColumnType INT = ColumnType.of(Kind.INT);
  private static final ColumnType DOUBLE = ColumnType.of(Kind.DOUBLE);

  private static Values calculated(ColumnType type, Formula formula, Input... inputs) {
    int rows = GivenNumbers.ROWS;
    ColumnSampler sampler =
        FormulaSampler.of("t", new Column("c", type, true), formula, List.of(inputs), rows);
    sampler.sample(new Tile(0, rows, 0), new double[0]);
    return sampler.values();
  }

  private static Formula.Linear difference(Grid grid) {
    return new Formula.Linear(List.of(Term.of("a"), new Term("b", -1)), grid);
  }

  @Test
  void addsMultiplesExactlyWhateverTheScales() {
    Longs values =
        (Longs)
            calculated(
                ColumnType.decimal(18, 2),
                new Formula.Linear(List.of(Term.of("a"), new Term("b", -3)), new Grid(1, 2)),
                GivenNumbers.input("a", ColumnType.decimal(18, 2), 4e15, 1, 2),
                GivenNumbers.input("b", ColumnType.decimal(5, 1), 0.1, 0.5, -2));
    // In hundredths: 4 * 10^17 - 30 has more digits than a double.
    assertThat(values.array()).containsExactly(399_999_999_999_999_970L, -50, 800);
  }

  @Test
  void addsAConstantAndDivides() {
    Formula.Linear whole = new Formula.Linear(List.of(new Term("a", 9)), 160, 5, new Grid(1, 1));
    Longs units =
        (Longs)
            calculated(
                ColumnType.decimal(9, 1),
                whole,
                GivenNumbers.input("a", ColumnType.decimal(9, 1), -40, 37.7, 0));
    assertThat(units.array()).containsExactly(-400, 999, 320);
    Doubles binary =
        (Doubles)
            calculated(
                DOUBLE,
                new Formula.Linear(
                    List.of(new Term("y", 12), Term.of("m")), -1, 12, Grid.CONTINUOUS),
                GivenNumbers.input("y", INT, 2000, 2001, 2015),
                GivenNumbers.input("m", INT, 1, 2, 12));
    assertThat(binary.array()).containsExactly(2000, 2001 + 1 / 12.0, 2015 + 11 / 12.0);
  }

  @Test
  void roundsBinaryNumbersToTheGrid() {
    Doubles values =
        (Doubles)
            calculated(
                DOUBLE,
                difference(new Grid(1, 1)),
                GivenNumbers.input("a", DOUBLE, 0.3, 1e9, 7.25),
                GivenNumbers.input("b", INT, 0, 1, 3));
    assertThat(values.array()).containsExactly(0.3, 999_999_999, 4.2);
  }

  @Test
  void multiplies() {
    Ints values =
        (Ints)
            calculated(
                INT,
                new Formula.Product("a", "b", Grid.INTEGERS),
                GivenNumbers.input("a", DOUBLE, 2.5, -1.1, 1e12),
                GivenNumbers.input("b", INT, 4, 10, 10));
    assertThat(values.array()).containsExactly(10, -11, Integer.MAX_VALUE);
  }

  @Test
  void isNullWhereATermIs() {
    Values values =
        calculated(
            INT,
            difference(Grid.INTEGERS),
            GivenNumbers.input("a", INT, 5, Double.NaN, 5),
            GivenNumbers.input("b", INT, 1, 1, Double.NaN));
    assertThat(((Ints) values).array()[0]).isEqualTo(4);
    assertThat(values.isNull(0)).isFalse();
    assertThat(values.isNull(1)).isTrue();
    assertThat(values.isNull(2)).isTrue();
    assertThat(values.nullCount()).isEqualTo(2);
  }

  @Test
  void staysInsideTheType() {
    Values values =
        calculated(
            ColumnType.of(Kind.TINYINT),
            difference(Grid.INTEGERS),
            GivenNumbers.input("a", INT, 100, -100, 3),
            GivenNumbers.input("b", INT, -100, 100, 3));
    assertThat(((Bytes) values).array()).containsExactly(127, -128, 0);
  }

  @Test
  void refusesTypesThatAreNoNumbers() {
    assertThatThrownBy(
            () ->
                calculated(
                    ColumnType.decimal(30, 0),
                    difference(Grid.INTEGERS),
                    GivenNumbers.input("a", INT, 1, 1, 1),
                    GivenNumbers.input("b", INT, 1, 1, 1)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(
            "the profile of t.c (decimal(30,0)) is corrupt: it is calculated, which this type does not"
                + " allow");
  }
}

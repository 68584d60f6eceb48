package io.mirrorlake.synthesizer.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.profiler.constraint.Cell;
import io.mirrorlake.profiler.constraint.Formula.Lookup;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where other values put a column on its u-scale. */
class LookupPositionsTest {
  private static final Column STATE = new Column("state", ColumnType.of(Kind.STRING), true);

  /** On the u-scale: north up to 0.5, south up to 0.8, then nulls. */
  private static final Marginal STATES =
      new CategoricalMarginal(
          0.2,
          List.of(new Category("north", 0.625), new Category("south", 0.375)),
          Optional.empty());

  private static final double NORTH = 0.25;
  private static final double SOUTH = 0.65;
  private static final double NULL = 0.9;

  private static final Cell TO_NORTH = new Cell.Text("north");
  private static final Cell TO_SOUTH = new Cell.Text("south");

  /** 1 up to 0.25, then 2 to 5, then 6 from 0.75 on. */
  private static final NumericMarginal CODES =
      new NumericMarginal(
          0,
          Grid.INTEGERS,
          List.of(Segment.atom(1, 0.25), new Segment(2, 5, 0.5), Segment.atom(6, 0.25)));

  private static double[] positions(Marginal from, Lookup lookup, double... uniforms) {
    double[] positions = new double[uniforms.length];
    LookupPositions.of("t", STATE, lookup, from)
        .fill(new Tile(0, uniforms.length, 0), uniforms, new Ints(3, false), positions);
    return positions;
  }

  private static Lookup lookup(Optional<Cell> fallback, Lookup.Entry... entries) {
    return new Lookup("code", STATES, List.of(entries), fallback);
  }

  private static Lookup.Entry entry(double from, Cell to) {
    return new Lookup.Entry(new Cell.Numeric(from), to);
  }

  @Test
  void numbersWithoutAnEntryDecideAsTheNearestSmallerOne() {
    assertThat(
            positions(
                CODES,
                lookup(Optional.empty(), entry(1, TO_NORTH), entry(6, new Cell.Missing())),
                0.1,
                0.5,
                0.8))
        .containsExactly(NORTH, NORTH, NULL);
    assertThat(positions(CODES, lookup(Optional.empty(), entry(6, TO_SOUTH)), 0.1, 0.5, 0.8))
        .containsExactly(SOUTH, SOUTH, SOUTH);
  }

  @Test
  void theFallbackHoldsForAllOthers() {
    assertThat(positions(CODES, lookup(Optional.of(TO_SOUTH), entry(1, TO_NORTH)), 0.1, 0.5, 0.8))
        .containsExactly(NORTH, SOUTH, SOUTH);
  }

  @Test
  void categoriesDecideAndOthersByTheirHash() {
    CategoricalMarginal cities =
        new CategoricalMarginal(
            0, List.of(new Category("A", 0.5), new Category("B", 0.5)), Optional.empty());
    Lookup lookup = lookup(Optional.empty(), new Lookup.Entry(new Cell.Text("A"), TO_SOUTH));
    double[] positions = positions(cities, lookup, 0.3, 0.6, 0.9);
    assertThat(positions[0]).isEqualTo(SOUTH);
    assertThat(positions[1]).isEqualTo(positions[2]).isBetween(0.0, 1.0);
  }

  @Test
  void refusesAValueThatTheMarginalLacks() {
    assertThatThrownBy(
            () ->
                positions(
                    CODES, lookup(Optional.empty(), entry(1, new Cell.Text("west"))), 0.1, 0.5))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(
            "t.state (string) is corrupt: a lookup decides Text[value=west], which its marginal does"
                + " not have");
  }
}

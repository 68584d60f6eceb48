package io.mirrorlake.synthesizer.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.constraint.Cell;
import io.mirrorlake.profiler.constraint.Formula.Lookup;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Remainder;
import io.mirrorlake.profiler.marginal.CheckDigit;
import io.mirrorlake.profiler.marginal.PatternFormat;
import io.mirrorlake.profiler.marginal.TextPattern;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.synthesizer.column.LookupPositions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionTest {
  private static final Column STATE = new Column("state", ColumnType.of(Kind.STRING), false);

  /** Half of the cities are told; what the others decide is not known before they are. */
  @Test
  void textsThatAreNotToldDecideNothingYet() {
    CategoricalMarginal cities =
        new CategoricalMarginal(
            0,
            List.of(new Category("Bern", 0.25), new Category("Bonn", 0.25)),
            Optional.of(
                new Remainder(
                    0.5,
                    new PatternFormat(
                        List.of(new TextPattern(1, List.of(new TextPattern.Run("ABCD", 4, 4)))),
                        CheckDigit.NONE))));
    CategoricalMarginal states =
        new CategoricalMarginal(
            0, List.of(new Category("CH", 0.4), new Category("DE", 0.6)), Optional.empty());
    Lookup lookup =
        new Lookup(
            "city",
            states,
            List.of(
                new Lookup.Entry(new Cell.Text("Bern"), new Cell.Text("CH")),
                new Lookup.Entry(new Cell.Text("Bonn"), new Cell.Text("DE"))),
            Optional.empty());
    Scales scales =
        new Scales(
            Map.of("city", cities, "state", states),
            Map.of("state", LookupPositions.of("t", STATE, lookup, cities)));
    Decision decision =
        scales.decision(0, TreeColumn.decided("state", List.of(0, 1), false, "city"));
    CodeTile tile = new CodeTile(2, 4);

    decision.apply(
        new double[] {0.9, 0.1, 0.1, 0.9}, new double[] {0.1, 0.3, 0.7, 0.7}, tile, 1, 4);

    assertThat(new byte[] {tile.code(1, 0), tile.code(1, 1), tile.code(1, 2), tile.code(1, 3)})
        .containsExactly(0, 1, 0, 1);
  }
}

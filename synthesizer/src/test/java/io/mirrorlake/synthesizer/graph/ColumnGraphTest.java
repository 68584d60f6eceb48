package io.mirrorlake.synthesizer.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.constraint.ListedConstraint;
import io.mirrorlake.profiler.copula.IndependentCopula;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Derived;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.TableRelations;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.synthesizer.EveryType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ColumnGraphTest {
  private static Column column(String name) {
    return new Column(name, ColumnType.of(Kind.INT), true);
  }

  private static Drawn drawn(String name) {
    return new Drawn(
        column(name), new NumericMarginal(0.5, Grid.INTEGERS, List.of(new Segment(0, 9, 1))));
  }

  private static ColumnGraph graph(List<ColumnProfile> columns, Constraint... constraints) {
    return ColumnGraph.of(
        new TableProfile(
            "t",
            EveryType.table().source(),
            1000,
            columns,
            Stream.of(constraints)
                .map(each -> new ListedConstraint(each, 1000, ListedConstraint.Origin.FOUND, 0))
                .toList(),
            new IndependentCopula(),
            List.of(),
            TableRelations.NONE,
            List.of(),
            Map.of()));
  }

  private static List<String> names(List<ColumnProfile> columns) {
    return columns.stream().map(ColumnProfile::name).toList();
  }

  @Test
  void aNullMayFollowAColumnThatLiesAboveWhatIsComputed() {
    ColumnGraph graph =
        graph(
            List.of(
                drawn("race"),
                new Derived(column("practice"), new Formula.Copy("qualifying")),
                drawn("qualifying")),
            new Constraint.Equal("practice", "qualifying"),
            new Constraint.Order("practice", "race", false),
            new Constraint.NullWhen("qualifying", "race"));
    for (String wanted : List.of("race", "qualifying")) {
      assertThat(names(graph.closure(List.of(wanted))))
          .as("the closure of " + wanted)
          .containsSubsequence("qualifying", "practice", "race");
    }
    assertThat(graph.nullRules(graph.closure(List.of("race")))).hasSize(1);
  }

  @Test
  void nullsAreSteeredFromTheFirstToTheLast() {
    ColumnGraph graph =
        graph(
            List.of(drawn("c"), drawn("b"), drawn("a")),
            new Constraint.NullWhen("c", "b"),
            new Constraint.NullTogether("b", "a"));
    List<ColumnProfile> among = graph.closure(List.of("c"));
    assertThat(names(among)).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(graph.nullRules(among).stream().map(rule -> rule.target().name()))
        .containsExactly("b", "c");
  }
}

package io.mirrorlake.synthesizer.condition;

import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Derived;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.synthesizer.column.LookupPositions;
import io.mirrorlake.synthesizer.condition.ColumnCondition.Target;
import io.mirrorlake.synthesizer.graph.ColumnGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Gathers what is asked of the columns that are drawn: what is asked of a column that follows from
 * another is asked of that one, and so is what constraints need for a condition to hold.
 */
final class DrawnConditions {
  private final TableProfile table;
  private final ColumnGraph graph;
  private final Map<String, ColumnCondition> conditions = new LinkedHashMap<>();

  /** Columns whose condition is new. */
  private final Deque<String> open = new ArrayDeque<>();

  private DrawnConditions(TableProfile table) {
    this.table = table;
    this.graph = ColumnGraph.of(table);
  }

  static DrawnConditions of(TableProfile table) {
    return new DrawnConditions(table);
  }

  /** The conditions, with those that constraints add to them. */
  List<ColumnCondition> settle() {
    Implications implications = new Implications(table, graph, this);
    while (!open.isEmpty()) {
      implications.add(Objects.requireNonNull(conditions.get(open.remove())));
    }
    return List.copyOf(conditions.values());
  }

  /** The column that this one is a copy of; itself, where it is none. */
  ColumnProfile copied(ColumnProfile column) {
    return column instanceof Derived derived && derived.formula() instanceof Formula.Copy copy
        ? copied(graph.column(copy.of()))
        : column;
  }

  /** Asks that a column with a distribution lies in these parts of its u-scale. */
  void ask(ColumnProfile column, List<Target> targets) {
    if (column instanceof Derived derived && derived.formula() instanceof Formula.Lookup lookup) {
      ColumnProfile from = graph.column(lookup.from());
      Marginal marginal = from.distribution().orElseThrow();
      LookupPositions positions =
          LookupPositions.of(table.name(), column.column(), lookup, marginal);
      ask(from, targets.stream().map(target -> decided(target, positions, marginal)).toList());
    } else {
      merge(new ColumnCondition((Drawn) column, targets));
    }
  }

  /** Asks that the column is not null, if it can be. */
  void askPresence(ColumnProfile column, String asked) {
    ColumnProfile source = copied(column);
    if (source.distribution().isPresent()) {
      if (source.distribution().get().nullProbability() > 0) {
        Stretches there =
            ColumnScale.of(new Complaint(table.name(), source.name()), source).notNull();
        ask(source, List.of(new Target(1, there, asked)));
      }
    } else if (source instanceof Derived derived
        && derived.formula() instanceof Formula.Coalesce coalesce) {
      askPresence(graph.column(coalesce.second()), asked);
    } else if (source instanceof Derived derived) {
      derived.formula().inputs().forEach(input -> askPresence(graph.column(input), asked));
    }
  }

  /** The constraint that makes a column be calculated, for a message. */
  String rule(ColumnProfile column) {
    return table.constraints().stream()
        .map(listed -> listed.constraint())
        .filter(
            constraint -> constraint.mayCalculate() && constraint.columns().contains(column.name()))
        .findFirst()
        .map(constraint -> ", by the constraint '" + constraint.text() + "'")
        .orElse("");
  }

  /** What the column is calculated from, as far as the table shows it. */
  Optional<String> visibleInputs(Derived column) {
    List<String> names =
        column.formula().inputs().stream().filter(name -> !graph.column(name).hidden()).toList();
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(" or ", names));
  }

  /** Where the deciding column has to lie. */
  private static Target decided(Target target, LookupPositions positions, Marginal from) {
    double[] edges = from.edges();
    List<Stretches> parts = new ArrayList<>();
    for (int segment = 0; segment <= from.segmentCount(); segment++) {
      double start = edges[segment];
      double end = segment == from.segmentCount() ? 1 : edges[segment + 1];
      boolean allowed = positions.position(segment).stream().anyMatch(target.stretches()::contains);
      if (allowed && start < end) {
        parts.add(Stretches.of(start, end));
      }
    }
    if (parts.isEmpty()) {
      throw Complaint.about(
          target.asked() + " never holds: no value of the column that decides it leads there",
          "ask for a value that synthetic rows have, or make the profile without that constraint"
              + " (constraints.drop)");
    }
    return target.withStretches(Stretches.union(parts));
  }

  private void merge(ColumnCondition added) {
    ColumnCondition known = conditions.get(added.column().name());
    ColumnCondition merged = known == null ? added : both(known, added);
    if (!merged.equals(known)) {
      conditions.put(merged.column().name(), merged);
      open.add(merged.column().name());
    }
  }

  private static ColumnCondition both(ColumnCondition one, ColumnCondition other) {
    if (one.isDistribution() && other.isDistribution()) {
      throw Complaint.about(
          "shares for " + one.asked() + " and for " + other.asked() + " are decided by one column",
          "give shares to one of the columns only");
    }
    ColumnCondition shares = other.isDistribution() ? other : one;
    Target limit = (other.isDistribution() ? one : other).targets().get(0);
    List<Target> targets = new ArrayList<>();
    for (Target target : shares.targets()) {
      Stretches common =
          target
              .stretches()
              .intersection(limit.stretches())
              .orElseThrow(
                  () ->
                      Complaint.about(
                          target.asked() + " and " + limit.asked() + " never hold in the same row",
                          "remove one of them"));
      String asked =
          target.asked().contains(limit.asked())
              ? target.asked()
              : target.asked() + " and " + limit.asked();
      targets.add(new Target(target.share(), common, asked));
    }
    return new ColumnCondition(one.column(), targets);
  }
}

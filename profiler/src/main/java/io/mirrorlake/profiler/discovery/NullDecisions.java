package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.profile.ColumnProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps null patterns: the draws of a column's nulls follow those of another one. */
final class NullDecisions {
  private final Workbench bench;
  private final Map<String, String> leaders = new HashMap<>();

  NullDecisions(Workbench bench) {
    this.bench = bench;
  }

  /** The nulls of a group follow the first of its columns that is drawn. */
  Optional<Constraint> keep(Constraint constraint) {
    if (constraint instanceof Constraint.NullTogether together) {
      Optional<String> leader = leader(together.other());
      if (leader.isEmpty() && hasNulls(together.column())) {
        leaders.put(together.other(), together.column());
        return follows(together.other(), together.column())
            ? Optional.of(new Constraint.NullTogether(together.other(), together.column()))
            : Optional.empty();
      }
      return leader
          .filter(other -> follows(together.column(), other))
          .map(other -> new Constraint.NullTogether(together.column(), other));
    }
    Constraint.NullWhen when = (Constraint.NullWhen) constraint;
    Optional<String> column = leader(when.column());
    return leader(when.when())
        .filter(other -> column.isPresent() && follows(column.get(), other))
        .map(other -> new Constraint.NullWhen(column.orElseThrow(), other));
  }

  private Optional<String> leader(String name) {
    String leader = leaders.getOrDefault(name, name);
    return hasNulls(leader) ? Optional.of(leader) : Optional.empty();
  }

  private boolean follows(String column, String other) {
    List<String> drawn = hasNulls(column) ? List.of(column) : hiddenTerms(column, other);
    boolean follows = !drawn.isEmpty();
    for (String name : drawn) {
      follows &= bench.followNulls(name, other);
    }
    return follows;
  }

  /**
   * The hidden columns with nulls that a sum or a product takes in, or what a column is where it
   * does not equal the other one.
   */
  private List<String> hiddenTerms(String name, String other) {
    return bench.column(name) instanceof ColumnProfile.Derived derived
            && !(derived.formula() instanceof Formula.Lookup)
            && !(derived.formula() instanceof Formula.Coalesce coalesce
                && !coalesce.second().equals(other))
        ? derived.formula().inputs().stream()
            .filter(input -> bench.column(input).hidden() && hasNulls(input))
            .toList()
        : List.of();
  }

  private boolean hasNulls(String name) {
    return bench.drawn(name).filter(drawn -> drawn.marginal().nullProbability() > 0).isPresent();
  }
}

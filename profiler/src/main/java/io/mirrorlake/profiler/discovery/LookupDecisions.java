package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Cell;
import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.constraint.Formula.Lookup;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.profile.ColumnProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps functional dependencies: what is decided is looked up by what decides. */
final class LookupDecisions {
  /**
   * Where more of the rows have values that cannot be told, the copula tells more than a lookup.
   */
  private static final double LEAST_COVERAGE = 0.8;

  private final String table;
  private final DisclosurePolicy policy;
  private final Workbench bench;

  LookupDecisions(String table, DisclosurePolicy policy, Workbench bench) {
    this.table = table;
    this.policy = policy;
    this.bench = bench;
  }

  /** The dependency as it is kept, if it is: one-to-one only where every value is told. */
  Optional<Constraint> keep(Constraint constraint, MappingCheck check, boolean declared) {
    List<String> columns = constraint.columns();
    if (check.isOverflown()
        || columns.size() < 2
        || !bench.isFree(columns.get(1), List.of(columns.get(0)))) {
      return Optional.empty();
    }
    ColumnProfile from = bench.column(columns.get(0));
    Optional<Marginal> decider = from.distribution();
    if (decider.isEmpty()) {
      return Optional.empty();
    }
    Marginal decided = bench.drawn(columns.get(1)).orElseThrow().marginal();
    ToldValues fromTold = ToldValues.of(decider.get());
    List<Lookup.Entry> entries = entries(check, from.name(), fromTold, ToldValues.of(decided));
    double coverage = entries.stream().mapToDouble(entry -> fromTold.share(entry.from())).sum();
    if (entries.isEmpty() || (!declared && coverage < LEAST_COVERAGE)) {
      return Optional.empty();
    }
    bench.derive(columns.get(1), new Lookup(from.name(), decided, entries, Optional.empty()));
    boolean complete =
        fromTold.areAll()
            && coverage > 1 - 1e-4
            && check.isOneToOne(policy.column(table, from.name()));
    return Optional.of(
        constraint instanceof Constraint.OneToOne && !complete
            ? new Constraint.Determines(columns.get(0), columns.get(1))
            : constraint);
  }

  private List<Lookup.Entry> entries(
      MappingCheck check, String from, ToldValues fromTold, ToldValues toTold) {
    Map<Cell, Cell> decisions = check.decisions(policy.column(table, from));
    List<Lookup.Entry> entries = new ArrayList<>();
    decisions.forEach(
        (value, decision) -> {
          if (fromTold.contains(value) && toTold.contains(decision)) {
            entries.add(new Lookup.Entry(value, decision));
          }
        });
    entries.sort(Comparator.comparing(LookupDecisions::rank).thenComparing(LookupDecisions::text));
    return entries;
  }

  private static double rank(Lookup.Entry entry) {
    return entry.from() instanceof Cell.Numeric number ? number.value() : 0;
  }

  private static String text(Lookup.Entry entry) {
    return entry.from() instanceof Cell.Text text ? text.value() : "";
  }
}

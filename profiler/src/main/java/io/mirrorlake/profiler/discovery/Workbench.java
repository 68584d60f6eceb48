package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Derived;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.ColumnProfile.Evolved;
import io.mirrorlake.profiler.schema.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A table's columns while it is decided how each is made. No column ever depends on itself. */
final class Workbench {
  private final Map<String, ColumnProfile> columns = new LinkedHashMap<>();
  private final Map<String, HiddenColumn> hidden = new HashMap<>();
  private final Map<String, String> guides = new HashMap<>();
  private final Map<String, Set<String>> needs = new HashMap<>();
  private final Map<String, Set<String>> nullNeeds = new HashMap<>();

  Workbench(List<ColumnProfile> columns) {
    columns.forEach(column -> this.columns.put(column.name(), column));
  }

  ColumnProfile column(String name) {
    return Optional.ofNullable(columns.get(name)).orElseThrow();
  }

  /** The column, where it is drawn and has a value. */
  Optional<Drawn> drawn(String name) {
    return columns.get(name) instanceof Drawn drawn && drawn.marginal().segmentCount() > 0
        ? Optional.of(drawn)
        : Optional.empty();
  }

  /** Whether the column may be computed from those: it is drawn, and none of them needs it. */
  boolean isFree(String name, List<String> inputs) {
    return drawn(name).isPresent()
        && inputs.stream()
            .allMatch(input -> columns.containsKey(input) && !reaches(input, name, needs))
        && inputs.stream().noneMatch(input -> columns.get(input) instanceof ColumnProfile.Keyed);
  }

  /** Has a column computed, in place of being drawn. */
  void derive(String name, Formula formula) {
    Column old = column(name).column();
    boolean nullable =
        formula instanceof Formula.Lookup lookup
            ? lookup.marginal().nullProbability() > 0
            : formula instanceof Formula.Coalesce coalesce
                ? isNullable(coalesce.first()) && isNullable(coalesce.second())
                : formula.inputs().stream().anyMatch(this::isNullable);
    columns.put(name, new Derived(new Column(name, old.type(), nullable), formula));
    needs.computeIfAbsent(name, any -> new HashSet<>()).addAll(formula.inputs());
  }

  private boolean isNullable(String name) {
    return column(name).column().nullable();
  }

  /** Has a drawn column follow another one of the same row; false if that one needs it already. */
  boolean follow(String name, String other) {
    if (reaches(other, name, needs)) {
      return false;
    }
    needs.computeIfAbsent(name, any -> new HashSet<>()).add(other);
    return true;
  }

  /** Whether nothing was built on how the column is drawn, so that it may be computed instead. */
  boolean mayDerive(String name) {
    boolean decides =
        columns.values().stream()
            .anyMatch(
                column ->
                    column instanceof Derived derived
                        && derived.formula() instanceof Formula.Lookup lookup
                        && lookup.from().equals(name));
    return !decides && !isBound(name) && !steersNulls(name);
  }

  /** Whether the column follows another one: computed anew, it would not. */
  boolean isBound(String name) {
    return !needs.getOrDefault(name, Set.of()).isEmpty();
  }

  /** Has a drawn column's nulls follow those of another one. */
  boolean followNulls(String name, String other) {
    if (reaches(other, name, nullNeeds)) {
      return false;
    }
    nullNeeds.computeIfAbsent(name, any -> new HashSet<>()).add(other);
    return true;
  }

  /** Whether the column's nulls follow others, or others' nulls follow them. */
  boolean steersNulls(String name) {
    return nullNeeds.containsKey(name)
        || nullNeeds.values().stream().anyMatch(others -> others.contains(name));
  }

  private static boolean reaches(String from, String to, Map<String, Set<String>> edges) {
    return from.equals(to)
        || edges.getOrDefault(from, Set.of()).stream().anyMatch(next -> reaches(next, to, edges));
  }

  /** Has what rises from sibling to sibling start so much above another column. */
  void start(Evolved evolved, String base, String difference) {
    columns.remove(evolved.first());
    columns.put(evolved.name(), evolved.from(base, difference));
  }

  void hide(HiddenColumn column) {
    columns.put(column.profile().name(), column.profile());
    hidden.put(column.profile().name(), column);
  }

  /** Hides a column that is none of a formula's, but that those of a column's formula follow. */
  void guide(String column, HiddenColumn guide) {
    hide(guide);
    guides.put(column, guide.profile().name());
  }

  /** A name that no column has. */
  String freshName(String wanted) {
    String name = wanted;
    while (columns.containsKey(name)) {
      name += "'";
    }
    return name;
  }

  List<HiddenColumn> hidden() {
    return columns.keySet().stream()
        .filter(hidden::containsKey)
        .map(name -> Optional.ofNullable(hidden.get(name)).orElseThrow())
        .toList();
  }

  /** All columns, hidden ones right before the first that is computed from them. */
  List<ColumnProfile> columns() {
    Set<String> placed = new LinkedHashSet<>();
    for (ColumnProfile column : columns.values()) {
      if (!hidden.containsKey(column.name())) {
        Optional.ofNullable(guides.get(column.name())).ifPresent(placed::add);
        inputs(column).stream().filter(hidden::containsKey).forEach(placed::add);
        placed.add(column.name());
      }
    }
    List<ColumnProfile> all = new ArrayList<>();
    placed.forEach(name -> all.add(column(name)));
    return all;
  }

  private static List<String> inputs(ColumnProfile column) {
    if (column instanceof Derived derived) {
      return derived.formula().inputs();
    }
    return column instanceof Evolved evolved ? evolved.inputs() : List.of();
  }
}

package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.profile.ColumnProfile.Enumerated;
import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.Closure;
import io.mirrorlake.profiler.schema.NearestName;
import io.mirrorlake.synthesizer.column.IndexedLaw;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How many rows the tables without leading parent have, from what was asked for. */
final class RootRows {
  private final DatasetTables tables;
  private final DatasetSize size;
  private final Map<String, String> targets = new HashMap<>();

  private RootRows(DatasetTables tables, DatasetSize size) {
    this.tables = tables;
    this.size = size;
  }

  /**
   * The rows by table.
   *
   * @throws io.mirrorlake.profiler.schema.UserException where they cannot be had
   */
  static Map<String, Long> of(Profile profile, DatasetTables tables, DatasetSize size) {
    RootRows rows = new RootRows(tables, size);
    List<String> names = profile.tables().stream().map(TableProfile::name).toList();
    for (String name : size.rows().keySet()) {
      if (!names.contains(name)) {
        throw DatasetSize.wrong(
            "rows are asked for of table '" + name + "', which the profile does not have",
            "did you mean '" + NearestName.of(name, names) + "'?");
      }
      rows.target(name);
    }
    Map<String, Long> roots = new HashMap<>();
    for (TableProfile table : profile.tables()) {
      if (table.relations().leading().isEmpty() && table.relations().closure().isEmpty()) {
        roots.put(table.name(), rows.rows(table));
      }
    }
    return roots;
  }

  /** The first tables of the lines for which rows are asked for. */
  static Set<String> set(DatasetTables tables, DatasetSize size) {
    return size.rows().keySet().stream()
        .map(name -> tables.root(name).name())
        .collect(Collectors.toSet());
  }

  private void target(String name) {
    TableProfile table = tables.table(name);
    TableProfile root = tables.root(name);
    long wanted = size.rows().getOrDefault(name, 0L);
    if (DatasetTables.isReference(table) && wanted != kept(table)) {
      throw DatasetSize.wrong(
          "table '" + name + "' is kept as it is, with " + kept(table) + " rows, not " + wanted,
          "leave it out of the rows asked for");
    }
    table.relations().closure().ifPresent(closure -> requireFree(name, closure));
    if (wanted > 0 && table.rows() == 0) {
      throw DatasetSize.wrong(
          "table '" + name + "' is to have " + wanted + " rows, but the source had none",
          "leave it out of the rows asked for");
    }
    String other = targets.putIfAbsent(root.name(), name);
    if (other != null) {
      throw DatasetSize.wrong(
          "rows are asked for of '"
              + other
              + "' and of '"
              + name
              + "', which both follow from the rows of '"
              + root.name()
              + "'",
          "ask for rows of one of them");
    }
  }

  private static void requireFree(String name, Closure closure) {
    throw DatasetSize.wrong(
        "rows are asked for of table '"
            + name
            + "', which has one for each pair of a row of '"
            + closure.parent()
            + "' and one above it",
        "ask for rows of '" + closure.parent() + "'");
  }

  private static long kept(TableProfile table) {
    return table.relations().rows().orElseThrow().size();
  }

  private long rows(TableProfile root) {
    if (DatasetTables.isReference(root)) {
      return kept(root);
    }
    Optional<String> target = Optional.ofNullable(targets.get(root.name()));
    if (target.isEmpty()) {
      return scaled(root, size.scale());
    }
    long wanted = size.rows().getOrDefault(target.get(), 0L);
    if (target.get().equals(root.name())) {
      return wanted;
    }
    double ratio = (double) wanted / tables.table(target.get()).rows();
    return wanted == 0 ? 0 : scaled(root, ratio);
  }

  /**
   * A table that had rows keeps one at any scale, and one whose key runs through combinations that
   * do not become more, as those of reference tables, has no more rows than these.
   */
  private static long scaled(TableProfile root, double scale) {
    return Math.min(wished(root, scale), combinations(root));
  }

  private static long wished(TableProfile root, double scale) {
    double rows = root.rows() * scale;
    if (!(rows < 0x1p62)) {
      throw DatasetSize.wrong(
          "table '" + root.name() + "' would have " + rows + " rows", "ask for fewer");
    }
    return root.rows() == 0 ? 0 : Math.max(1, Math.round(rows));
  }

  /** How many combinations the key has; without parts to combine, as many as can be told. */
  private static long combinations(TableProfile root) {
    return root.columns().stream()
        .filter(Enumerated.class::isInstance)
        .findFirst()
        .flatMap(part -> IndexedLaw.of(root, part, 0))
        .map(IndexedLaw::capacity)
        .orElse(Long.MAX_VALUE);
  }

  /** Whether a table has fewer rows than its scale asks for, as its key has no more. */
  static boolean isFull(TableProfile table, DatasetSize size) {
    return table.relations().leading().isEmpty()
        && table.relations().closure().isEmpty()
        && !DatasetTables.isReference(table)
        && !size.rows().containsKey(table.name())
        && wished(table, size.scale()) > combinations(table);
  }
}

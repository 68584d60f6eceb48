package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.copula.IndependentCopula;
import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.profile.ColumnProfile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What one table's fit sees, and how its columns are put together afterwards. */
final class TableFrame {
  private final TableNode table;
  private final KeyColumns keys;
  private final FamilyRows family;
  private final KnownColumns known;

  private TableFrame(TableNode table, KeyColumns keys, FamilyRows family) {
    this.table = table;
    this.keys = keys;
    this.family = family;
    this.known = new KnownColumns(table, family.rows());
  }

  static TableFrame of(TableNode table, KeyColumns keys, FamilyRows family) {
    return new TableFrame(table, keys, family);
  }

  KnownColumns known() {
    return known;
  }

  /** The columns that the fit of the table's own columns leaves out. */
  private List<String> excluded() {
    Set<String> names = new HashSet<>(table.table().options().excludedColumns());
    names.addAll(keys.placed().keySet());
    if (hasUnit()) {
      names.add(FamilyRows.UNIT);
    }
    return new ArrayList<>(names);
  }

  /** The columns that are not drawn, or not looked at by siblings. */
  Set<String> notDrawn() {
    Set<String> names = new HashSet<>(excluded());
    family.evolved().ifPresent(names::add);
    names.addAll(keys.unique());
    keys.single().ifPresent(names::add);
    names.addAll(family.summaries());
    names.addAll(family.borrowed().keySet());
    family.structure().stream().filter(name -> name.startsWith("#")).forEach(names::add);
    family.whole().stream().filter(name -> name.startsWith("#first.")).forEach(names::add);
    return names;
  }

  ProfileOptions options() {
    ProfileOptions options = table.table().options();
    Optional<String> unit =
        options.privacyUnit().or(() -> hasUnit() ? Optional.of(FamilyRows.UNIT) : Optional.empty());
    return options.withColumns(unit, keys.single(), excluded());
  }

  private boolean hasUnit() {
    return List.of(family.rows().columns()).contains(FamilyRows.UNIT);
  }

  /** Whether there is a column that no key decides. */
  boolean hasOwnColumns() {
    return !excluded().containsAll(List.of(own().columns()));
  }

  /** What there is to learn of a table whose columns all follow from keys. */
  TableFit withoutColumns() {
    long rows = table.table().options().policy().table(table.name()).noisy(table.count(), "rows");
    return new TableFit(rows, List.of(), List.of(), new IndependentCopula(), List.of(), List.of());
  }

  /** The table's own rows with what is excluded, which may be the unit. */
  Dataset<Row> own() {
    Set<String> left =
        Set.of(TableNode.CELL, FamilyRows.ROW, FamilyRows.PLACE, FamilyRows.POSITION);
    List<String> names =
        Stream.of(family.rows().columns())
            .filter(name -> !left.contains(name))
            .filter(name -> !name.startsWith(Surroundings.HAS_FURTHER))
            .toList();
    return family.rows().select(ColumnNames.named(names));
  }

  /** What is known of the rows, after their own columns. */
  private Dataset<Row> wide() {
    Dataset<Row> wide = known.wide().drop(TableNode.CELL, FamilyRows.ROW, FamilyRows.PLACE);
    List<String> ordered = new ArrayList<>(List.of(own().columns()));
    for (String name : wide.columns()) {
      if (!ordered.contains(name)) {
        ordered.add(name);
      }
    }
    return wide.select(ColumnNames.named(ordered));
  }

  Surroundings surroundings() {
    Set<String> hidden = new HashSet<>(family.structure());
    hidden.addAll(family.summaries());
    hidden.addAll(family.whole());
    hidden.addAll(family.flags());
    hidden.addAll(family.borrowed().keySet());
    return new Surroundings(
        Optional.of(wide()),
        known.given(),
        hidden,
        family.flags(),
        family.structure(),
        family.whole(),
        known.followers(),
        Math.max(1, table.cells().size()),
        keys.unique(),
        family.borrowed(),
        family.evolved().map(this::evolved));
  }

  /** All columns: the hidden ones of relations, then those of the source in its order. */
  List<ColumnProfile> columns(TableFit fit) {
    Set<String> hidden = surroundings().hidden();
    List<ColumnProfile> columns = new ArrayList<>();
    Deque<ColumnProfile> rest = new ArrayDeque<>();
    for (ColumnProfile column : fit.columns()) {
      (hidden.contains(column.name()) ? columns : rest).add(withoutMoreCells(column));
    }
    List<String> left = table.table().options().excludedColumns();
    for (String name : table.table().rows().columns()) {
      if (keys.placed().containsKey(name)) {
        columns.add(keys.placed().get(name));
      } else if (!left.contains(name)) {
        while (!rest.isEmpty() && (rest.peek().hidden() || isOf(rest.peek().name(), name))) {
          columns.add(rest.remove());
        }
      }
    }
    columns.addAll(rest);
    return columns;
  }

  /** An interval at the end, whose end is not told exactly, must not reach beyond the last cell. */
  private ColumnProfile withoutMoreCells(ColumnProfile column) {
    Integer last = family.lastCells().get(column.name());
    if (last == null
        || !(column instanceof ColumnProfile.Drawn drawn)
        || !(drawn.marginal() instanceof NumericMarginal marginal)) {
      return column;
    }
    List<Segment> segments =
        marginal.segments().stream()
            .map(
                of ->
                    of.high() <= last
                        ? of
                        : new Segment(Math.min(of.low(), last), last, of.weight()))
            .toList();
    return new ColumnProfile.Drawn(drawn.column(), marginal.withSegments(segments), drawn.hidden());
  }

  private static boolean isOf(String column, String field) {
    return column.equals(field) || column.startsWith(field + ".");
  }

  private ColumnProfile.Evolved evolved(String name) {
    boolean monthly = family.pace().isMonthly();
    return new ColumnProfile.Evolved(
        new io.mirrorlake.profiler.schema.Column(
            name,
            (io.mirrorlake.profiler.schema.ColumnType)
                SourceTypes.of(table.name(), table.rows().schema().apply(name)),
            false),
        "#first." + name,
        "#gap." + name,
        table.rising().map(rising -> monthly ? 1.0 : rising.least()).orElse(0.0),
        Optional.empty(),
        family.pace(),
        family.rhythm());
  }
}

package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Borrowed;
import io.mirrorlake.profiler.profile.ColumnProfile.Derived;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.ColumnProfile.Evolved;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.Reference;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import io.mirrorlake.synthesizer.plan.GenerationPlan;
import io.mirrorlake.synthesizer.plan.RowRange;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Some fields of one table of a database, compiled for reading. Immutable. */
public final class TableRows {
  private final GenerationPlan plan;
  private final List<Level> line;
  private final Map<String, KeyPath> paths;
  private final Optional<TableRows> parent;

  private TableRows(Wanted wanted, List<Level> line) {
    this.plan = wanted.plan();
    this.line = line;
    this.paths = wanted.paths();
    this.parent = wanted.parent().map(of -> new TableRows(of, line.subList(0, line.size() - 1)));
  }

  /**
   * What is wanted of a table.
   *
   * @param paths where the values of keys come from
   * @param parent what is wanted of its leading parents, if they lend it columns
   */
  private record Wanted(GenerationPlan plan, Map<String, KeyPath> paths, Optional<Wanted> parent) {

    /** What some fields of a line's last table ask for, which is added to a request. */
    static Wanted of(
        DatasetPlan dataset, List<TableProfile> line, List<String> fields, LevelRequest request) {
      TableProfile table = line.get(line.size() - 1);
      GenerationPlan plan = GenerationPlan.ofPlaced(table, dataset.seed(), fields);
      Map<String, KeyPath> paths = new LinkedHashMap<>();
      Set<String> lent = new LinkedHashSet<>();
      for (ColumnProfile column : plan.needed()) {
        if (column instanceof Drawn) {
          request.drawn.add(column.name());
        } else if (column instanceof Evolved) {
          request.carried.add(Carried.PLACE);
        } else if (column instanceof Borrowed borrowed && isLent(table, borrowed)) {
          lent.add(borrowed.of());
        } else if (!(column instanceof Derived)) {
          KeyPath path = KeyPath.of(dataset.profile(), table, column, dataset.seed());
          paths.put(column.name(), path);
          if (!path.index().equals(Carried.ROW)) {
            request.carried.add(path.index());
          }
        }
      }
      if (lent.isEmpty()) {
        return new Wanted(plan, paths, Optional.empty());
      }
      LevelRequest above = new LevelRequest();
      List<TableProfile> parents = line.subList(0, line.size() - 1);
      Wanted parent = of(dataset, parents, List.copyOf(lent), above);
      request.above = Optional.of(above);
      return new Wanted(plan, paths, Optional.of(parent));
    }
  }

  /** Whether the column is one of the leading parent, whose rows are made up. */
  private static boolean isLent(TableProfile table, Borrowed column) {
    return table.relations().reference(column.reference()).filter(Reference::leads).isPresent();
  }

  static TableRows of(DatasetPlan dataset, List<TableProfile> line, List<String> fields) {
    TableProfile table = line.get(line.size() - 1);
    LevelRequest request = new LevelRequest();
    Wanted wanted = Wanted.of(dataset, line, fields, request);
    TableRows rows = new TableRows(wanted, dataset.levels(line, request, List.of()));
    rows.requireKeys(dataset.rows(table.name()));
    table.relations().references().stream()
        .filter(reference -> reference.orphans().isPresent())
        .forEach(reference -> rows.requireMissing(dataset, reference));
    return rows;
  }

  /** The table's own keys have to reach for its rows; those of parents are checked with these. */
  private void requireKeys(long rows) {
    paths.forEach(
        (column, path) -> {
          if (path.index().equals(Carried.ROW) && rows > path.law().capacity()) {
            throw UserException.of(
                ErrorKind.CONFIGURATION,
                "the key "
                    + plan.table().name()
                    + "."
                    + column
                    + " serves "
                    + path.law().capacity()
                    + " rows, but the table is to have "
                    + rows,
                "ask for a smaller database, or give the key a wider type or pattern in the"
                    + " profile");
          }
        });
  }

  /** Keys of parents that are not there have to differ from those of parents that are. */
  private void requireMissing(DatasetPlan dataset, Reference reference) {
    long needed =
        dataset.rows(reference.parent()) + dataset.missingParents(plan.table(), reference);
    for (String column : reference.columns()) {
      KeyPath path = paths.get(column);
      if (path != null && needed > path.law().capacity()) {
        throw UserException.of(
            ErrorKind.CONFIGURATION,
            "the key of '"
                + reference.parent()
                + "' serves "
                + path.law().capacity()
                + " rows, but the rows that "
                + reference.name()
                + " refers to, missing ones included, are "
                + needed,
            "ask for a smaller database, or profile with orphans: repair");
      }
    }
  }

  /** The plan of the fields. */
  public GenerationPlan plan() {
    return plan;
  }

  /** How many rows the table has. */
  public long rows() {
    return last().sums().rows();
  }

  /** A reader of some rows. */
  public RowReader reader(RowRange rows) {
    return new RowReader(this, rows);
  }

  List<Level> line() {
    return line;
  }

  Level last() {
    return line.get(line.size() - 1);
  }

  /** The leading parents that lend columns, if they do. */
  Optional<TableRows> parent() {
    return parent;
  }

  /** The column of the leading parents that a column takes its values from, if it does. */
  Optional<String> lent(ColumnProfile column) {
    return column instanceof Borrowed borrowed && isLent(plan.table(), borrowed)
        ? Optional.of(borrowed.of())
        : Optional.empty();
  }

  KeyPath path(String column) {
    return Objects.requireNonNull(paths.get(column), column);
  }
}

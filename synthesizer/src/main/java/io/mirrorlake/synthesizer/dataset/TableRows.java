package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.profile.ColumnProfile;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Some fields of one table of a database, compiled for reading. Immutable. */
public final class TableRows {
  private final GenerationPlan plan;
  private final List<Level> line;
  private final Map<String, KeyPath> paths;

  private TableRows(GenerationPlan plan, List<Level> line, Map<String, KeyPath> paths) {
    this.plan = plan;
    this.line = line;
    this.paths = paths;
  }

  static TableRows of(DatasetPlan dataset, List<TableProfile> line, List<String> fields) {
    TableProfile table = line.get(line.size() - 1);
    GenerationPlan plan = GenerationPlan.ofPlaced(table, dataset.seed(), fields);
    Map<String, KeyPath> paths = new LinkedHashMap<>();
    LevelRequest request = new LevelRequest();
    for (ColumnProfile column : plan.needed()) {
      if (column instanceof Drawn) {
        request.drawn.add(column.name());
      } else if (column instanceof Evolved) {
        request.carried.add(Carried.PLACE);
      } else if (!(column instanceof Derived)) {
        KeyPath path = KeyPath.of(dataset.profile(), table, column, dataset.seed());
        paths.put(column.name(), path);
        if (!path.index().equals(Carried.ROW)) {
          request.carried.add(path.index());
        }
      }
    }
    List<Level> levels = dataset.levels(line, request, List.of());
    TableRows rows = new TableRows(plan, levels, paths);
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

  KeyPath path(String column) {
    return Objects.requireNonNull(paths.get(column), column);
  }
}

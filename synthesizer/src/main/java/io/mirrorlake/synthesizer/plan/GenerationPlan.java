package io.mirrorlake.synthesizer.plan;

import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import io.mirrorlake.synthesizer.column.ColumnLaw;
import io.mirrorlake.synthesizer.dependence.Dependence;
import java.util.List;

/**
 * Some columns of a table, compiled for sampling with one seed. Immutable; every thread takes a
 * sampler of its own.
 */
public final class GenerationPlan {
  private final TableProfile table;
  private final long seed;
  private final List<String> fields;
  private final List<ColumnProfile> columns;
  private final List<ColumnLaw> laws;
  private final Dependence dependence;

  private GenerationPlan(TableProfile table, long seed, List<String> fields) {
    this.table = table;
    this.seed = seed;
    this.fields = List.copyOf(fields);
    this.columns = fields.stream().flatMap(field -> columns(table, field).stream()).toList();
    this.laws = columns.stream().map(column -> ColumnLaw.of(table, column, seed)).toList();
    this.dependence = Dependence.of(table.copula(), drawn());
  }

  /**
   * The plan for all of a table's columns.
   *
   * @throws UserException where the profile is corrupt
   */
  public static GenerationPlan of(TableProfile table, long seed) {
    return new GenerationPlan(table, seed, table.fields());
  }

  /**
   * The plan for some of a table's fields, in the given order; their values are those of the plan
   * for all.
   *
   * @throws UserException where the profile is corrupt
   */
  public static GenerationPlan of(TableProfile table, long seed, List<String> wanted) {
    return new GenerationPlan(table, seed, wanted);
  }

  /** The columns that a field is made of. */
  private static List<ColumnProfile> columns(TableProfile table, String field) {
    return table
        .nested(field)
        .map(nested -> nested.rowLeaves().stream().map(leaf -> table.column(leaf.path())).toList())
        .orElseGet(() -> List.of(table.column(field)));
  }

  private List<Drawn> drawn() {
    return columns.stream().filter(Drawn.class::isInstance).map(Drawn.class::cast).toList();
  }

  /**
   * Checks that every column can serve the rows.
   *
   * @throws UserException where a key ends before the range does
   */
  public void requireRows(RowRange rows) {
    for (int i = 0; i < laws.size(); i++) {
      long capacity = laws.get(i).rowCapacity();
      if (rows.end() > capacity) {
        throw tooManyRows(columns.get(i), rows, capacity);
      }
    }
  }

  private UserException tooManyRows(ColumnProfile column, RowRange rows, long capacity) {
    return UserException.of(
        ErrorKind.CONFIGURATION,
        "the key "
            + table.name()
            + "."
            + column.name()
            + " ("
            + column.column().type()
            + ") serves "
            + capacity
            + " rows, but rows up to index "
            + (rows.end() - 1)
            + " were asked for",
        "ask for rows below index "
            + capacity
            + ", or give the key a wider type or pattern in the profile");
  }

  /** The table's profile. */
  public TableProfile table() {
    return table;
  }

  /** The fields, in the order of the samplers' fields. */
  public List<String> fields() {
    return fields;
  }

  /**
   * The columns that the fields are made of, in the order of the samplers' values: a nested field
   * has several.
   */
  public List<ColumnProfile> columns() {
    return columns;
  }

  /** A new sampler; it holds a block of rows. */
  public BlockSampler sampler() {
    return new BlockSampler(this, seed, dependence, laws);
  }
}

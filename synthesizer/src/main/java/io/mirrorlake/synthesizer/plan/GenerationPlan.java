package io.mirrorlake.synthesizer.plan;

import io.mirrorlake.profiler.constraint.Formula.Lookup;
import io.mirrorlake.profiler.copula.Copula;
import io.mirrorlake.profiler.copula.IndependentCopula;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Derived;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.ColumnProfile.Keyed;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.TableRelations;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import io.mirrorlake.synthesizer.column.ColumnLaw;
import io.mirrorlake.synthesizer.column.LookupPositions;
import io.mirrorlake.synthesizer.condition.ColumnCondition;
import io.mirrorlake.synthesizer.dependence.Dependence;
import io.mirrorlake.synthesizer.dependence.Scales;
import io.mirrorlake.synthesizer.graph.ColumnGraph;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Some columns of a table, compiled for sampling with one seed. Immutable; every thread takes a
 * sampler of its own.
 */
public final class GenerationPlan {
  private final TableProfile table;
  private final long seed;
  private final List<String> fields;
  private final List<ColumnProfile> columns;
  private final ColumnGraph graph;
  private final List<ColumnProfile> needed;
  private final Map<String, ColumnLaw> laws = new LinkedHashMap<>();
  private final Map<String, LookupPositions> lookups = new HashMap<>();
  private final List<ColumnCondition> conditions;
  private final Dependence dependence;

  private GenerationPlan(
      TableProfile table,
      long seed,
      List<String> fields,
      List<ColumnCondition> conditions,
      boolean alone) {
    this.table = table;
    this.seed = seed;
    this.graph = ColumnGraph.of(table);
    this.fields = List.copyOf(fields);
    this.conditions = List.copyOf(conditions);
    this.columns = fields.stream().flatMap(field -> columns(table, field).stream()).toList();
    this.needed = graph.closure(columns.stream().map(ColumnProfile::name).toList());
    for (ColumnProfile column : needed) {
      if (column instanceof Derived derived && derived.formula() instanceof Lookup lookup) {
        lookups.put(column.name(), positions(derived, lookup));
      }
      if (column.distribution().isPresent() || column instanceof Keyed) {
        laws.put(column.name(), ColumnLaw.of(table, column, seed));
      }
    }
    // The rows of a table among others bring their positions along, one array a column.
    Copula copula = alone ? table.copula() : new IndependentCopula();
    this.dependence = Dependence.of(copula, Scales.of(table), drawn(needed), conditions);
  }

  private static TableProfile alone(TableProfile table) {
    if (!table.relations().equals(TableRelations.NONE)) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "table '" + table.name() + "' is part of a database, and cannot be made by itself",
          "profile the table without its keys");
    }
    return table;
  }

  private LookupPositions positions(Derived column, Lookup lookup) {
    Marginal from = graph.column(lookup.from()).distribution().orElseThrow();
    return LookupPositions.of(table.name(), column.column(), lookup, from);
  }

  /**
   * The plan for all of a table's columns.
   *
   * @throws UserException where the profile is corrupt
   */
  public static GenerationPlan of(TableProfile table, long seed) {
    return new GenerationPlan(alone(table), seed, table.fields(), List.of(), true);
  }

  /**
   * The plan for some of a table's fields, in the given order; their values are those of the plan
   * for all.
   *
   * @throws UserException where the profile is corrupt
   */
  public static GenerationPlan of(TableProfile table, long seed, List<String> wanted) {
    return new GenerationPlan(alone(table), seed, wanted, List.of(), true);
  }

  /**
   * The plan for some of a table's fields in rows that keep conditions, in the given order; their
   * values are those of the plan for all fields with the same conditions.
   *
   * @throws UserException where the profile is corrupt
   */
  public static GenerationPlan of(
      TableProfile table, long seed, List<String> wanted, List<ColumnCondition> conditions) {
    return new GenerationPlan(alone(table), seed, wanted, conditions, true);
  }

  /** The plan for some fields of a table among others, whose rows are placed. */
  public static GenerationPlan ofPlaced(TableProfile table, long seed, List<String> wanted) {
    return new GenerationPlan(table, seed, wanted, List.of(), false);
  }

  /** The columns that a field is made of. */
  private static List<ColumnProfile> columns(TableProfile table, String field) {
    return table
        .nested(field)
        .map(nested -> nested.rowLeaves().stream().map(leaf -> table.column(leaf.path())).toList())
        .orElseGet(() -> List.of(table.column(field)));
  }

  private static List<Drawn> drawn(List<ColumnProfile> columns) {
    return columns.stream().filter(Drawn.class::isInstance).map(Drawn.class::cast).toList();
  }

  /**
   * Checks that every column can serve the rows.
   *
   * @throws UserException where a key ends before the range does, or a column cannot be calculated
   */
  public void requireRows(RowRange rows) {
    laws.forEach(
        (name, law) -> {
          if (rows.end() > law.rowCapacity()) {
            throw tooManyRows(graph.column(name), rows, law.rowCapacity());
          }
        });
    sampler();
  }

  /**
   * Checks by a trial that conditions can be kept together.
   *
   * @throws UserException where the profile knows no such rows
   */
  public void requireConditions() {
    if (conditions.size() > 1) {
      ConditionTrial.of(table, dependence).require();
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
    return sampler(
        new StreamRows(dependence, DrawStreams.of(table.name(), seed, dependence.draws())));
  }

  /** The columns whose positions placed rows give, in this order. */
  public List<Drawn> drawn() {
    return drawn(needed);
  }

  /** All columns that the fields need. */
  public List<ColumnProfile> needed() {
    return needed;
  }

  /** A new sampler of placed rows; it holds a block of rows. */
  public BlockSampler sampler(PlacedRows rows) {
    double[][] arrays = new double[dependence.draws().size()][rows.tileRows()];
    Map<String, double[]> uniforms = new HashMap<>();
    List<Drawn> drawn = drawn(needed);
    for (int i = 0; i < drawn.size(); i++) {
      uniforms.put(drawn.get(i).name(), arrays[dependence.slot(i)]);
    }
    StageBuilder stages =
        new StageBuilder(table.name(), graph, laws, lookups, rows)
            .within(conditions)
            .add(needed, uniforms);
    return new BlockSampler(this, seed, rows, arrays, stages);
  }
}

package io.mirrorlake.synthesizer.plan;

import io.mirrorlake.profiler.constraint.Constraint.Order;
import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Derived;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.ColumnProfile.Evolved;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.synthesizer.column.CoalesceSampler;
import io.mirrorlake.synthesizer.column.ColumnLaw;
import io.mirrorlake.synthesizer.column.ColumnSampler;
import io.mirrorlake.synthesizer.column.EvolvedSampler;
import io.mirrorlake.synthesizer.column.EvolvedSampler.Beat;
import io.mirrorlake.synthesizer.column.FormulaSampler;
import io.mirrorlake.synthesizer.column.FormulaSampler.Input;
import io.mirrorlake.synthesizer.column.KeptTexts;
import io.mirrorlake.synthesizer.column.LookupPositions;
import io.mirrorlake.synthesizer.column.LowerBound;
import io.mirrorlake.synthesizer.column.ShareSampler;
import io.mirrorlake.synthesizer.column.Tile;
import io.mirrorlake.synthesizer.column.Values;
import io.mirrorlake.synthesizer.condition.ColumnCondition;
import io.mirrorlake.synthesizer.condition.Stretches.Stretch;
import io.mirrorlake.synthesizer.graph.ColumnGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Puts a sampler's stages together, each over the arrays and values of those before it. */
final class StageBuilder {
  private static final double[] NO_UNIFORMS = new double[0];

  private final String table;
  private final ColumnGraph graph;
  private final Map<String, ColumnLaw> laws;
  private final Map<String, LookupPositions> lookups;
  private final PlacedRows rows;
  private final Map<String, Stretch> limits = new HashMap<>();
  private final Map<String, ColumnStage> stages = new LinkedHashMap<>();
  private final Map<String, ColumnProfile> columns = new LinkedHashMap<>();
  private final List<NullSteering> nulls = new ArrayList<>();

  /**
   * @param graph the table's columns
   * @param laws the laws of those that have a marginal or a key
   * @param lookups what is decided of those that another column decides
   * @param rows the rows
   */
  StageBuilder(
      String table,
      ColumnGraph graph,
      Map<String, ColumnLaw> laws,
      Map<String, LookupPositions> lookups,
      PlacedRows rows) {
    this.table = table;
    this.graph = graph;
    this.laws = laws;
    this.lookups = lookups;
    this.rows = rows;
  }

  /** Keeps columns that are raised above others within what conditions leave of them. */
  StageBuilder within(List<ColumnCondition> conditions) {
    for (ColumnCondition condition : conditions) {
      condition.onlyValues().ifPresent(values -> limits.put(condition.column().name(), values));
    }
    return this;
  }

  /**
   * Adds the stages of these columns, each after what it needs.
   *
   * @param uniforms the arrays of the drawn ones
   */
  StageBuilder add(List<ColumnProfile> needed, Map<String, double[]> uniforms) {
    for (ColumnProfile column : needed) {
      columns.put(column.name(), column);
      double[] array = uniforms.getOrDefault(column.name(), NO_UNIFORMS);
      stages.put(column.name(), stage(column, array));
    }
    for (ColumnGraph.NullRule rule : graph.nullRules(needed)) {
      nulls.add(
          new NullSteering(
              stage(rule.source().name()).uniforms(),
              share(rule.source()),
              stage(rule.target().name()).uniforms(),
              share(rule.target()),
              rule.both()));
    }
    return this;
  }

  private ColumnStage stage(ColumnProfile column, double[] uniforms) {
    if (column instanceof Derived derived) {
      return derived(derived);
    }
    if (column instanceof Evolved evolved) {
      return placed(
          EvolvedSampler.of(
              table,
              evolved.column(),
              new EvolvedSampler.Rise(
                  evolved.above().map(this::input),
                  input(evolved.first()),
                  input(evolved.gap()),
                  evolved.least(),
                  evolved.pace(),
                  evolved.rhythm().map(of -> new Beat(of.part(), input(of.column())))),
              rows.places(),
              BlockSampler.BLOCK_ROWS));
    }
    return laws.containsKey(column.name())
        ? own(column, uniforms)
        : placed(rows.sampler(column, BlockSampler.BLOCK_ROWS));
  }

  private static ColumnStage placed(ColumnSampler sampler) {
    return new ColumnStage(NO_UNIFORMS, Optional.empty(), List.of(), sampler);
  }

  List<ColumnStage> stages() {
    return List.copyOf(stages.values());
  }

  List<NullSteering> nulls() {
    return nulls;
  }

  ColumnStage stage(String name) {
    return Objects.requireNonNull(stages.get(name), name);
  }

  private static double share(Drawn column) {
    return 1 - column.marginal().nullProbability();
  }

  private ColumnSampler sampler(ColumnProfile column) {
    ColumnLaw law = Objects.requireNonNull(laws.get(column.name()));
    return graph
        .keptBy(column)
        .map(flag -> KeptTexts.of(table, input(flag), rows.places()))
        .map(kept -> law.sampler(BlockSampler.BLOCK_ROWS, kept))
        .orElseGet(() -> law.sampler(BlockSampler.BLOCK_ROWS));
  }

  private ColumnStage own(ColumnProfile column, double[] uniforms) {
    ColumnSampler sampler = sampler(column);
    List<LowerBound> bounds = new ArrayList<>();
    for (Order order : graph.bounds(column)) {
      if (((Drawn) column).marginal() instanceof NumericMarginal marginal) {
        Input high = new Input(column.column(), sampler.values());
        LowerBound bound = LowerBound.of(table, input(order.low()), high, marginal, order.strict());
        LowerBound drawn = graph.drawsTogether(order) ? bound.nearby() : bound;
        Optional<Stretch> limit = Optional.ofNullable(limits.get(column.name()));
        bounds.add(limit.map(at -> drawn.within(at.start(), at.end())).orElse(drawn));
      }
    }
    return new ColumnStage(uniforms, Optional.empty(), bounds, sampler);
  }

  private ColumnStage derived(Derived column) {
    Formula formula = column.formula();
    if (formula instanceof Formula.Copy copy) {
      ColumnStage of = stage(copy.of());
      return new ColumnStage(of.uniforms(), Optional.empty(), List.of(), again(of.values()));
    }
    if (formula instanceof Formula.Lookup lookup) {
      LookupPositions positions = Objects.requireNonNull(lookups.get(column.name()));
      return new ColumnStage(
          new double[Tile.MAX_ROWS],
          Optional.of(new ColumnStage.Decision(positions, stage(lookup.from()))),
          List.of(),
          sampler(column));
    }
    List<Input> inputs = formula.inputs().stream().map(this::input).toList();
    return new ColumnStage(
        NO_UNIFORMS, Optional.empty(), List.of(), calculated(column.column(), formula, inputs));
  }

  private ColumnSampler calculated(Column column, Formula formula, List<Input> inputs) {
    int most = BlockSampler.BLOCK_ROWS;
    if (formula instanceof Formula.Coalesce) {
      return CoalesceSampler.of(table, column, inputs, most);
    }
    return formula instanceof Formula.Share share
        ? ShareSampler.of(table, column, share, inputs, most)
        : FormulaSampler.of(table, column, formula, inputs, most);
  }

  private Input input(String name) {
    ColumnProfile column = Objects.requireNonNull(columns.get(name), name);
    return new Input(column.column(), stage(name).values());
  }

  /** Values that are there already. */
  private static ColumnSampler again(Values values) {
    return new ColumnSampler() {
      @Override
      public Values values() {
        return values;
      }

      @Override
      public void sample(Tile tile, double[] uniforms) {
        // The column that is copied has them.
      }
    };
  }
}

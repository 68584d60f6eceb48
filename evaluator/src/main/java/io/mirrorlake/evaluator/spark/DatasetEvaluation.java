package io.mirrorlake.evaluator.spark;

import io.mirrorlake.evaluator.judge.DatasetJudge;
import io.mirrorlake.evaluator.judge.RelationsSection.Relation;
import io.mirrorlake.evaluator.judge.TablesSection.Table;
import io.mirrorlake.evaluator.relations.Families;
import io.mirrorlake.evaluator.relations.FanOuts;
import io.mirrorlake.evaluator.relations.KeyAudit;
import io.mirrorlake.evaluator.relations.Link;
import io.mirrorlake.evaluator.relations.RelationScores;
import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.report.Subject.SkippedColumn;
import io.mirrorlake.evaluator.sample.Measure;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sequence.EventTable;
import io.mirrorlake.evaluator.sequence.SequenceComparison;
import io.mirrorlake.evaluator.spark.FamilySampler.Side;
import io.mirrorlake.profiler.concurrent.SideBySide;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Judges a synthetic dataset of several tables against the real one: every key at full scale, the
 * shape of every reference, whether children follow parents, grandparents and siblings, and each
 * table by itself.
 */
public final class DatasetEvaluation {
  private final EvaluationOptions options;
  private final Map<String, Dataset<Row>> real;
  private final Map<String, Dataset<Row>> synthetic;
  private final DatasetKeys keys;
  private final Map<String, List<ComparedColumn>> columns = new LinkedHashMap<>();
  private final List<SkippedColumn> skipped = new ArrayList<>();

  private DatasetEvaluation(
      EvaluationOptions options,
      Map<String, Dataset<Row>> real,
      Map<String, Dataset<Row>> synthetic,
      DatasetKeys keys) {
    this.options = options;
    this.real = new LinkedHashMap<>(real);
    this.synthetic = new LinkedHashMap<>(synthetic);
    this.keys = keys;
  }

  /**
   * An evaluation of these tables.
   *
   * @param real the real tables by name
   * @param synthetic the synthetic ones, at least those of {@code real}
   * @param keys their keys
   * @throws UserException where tables or columns are missing
   */
  public static DatasetEvaluation of(
      EvaluationOptions options,
      Map<String, Dataset<Row>> real,
      Map<String, Dataset<Row>> synthetic,
      DatasetKeys keys) {
    for (String table : real.keySet()) {
      if (!synthetic.containsKey(table)) {
        throw UserException.of(
            ErrorKind.SOURCE,
            "there is no synthetic table '" + table + "', only " + synthetic.keySet(),
            "synthesize it, or leave the real one out");
      }
    }
    keys.require(real, "real");
    keys.require(synthetic, "synthetic");
    return new DatasetEvaluation(options, real, synthetic, keys);
  }

  /**
   * Evaluates.
   *
   * @param progress is told of each table and key
   */
  public EvaluationReport run(Consumer<String> progress) {
    try (StoredTables stored = new StoredTables()) {
      return run(progress, stored);
    }
  }

  private EvaluationReport run(Consumer<String> progress, StoredTables stored) {
    real.keySet().forEach(table -> columns.put(table, compared(table)));
    List<Table> tables =
        SideBySide.map(
            List.copyOf(real.keySet()),
            table -> {
              progress.accept("reading rows of " + table);
              return table(table, stored);
            });
    Map<String, Table> byName = new HashMap<>();
    tables.forEach(table -> byName.put(table.name(), table));
    List<KeyAudit> audits =
        new ArrayList<>(
            SideBySide.map(
                List.copyOf(keys.primaryKeys().entrySet()),
                key -> {
                  progress.accept("counting the keys of " + key.getKey());
                  return KeyCounts.primary(
                      key.getKey(), key.getValue(), rows(synthetic, key.getKey()));
                }));
    EqualScale equal = EqualScale.of(tables, keys.kept());
    List<Followed> followed =
        SideBySide.map(
            keys.links(),
            link -> {
              progress.accept("following " + link.name());
              return followed(link, Objects.requireNonNull(byName.get(link.child())), equal);
            });
    followed.forEach(link -> audits.add(link.audit()));
    return DatasetJudge.judge(
        new DatasetJudge.Findings(
            tables,
            audits,
            followed.stream().map(Followed::relation).toList(),
            followed.stream().flatMap(link -> link.sequence().stream()).toList(),
            skipped,
            equal.notes()),
        options);
  }

  /** What is found of one reference. */
  private record Followed(
      KeyAudit audit, Relation relation, Optional<SequenceComparison> sequence) {}

  private static Dataset<Row> rows(Map<String, Dataset<Row>> side, String table) {
    return Objects.requireNonNull(side.get(table), table);
  }

  /** The columns of a table that are no keys and that both sides have in comparable types. */
  private List<ComparedColumn> compared(String table) {
    Set<String> keyColumns = keys.keyColumns(table);
    Dataset<Row> one = rows(real, table);
    Dataset<Row> other = rows(synthetic, table);
    List<ComparedColumn> found = new ArrayList<>();
    for (String name : one.columns()) {
      if (keyColumns.contains(name) || options.excludedColumns().contains(table + "." + name)) {
        continue;
      }
      if (!List.of(other.columns()).contains(name)) {
        throw UserException.of(
            ErrorKind.SOURCE,
            "the synthetic table '" + table + "' has no column '" + name + "'",
            "exclude '" + table + "." + name + "', or synthesize it");
      }
      Optional<ComparedColumn> column =
          ComparedColumn.of(
              name,
              List.of(one.schema().apply(name).dataType(), other.schema().apply(name).dataType()));
      column.ifPresentOrElse(
          found::add,
          () ->
              skipped.add(
                  new SkippedColumn(
                      table + "." + name,
                      "types "
                          + one.schema().apply(name).dataType().sql()
                          + " and "
                          + other.schema().apply(name).dataType().sql()
                          + " are not compared")));
    }
    return found;
  }

  private List<ComparedColumn> columns(String table) {
    return Objects.requireNonNull(columns.get(table), table);
  }

  private Table table(String name, StoredTables stored) {
    List<ComparedColumn> all = columns(name);
    RowSampler sampler = new RowSampler(options.seed(), options.sampleRows());
    List<Long> counts = new ArrayList<>();
    List<List<Row>> sampled = new ArrayList<>();
    for (Map<String, Dataset<Row>> side : List.of(real, synthetic)) {
      long count = rows(side, name).count();
      counts.add(count);
      stored.add(rows(side, name), count);
      if (!all.isEmpty()) {
        sampled.add(sampler.rows(new CodedDataset(name, all, rows(side, name)), count));
      }
    }
    List<SampleTable> tables =
        all.isEmpty()
            ? List.of(new SampleTable(List.of(), 0), new SampleTable(List.of(), 0))
            : FamilySampler.told(SampleBuilder.tables(all, sampled));
    return new Table(name, counts.get(0), counts.get(1), tables.get(0), tables.get(1));
  }

  /**
   * The children and parents of a reference.
   *
   * @param rows the children, or the part of them that is judged
   * @param fanOuts how many children of these the parents have
   */
  private record Members(Dataset<Row> rows, Dataset<Row> parents, FanOuts fanOuts) {}

  private Members members(
      Link link, Map<String, Dataset<Row>> side, UnaryOperator<Dataset<Row>> part) {
    Dataset<Row> judged = part.apply(rows(side, link.child()));
    Dataset<Row> parents = rows(side, link.parent());
    return new Members(judged, parents, KeyCounts.fanOuts(link, judged, parents));
  }

  private Followed followed(Link link, Table children, EqualScale equal) {
    boolean differs = equal.differs(link.parent(), children);
    KeyCounts.Counted counted =
        KeyCounts.counted(
            link,
            rows(synthetic, link.child()),
            children.syntheticRows(),
            rows(synthetic, link.parent()));
    Members ofReal = members(link, real, differs ? equal::real : all -> all);
    Members ofMade =
        differs
            ? members(link, synthetic, equal::synthetic)
            : new Members(
                rows(synthetic, link.child()), rows(synthetic, link.parent()), counted.fanOuts());
    return followed(link, counted.audit(), ofReal, ofMade);
  }

  private Followed followed(Link link, KeyAudit audit, Members ofReal, Members ofMade) {
    Optional<Grandparents> above = grandparents(link);
    List<ComparedColumn> brought = new ArrayList<>(columns(link.parent()));
    above.ifPresent(grandparents -> brought.addAll(grandparents.columns()));
    List<Families> read =
        new FamilySampler(options.seed(), link, brought, columns(link.child()))
            .families(
                new Side(ofReal.rows(), joined(ofReal.parents(), above, real), ofReal.fanOuts()),
                new Side(
                    ofMade.rows(), joined(ofMade.parents(), above, synthetic), ofMade.fanOuts()));
    List<Families> families = read.stream().map(Grandparents::parents).toList();
    RelationScores scores =
        RelationScores.of(
            new RelationScores.Evidence(
                ofReal.fanOuts(), ofMade.fanOuts(), families.get(0), families.get(1)),
            options.seed());
    return new Followed(
        audit,
        new Relation(
            link.name(),
            ofReal.fanOuts(),
            ofMade.fanOuts(),
            scores,
            above.flatMap(
                grandparents ->
                    RelationScores.association(
                        Grandparents.grandparents(read.get(0)),
                        Grandparents.grandparents(read.get(1)),
                        options.seed()))),
        keys.tellsEntity(link) ? sequence(link, families) : Optional.empty());
  }

  /**
   * The children as events of their parents, in the order that is known of them, or else of their
   * first column of dates or timestamps.
   */
  private Optional<SequenceComparison> sequence(Link link, List<Families> families) {
    SampleTable children = families.get(0).children();
    Optional<String> order =
        Optional.ofNullable(keys.orders().get(link.child()))
            .filter(column -> children.indexOf(column).isPresent())
            .filter(column -> isOrdered(children.column(children.indexOf(column).getAsInt())))
            .or(() -> firstTime(children));
    return order.flatMap(
        column ->
            SequenceComparison.ofHalves(
                link.name() + " by " + column,
                events(families.get(0), column),
                events(families.get(1), column),
                options.seed()));
  }

  private static boolean isOrdered(SampleColumn column) {
    return column.measure() != Measure.CATEGORY;
  }

  private static Optional<String> firstTime(SampleTable children) {
    return children.columns().stream()
        .filter(column -> isOrdered(column) && column.measure() != Measure.NUMBER)
        .map(SampleColumn::name)
        .findFirst();
  }

  private static EventTable events(Families families, String time) {
    int[] parentOf = new int[families.children().rows()];
    Arrays.setAll(parentOf, families::parentOf);
    return EventTable.of(families.children(), time, parentOf);
  }

  /** The first reference of the parent, if it has one, decides who the grandparents are. */
  private Optional<Grandparents> grandparents(Link link) {
    return keys.links().stream()
        .filter(
            one ->
                one.child().equals(link.parent())
                    && !one.parent().equals(one.child())
                    && !columns(one.parent()).isEmpty()
                    && !columns(link.child()).isEmpty())
        .findFirst()
        .map(up -> new Grandparents(up, columns(up.parent())));
  }

  private static Dataset<Row> joined(
      Dataset<Row> parents, Optional<Grandparents> above, Map<String, Dataset<Row>> side) {
    return above
        .map(grandparents -> grandparents.joined(parents, rows(side, grandparents.up().parent())))
        .orElse(parents);
  }
}

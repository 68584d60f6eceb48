package io.mirrorlake.evaluator.spark;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.mirrorlake.evaluator.report.SequenceOptions;
import io.mirrorlake.evaluator.sample.Measure;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sequence.EventTable;
import io.mirrorlake.evaluator.sequence.SequenceComparison;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Brings all events of some entities into memory. Entities are chosen by a hash of their name and
 * of the seed, so the sample is a function of the rows; events without an entity are left out.
 *
 * @param options which rows follow each other
 * @param columns the columns to bring, the order among them
 * @param seed chooses the entities
 */
record SequenceSampler(SequenceOptions options, List<ComparedColumn> columns, long seed) {
  /** Two halves of what is compared at most. */
  private static final int MOST_ENTITIES = 40_000;

  /** Some 100 MB of doubles for 40 columns. */
  private static final int MOST_EVENTS = 300_000;

  private static final String ENTITY = "?entity";
  private static final long HASHES = 1L << 30;

  SequenceSampler {
    columns = List.copyOf(columns);
  }

  /**
   * The sampler of these tables.
   *
   * @param compared the columns that all tables share
   * @throws UserException where a column is not there or cannot order rows
   */
  static SequenceSampler of(SequenceOptions options, List<ComparedColumn> compared, long seed) {
    List<String> names = compared.stream().map(ComparedColumn::name).toList();
    for (String column : options.columns()) {
      if (!names.contains(column)) {
        throw unknown("columns", column, names);
      }
    }
    boolean ordered =
        compared.stream()
            .filter(column -> column.name().equals(options.order()))
            .anyMatch(column -> column.family().measure() != Measure.CATEGORY);
    if (!ordered) {
      throw unknown(
          "order",
          options.order(),
          compared.stream()
              .filter(column -> column.family().measure() != Measure.CATEGORY)
              .map(ComparedColumn::name)
              .toList());
    }
    return new SequenceSampler(
        options,
        compared.stream()
            .filter(
                column ->
                    options.columns().isEmpty()
                        || options.columns().contains(column.name())
                        || column.name().equals(options.order()))
            .toList(),
        seed);
  }

  /** Refuses an entity that is no column of train. */
  static void requireEntity(SequenceOptions options, StructType train) {
    List<String> known = List.of(train.fieldNames());
    if (!known.contains(options.by())) {
      throw unknown("by", options.by(), known);
    }
  }

  private static UserException unknown(String key, String column, List<String> allowed) {
    return UserException.of(
        ErrorKind.CONFIGURATION,
        "sequences." + key + " names the column " + column + ", which is none that serves",
        "name one of " + allowed);
  }

  /**
   * Compares the synthetic sequences with the real ones.
   *
   * @param holdout other real rows; without them, half of train's entities stand for them
   * @return empty where there are too few entities
   */
  Optional<SequenceComparison> compare(
      Dataset<Row> train, Optional<Dataset<Row>> holdout, Dataset<Row> synthetic) {
    List<Dataset<Row>> sides = new ArrayList<>(List.of(train, synthetic));
    holdout.ifPresent(sides::add);
    List<List<Row>> rows = sides.stream().map(this::rows).toList();
    List<SampleTable> tables = FamilySampler.told(SampleBuilder.tables(columns, rows));
    List<EventTable> events = new ArrayList<>();
    for (int side = 0; side < sides.size(); side++) {
      events.add(EventTable.of(tables.get(side), options.order(), entityOf(rows.get(side))));
    }
    String name = options.by() + " by " + options.order();
    return holdout.isPresent()
        ? SequenceComparison.of(name, events.get(0), events.get(2), events.get(1), seed)
        : SequenceComparison.ofHalves(name, events.get(0), events.get(1), seed);
  }

  /** The events of chosen entities, in an order that depends on nothing but them. */
  private List<Row> rows(Dataset<Row> side) {
    Column by = KeyCounts.quoted(options.by());
    List<Column> selected = new ArrayList<>();
    for (ComparedColumn column : columns) {
      selected.add(column.values().as(column.name()));
    }
    selected.add(xxhash64(by.cast("string")).as(ENTITY));
    Dataset<Row> events = side.where(by.isNotNull()).select(selected.toArray(Column[]::new));
    Row size = events.agg(count(lit(1)), approx_count_distinct(col(ENTITY))).head();
    double entities = Math.max(1, size.getLong(1));
    double wanted = Math.min(MOST_ENTITIES, MOST_EVENTS * entities / Math.max(1, size.getLong(0)));
    long limit = (long) (Math.min(1, wanted / entities) * HASHES);
    return FamilySampler.inOrder(
        events.where(abs(xxhash64(lit(seed), col(ENTITY))).mod(lit(HASHES)).leq(lit(limit))),
        columns);
  }

  private int[] entityOf(List<Row> rows) {
    Map<Long, Integer> places = new HashMap<>();
    return rows.stream()
        .mapToInt(row -> places.computeIfAbsent(row.getLong(columns.size()), k -> places.size()))
        .toArray();
  }
}

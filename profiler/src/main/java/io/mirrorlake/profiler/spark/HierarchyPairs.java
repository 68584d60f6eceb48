package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.matches;
import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.numbered;
import static io.mirrorlake.profiler.spark.ColumnNames.present;
import static io.mirrorlake.profiler.spark.ColumnNames.select;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;

import io.mirrorlake.profiler.relation.DeclaredReference;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * All pairs of a row of a table that refers to itself, and a row above it: found by walking up from
 * all rows at once, a step at a time. A row that refers to itself has none above it.
 */
final class HierarchyPairs {
  /** The lower row of a pair. */
  private static final String LOWER = "?lower";

  private static final String UPPER = "?upper";

  private static final String CHILD = "?child";

  private static final String PARENT = "?parent";

  /** How far above the lower row the upper one lies; 0 for the row itself. */
  private static final String STEPS = "?steps";

  private static final String OFFSET = "?offset";

  /** How many figures of a comparison are numbers of rows, and have to be the same. */
  private static final int COUNTS = 3;

  private final Dataset<Row> pairs;
  private final boolean reflexive;

  private HierarchyPairs(Dataset<Row> pairs, boolean reflexive) {
    this.pairs = pairs;
    this.reflexive = reflexive;
  }

  /**
   * The pairs of a hierarchy, with or without those of each row and itself, whichever are as many
   * as is asked for; none where neither are, where rows are above themselves, or where it is deeper
   * than levels go.
   *
   * @param self the table's reference to itself
   */
  static Optional<HierarchyPairs> of(TableNode table, DeclaredReference self, long wanted) {
    int parts = self.columns().size();
    Dataset<Row> edges =
        select(
            table.rows().where(present(self.columns())).where(not(TableLevels.toItself(self))),
            Stream.concat(numbered(self.parentColumns(), CHILD), numbered(self.columns(), PARENT)));
    Dataset<Row> step =
        select(
            table.rows(),
            Stream.of(
                    numbered(self.parentColumns(), LOWER),
                    numbered(self.parentColumns(), UPPER),
                    Stream.of(lit(0).as(STEPS)))
                .flatMap(stream -> stream));
    Dataset<Row> all = step;
    long found = 0;
    long more = 1;
    for (int steps = 1; more > 0 && found <= wanted && steps <= TableLevels.MAX_LEVELS; steps++) {
      step = above(step, edges, parts, steps).localCheckpoint(true);
      more = step.count();
      found += more;
      all = all.union(step);
    }
    boolean reflexive = found + table.count() == wanted;
    return more == 0 && (reflexive || found == wanted)
        ? Optional.of(
            new HierarchyPairs(reflexive ? all : all.where(named(STEPS).gt(0)), reflexive))
        : Optional.empty();
  }

  /** The pairs whose upper row lies one step above that of others. */
  private static Dataset<Row> above(Dataset<Row> pairs, Dataset<Row> edges, int parts, int steps) {
    Column meets =
        IntStream.range(0, parts)
            .mapToObj(i -> named(UPPER + i).equalTo(named(CHILD + i)))
            .reduce(Column::and)
            .orElseThrow();
    return select(
        pairs.join(edges, meets),
        Stream.of(
                IntStream.range(0, parts).mapToObj(i -> named(LOWER + i)),
                IntStream.range(0, parts).mapToObj(i -> named(PARENT + i).as(UPPER + i)),
                Stream.of(lit(steps).as(STEPS)))
            .flatMap(stream -> stream));
  }

  /**
   * The closure that a table is, if its rows are these pairs, each once, and its number is the
   * distance of all of them.
   *
   * @param number the whole number that the table has beside its references
   */
  Optional<FoundClosure> match(
      TableNode table,
      DeclaredReference descendant,
      DeclaredReference ancestor,
      Optional<String> number) {
    Column offset = number.map(name -> wide(name).minus(named(STEPS))).orElse(lit(0));
    // Rows are as many as pairs, so that they are the same if each pair is met exactly once.
    Row met =
        pairs
            .join(
                table.rows(),
                matches(descendant.columns(), LOWER).and(matches(ancestor.columns(), UPPER)),
                "left")
            .withColumn(OFFSET, offset.cast("decimal(38,0)"))
            .agg(
                count(lit(1)),
                count(named(descendant.columns().get(0))),
                count(named(OFFSET)),
                min(named(OFFSET)),
                max(named(OFFSET)))
            .head();
    BigDecimal start = met.getDecimal(COUNTS);
    boolean same =
        IntStream.range(0, COUNTS).allMatch(i -> met.getLong(i) == table.count())
            && start.compareTo(met.getDecimal(COUNTS + 1)) == 0
            && start.toBigInteger().bitLength() < Integer.SIZE;
    return same
        ? Optional.of(
            new FoundClosure(
                descendant,
                ancestor,
                reflexive,
                number.map(name -> new FoundClosure.Distance(name, start.longValue()))))
        : Optional.empty();
  }

  /** A whole number in a type that does not run out of room when steps are taken from it. */
  private static Column wide(String number) {
    return named(number).cast("decimal(20,0)");
  }
}

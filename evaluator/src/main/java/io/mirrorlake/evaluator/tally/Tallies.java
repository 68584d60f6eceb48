package io.mirrorlake.evaluator.tally;

import io.mirrorlake.evaluator.query.AggregateQuery;
import io.mirrorlake.evaluator.query.QueryWorkload;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.Identifiers;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.List;
import java.util.function.Predicate;

/**
 * What was counted of the compared tables, all by one plan.
 *
 * @param names the counted columns
 * @param ruling what the bins were cut by
 * @param train of train
 * @param holdout of the holdout
 * @param synthetic of the synthetic table
 */
public record Tallies(
    List<String> names, TallyPlan.Ruling ruling, Tally train, Tally holdout, Tally synthetic) {
  /** A hundred errors give a median and a 95th percentile; the rest makes them steady. */
  private static final int QUERIES = 300;

  /** Rows that decide which queries are worth asking: a share of 1 % is known to a tenth. */
  private static final int QUERY_ROWS = 10_000;

  public Tallies {
    names = List.copyOf(names);
  }

  /** The plan for tables of which these are real rows, or some of them. */
  public static TallyPlan plan(TallyPlan.Ruling ruling, long seed) {
    SampleTable few = Draw.of(seed, "query rows").rows(ruling.real(), QUERY_ROWS);
    List<AggregateQuery> queries = QueryWorkload.draw(few, ruling.bins(), QUERIES, seed);
    return TallyPlan.fit(ruling, queries, seed);
  }

  /** The counts of tables that are in memory as a whole, without identifiers. */
  public static Tallies of(
      SampleTable train, SampleTable holdout, SampleTable synthetic, long seed) {
    List<String> names = counted(train);
    Predicate<SampleColumn> chosen = column -> names.contains(column.name());
    return ofAll(train.select(chosen), holdout.select(chosen), synthetic.select(chosen), seed);
  }

  /** The columns that are counted: all but identifiers. */
  public static List<String> counted(SampleTable train) {
    return train.columns().stream()
        .filter(column -> !Identifiers.isOne(column))
        .map(SampleColumn::name)
        .toList();
  }

  private static Tallies ofAll(
      SampleTable train, SampleTable holdout, SampleTable synthetic, long seed) {
    TallyPlan.Ruling ruling = TallyPlan.Ruling.of(train.append(holdout), TallyPlan.Ends.of(train));
    TallyPlan plan = plan(ruling, seed);
    return new Tallies(
        train.names(),
        ruling,
        plan.start().addAll(train),
        plan.start().addAll(holdout),
        plan.start().addAll(synthetic));
  }

  /** The plan. */
  public TallyPlan plan() {
    return train.plan();
  }

  /** The label of a code of a column. */
  public String label(int column, int code) {
    return ruling.bins().column(column).label(code);
  }

  /** Two codes of a pair of columns, for a reader. */
  public String combination(int pair, int first, int second) {
    return named(plan().first(pair), first) + " and " + named(plan().second(pair), second);
  }

  /** A code of a column, for a reader, such as {@code job = nurse} or {@code age <= 30}. */
  public String named(int column, int code) {
    String label = label(column, code);
    boolean comparison =
        plan().isNumber(column) && !label.equals("missing") && !label.equals("any");
    return names.get(column) + (comparison ? " " : " = ") + label;
  }
}

package io.mirrorlake.evaluator.tally;

import io.mirrorlake.evaluator.query.AggregateQuery;
import io.mirrorlake.evaluator.query.QueryAnswer;
import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of a table. Tallies of parts are merged into that of the whole; merging is
 * associative and commutative, so parts may be cut and merged in any way.
 */
public final class Tally implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TallyPlan plan;
  private final List<Serializable> columns = new ArrayList<>();
  private final List<PairTally> pairs = new ArrayList<>();
  private final QueryTally queries;
  private final NumberRuler[] rulers;
  private final int[] codes;
  private final long[] steps;
  private long rows;

  Tally(TallyPlan plan) {
    this.plan = plan;
    int width = plan.width();
    this.rulers = new NumberRuler[width];
    int[] missingCodes = new int[width];
    for (int c = 0; c < width; c++) {
      Optional<NumberRuler> ruler = plan.number(c);
      missingCodes[c] = plan.codes(c) - 1;
      if (ruler.isPresent()) {
        rulers[c] = ruler.get();
        columns.add(new NumberTally(ruler.get()));
      } else {
        columns.add(new LabelTally(plan.labels(c)));
      }
    }
    for (int pair = 0; pair < plan.pairs(); pair++) {
      pairs.add(new PairTally(plan, pair));
    }
    this.queries = new QueryTally(plan.queries(), missingCodes);
    this.codes = new int[width];
    this.steps = new long[width];
  }

  /**
   * Counts a row.
   *
   * @param numbers the values of number columns at their places, NaN where missing
   * @param labels the values of label columns at theirs, null where missing
   */
  public void add(double[] numbers, @Nullable String[] labels) {
    for (int c = 0; c < codes.length; c++) {
      if (columns.get(c) instanceof NumberTally tally) {
        codes[c] = tally.add(numbers[c]);
        steps[c] = Double.isNaN(numbers[c]) ? 0 : rulers[c].steps(numbers[c]);
      } else {
        codes[c] = labels(c).add(labels[c]);
      }
    }
    for (int pair = 0; pair < plan.pairs(); pair++) {
      pairs.get(pair).add(codes, steps);
    }
    queries.add(codes, steps);
    rows++;
  }

  /** Counts all rows of a table in memory. */
  public Tally addAll(SampleTable table) {
    double[] numbers = new double[table.width()];
    @Nullable String[] labels = new String[table.width()];
    for (int row = 0; row < table.rows(); row++) {
      for (int c = 0; c < numbers.length; c++) {
        if (table.column(c) instanceof NumberColumn column) {
          numbers[c] = column.value(row);
        } else if (table.column(c) instanceof CategoryColumn column) {
          labels[c] = column.isMissing(row) ? null : column.labels().get(column.code(row));
        }
      }
      add(numbers, labels);
    }
    return this;
  }

  /** Adds what another tally by the same plan has counted, and returns this one. */
  public Tally merge(Tally other) {
    for (int c = 0; c < columns.size(); c++) {
      if (columns.get(c) instanceof NumberTally tally) {
        tally.addAll(other.numbers(c));
      } else {
        labels(c).addAll(other.labels(c));
      }
    }
    for (int pair = 0; pair < pairs.size(); pair++) {
      pairs.get(pair).addAll(other.pairs.get(pair));
    }
    queries.addAll(other.queries);
    rows += other.rows;
    return this;
  }

  /** The rows. */
  public long rows() {
    return rows;
  }

  /** The plan. */
  public TallyPlan plan() {
    return plan;
  }

  /** A number column. */
  public NumberTally numbers(int column) {
    return (NumberTally) columns.get(column);
  }

  /** A label column. */
  public LabelTally labels(int column) {
    return (LabelTally) columns.get(column);
  }

  /** The share of missing values of a column. */
  public double missingShare(int column) {
    long missing =
        columns.get(column) instanceof NumberTally tally
            ? tally.missing()
            : labels(column).missing();
    return rows == 0 ? 0 : (double) missing / rows;
  }

  /** How many rows have each code of a column, that of missing values last. */
  public double[] codeCounts(int column) {
    double[] counts = new double[plan.codes(column)];
    if (columns.get(column) instanceof NumberTally tally) {
      long[] coarse = tally.coarseCounts();
      Arrays.setAll(counts, code -> code < coarse.length ? coarse[code] : tally.missing());
    } else {
      LabelTally tally = labels(column);
      for (int code = 0; code < counts.length; code++) {
        counts[code] = tally.coarseCount(code);
      }
    }
    return counts;
  }

  /** A pair of columns. */
  public PairTally pair(int pair) {
    return pairs.get(pair);
  }

  /** The answer to a query. */
  public QueryAnswer answer(int query) {
    AggregateQuery asked = plan.queries().get(query);
    double mean =
        asked.measure() < 0 ? Double.NaN : rulers[asked.measure()].value(queries.meanSteps(query));
    return new QueryAnswer(rows, queries.passing(query), mean, queries.values(query));
  }
}

package io.mirrorlake.evaluator.tally;

import io.mirrorlake.evaluator.query.AggregateQuery;
import io.mirrorlake.evaluator.sample.CategoryBins;
import io.mirrorlake.evaluator.sample.ColumnBins;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.NumberBins;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.TableBins;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is counted: the columns' rulers, the pairs and the queries. */
public final class TallyPlan implements Serializable {
  /** Bins of a number in what looks at columns together. */
  public static final int NUMBER_BINS = 16;

  /** Labels with a code of their own in what looks at columns together. */
  public static final int CATEGORY_BINS = 24;

  /** All pairs of up to 55 columns; of wider tables a random choice, to bound memory and time. */
  public static final int MOST_PAIRS = 1500;

  private static final long serialVersionUID = 1L;

  private final List<Serializable> rulers;
  private final int[][] pairs;
  private final List<AggregateQuery> queries;

  private TallyPlan(List<Serializable> rulers, int[][] pairs, List<AggregateQuery> queries) {
    this.rulers = rulers;
    this.pairs = pairs;
    this.queries = queries;
  }

  /**
   * A plan.
   *
   * @param ruling what the bins are cut by
   * @param queries what to answer, in terms of the ruling's bins
   * @param seed chooses pairs where there are too many
   */
  public static TallyPlan fit(Ruling ruling, List<AggregateQuery> queries, long seed) {
    List<Serializable> rulers = new ArrayList<>();
    int width = ruling.real.width();
    for (int c = 0; c < width; c++) {
      rulers.add(ruler(ruling.real.column(c), ruling.bins.column(c), ruling.ends.get(c)));
    }
    return new TallyPlan(rulers, pairs(width, seed), new ArrayList<>(queries));
  }

  /** All pairs, or as many as are allowed. */
  private static int[][] pairs(int width, long seed) {
    int[][] pairs = new int[width * (width - 1) / 2][];
    int next = 0;
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < i; j++) {
        pairs[next++] = new int[] {j, i};
      }
    }
    if (pairs.length > MOST_PAIRS) {
      int[] chosen = Draw.of(seed, "pairs").subset(pairs.length, MOST_PAIRS);
      return Arrays.stream(chosen)
          .sorted()
          .mapToObj(Arrays.asList(pairs)::get)
          .toArray(int[][]::new);
    }
    return pairs;
  }

  private static Serializable ruler(SampleColumn column, ColumnBins bins, Ends ends) {
    return column instanceof NumberColumn numbers
        ? NumberRuler.fit(numbers, (NumberBins) bins, ends)
        : LabelRuler.of((CategoryBins) bins);
  }

  /**
   * What bins are cut by.
   *
   * @param real real rows
   * @param bins their coarse bins
   * @param ends the ends of each column of train over all its rows, which are cuts too
   */
  public record Ruling(SampleTable real, TableBins bins, List<Ends> ends) {
    public Ruling {
      ends = List.copyOf(ends);
      if (ends.size() != real.width()) {
        throw new IllegalArgumentException(ends.size() + " ends of " + real.width() + " columns");
      }
    }

    /** The ruling by real rows in memory. */
    public static Ruling of(SampleTable real, List<Ends> ends) {
      return new Ruling(real, TableBins.fit(real, NUMBER_BINS, CATEGORY_BINS), ends);
    }
  }

  /**
   * The least and the greatest value of a column.
   *
   * @param least the least, NaN for a column of labels or without values
   * @param greatest the greatest
   */
  public record Ends(double least, double greatest) {
    /** No ends. */
    public static Ends none() {
      return new Ends(Double.NaN, Double.NaN);
    }

    /** The ends of each column of a table. */
    public static List<Ends> of(SampleTable table) {
      return table.columns().stream().map(Ends::of).toList();
    }

    private static Ends of(SampleColumn column) {
      double[] sorted = column instanceof NumberColumn numbers ? numbers.sorted() : new double[0];
      return sorted.length == 0 ? none() : new Ends(sorted[0], sorted[sorted.length - 1]);
    }
  }

  /** A tally of no rows. */
  public Tally start() {
    return new Tally(this);
  }

  /** The number of columns. */
  public int width() {
    return rulers.size();
  }

  Optional<NumberRuler> number(int column) {
    return rulers.get(column) instanceof NumberRuler ruler ? Optional.of(ruler) : Optional.empty();
  }

  /** Whether a column is counted as a number. */
  public boolean isNumber(int column) {
    return rulers.get(column) instanceof NumberRuler;
  }

  LabelRuler labels(int column) {
    return (LabelRuler) rulers.get(column);
  }

  /** The number of codes of a column, that of missing values included. */
  int codes(int column) {
    return number(column).map(NumberRuler::coarseBins).orElseGet(() -> labels(column).codes()) + 1;
  }

  /** The number of pairs. */
  public int pairs() {
    return pairs.length;
  }

  /** The column of a pair that comes first in the table. */
  public int first(int pair) {
    return pairs[pair][0];
  }

  /** The other column of a pair. */
  public int second(int pair) {
    return pairs[pair][1];
  }

  /** The queries. */
  public List<AggregateQuery> queries() {
    return List.copyOf(queries);
  }
}

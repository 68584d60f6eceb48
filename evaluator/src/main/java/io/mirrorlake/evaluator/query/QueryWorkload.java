package io.mirrorlake.evaluator.query;

import io.mirrorlake.evaluator.query.AggregateQuery.Aggregate;
import io.mirrorlake.evaluator.sample.CodedTable;
import io.mirrorlake.evaluator.sample.ColumnBins;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.Measure;
import io.mirrorlake.evaluator.sample.NumberBins;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.TableBins;
import io.mirrorlake.evaluator.sample.ValueText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Random queries over a table: half of them counts, the others averages and sums of a random number
 * column; with one, two or three conditions on random columns, which are ranges of numbers and sets
 * of labels that a random row has. A query that fewer than one in a hundred real rows pass is drawn
 * again, as its real answer is mostly sampling error.
 */
public final class QueryWorkload {
  private static final int MOST_PREDICATES = 3;
  private static final int TRIES = 20;
  private static final double LEAST_SHARE = 0.01;

  /** Of the bins of a number, a range covers at least a fifth: three such still pass some rows. */
  private static final double NARROWEST = 0.2;

  private final SampleTable real;
  private final TableBins bins;
  private final CodedTable coded;
  private final int[] measures;

  private QueryWorkload(SampleTable real, TableBins bins) {
    this.real = real;
    this.bins = bins;
    this.coded = bins.code(real);
    this.measures =
        IntStream.range(0, real.width())
            .filter(c -> real.column(c).measure() == Measure.NUMBER)
            .toArray();
  }

  /**
   * Draws queries.
   *
   * @param real real rows, which decide on conditions and on what is drawn again
   * @param bins the bins in terms of which conditions are
   * @param queries how many; fewer, if chance keeps drawing conditions that hardly a row passes
   * @param seed decides all
   */
  public static List<AggregateQuery> draw(
      SampleTable real, TableBins bins, int queries, long seed) {
    QueryWorkload workload = new QueryWorkload(real, bins);
    return IntStream.range(0, queries)
        .parallel()
        .mapToObj(i -> workload.query(Draw.of(seed, "query " + i), i))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<AggregateQuery> query(Draw draw, int number) {
    for (int i = 0; i < TRIES; i++) {
      AggregateQuery query = candidate(draw, number);
      if (share(query) >= LEAST_SHARE) {
        return Optional.of(query);
      }
    }
    return Optional.empty();
  }

  private AggregateQuery candidate(Draw draw, int number) {
    Aggregate aggregate =
        measures.length == 0 || number % 2 == 0
            ? Aggregate.COUNT
            : number % 4 == 1 ? Aggregate.AVG : Aggregate.SUM;
    int measure = -1;
    if (aggregate != Aggregate.COUNT) {
      measure = measures[below(draw, measures.length)];
    }
    List<Predicate> predicates = new ArrayList<>();
    int wanted = 1 + below(draw, MOST_PREDICATES);
    for (int column : draw.subset(real.width(), wanted)) {
      predicates.add(predicate(draw, column));
    }
    String name = measure < 0 ? "" : real.column(measure).name();
    return new AggregateQuery(aggregate, measure, name, predicates);
  }

  private Predicate predicate(Draw draw, int column) {
    ColumnBins cut = bins.column(column);
    int anchor = real.rows() == 0 ? 0 : coded.code(column, below(draw, real.rows()));
    boolean[] passes = new boolean[cut.size()];
    if (anchor == cut.size() - 1) {
      passes[anchor] = true;
      return new Predicate(column, real.column(column).name() + " is null", passes);
    }
    return cut instanceof NumberBins numbers
        ? range(draw, column, numbers, anchor)
        : labels(draw, column, anchor);
  }

  private Predicate range(Draw draw, int column, NumberBins numbers, int anchor) {
    int values = numbers.size() - 1;
    int wide = (int) Math.ceil(values * (NARROWEST + draw.uniform() * (1 - 2 * NARROWEST)));
    int first = Math.max(0, Math.min(values - wide, anchor - below(draw, wide)));
    int last = Math.min(values - 1, first + wide - 1);
    boolean[] passes = new boolean[numbers.size()];
    Arrays.fill(passes, first, last + 1, true);
    double[] uppers = numbers.uppers();
    List<String> ends = new ArrayList<>();
    String name = real.column(column).name();
    if (first > 0) {
      ends.add(name + " > " + ValueText.of(numbers.measure(), uppers[first - 1]));
    }
    if (last < uppers.length) {
      ends.add(name + " <= " + ValueText.of(numbers.measure(), uppers[last]));
    }
    String text = ends.isEmpty() ? name + " is not null" : String.join(" and ", ends);
    return new Predicate(column, text, passes);
  }

  private Predicate labels(Draw draw, int column, int anchor) {
    TreeSet<Integer> chosen = new TreeSet<>(List.of(anchor));
    int missing = coded.size(column) - 1;
    for (int more = below(draw, MOST_PREDICATES); more > 0; more--) {
      int other = coded.code(column, below(draw, real.rows()));
      if (other != missing) {
        chosen.add(other);
      }
    }
    boolean[] passes = new boolean[coded.size(column)];
    chosen.forEach(code -> passes[code] = true);
    String listed =
        chosen.stream().map(bins.column(column)::label).collect(Collectors.joining(", "));
    return new Predicate(column, real.column(column).name() + " in (" + listed + ")", passes);
  }

  private double share(AggregateQuery query) {
    int[] codes = new int[real.width()];
    long passing = 0;
    for (int row = 0; row < real.rows(); row++) {
      for (int c = 0; c < codes.length; c++) {
        codes[c] = coded.code(c, row);
      }
      passing += query.passes(codes) ? 1 : 0;
    }
    return real.rows() == 0 ? 0 : (double) passing / real.rows();
  }

  private static int below(Draw draw, int bound) {
    return (int) (draw.uniform() * bound);
  }
}

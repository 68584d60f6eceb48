package io.mirrorlake.evaluator.tally;

import io.mirrorlake.evaluator.query.AggregateQuery;
import io.mirrorlake.evaluator.query.Predicate;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The answers to queries, while rows go by. For each code of each column a set of bits says which
 * queries a row with this code may still pass; the intersection over the columns is the queries
 * that it passes, so that a row costs no look at any other query.
 */
final class QueryTally implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] measures;
  private final int[] missingCodes;

  /** The columns that any query has a condition on. */
  private final int[] columns;

  private final int words;

  /** For each of {@link #columns}, the words of its first code, then those of the next. */
  private final long[][] allowed;

  private final long[] passing;
  private final long[] values;
  private final FixedSums sums;

  QueryTally(List<AggregateQuery> queries, int[] missingCodes) {
    this.measures = queries.stream().mapToInt(AggregateQuery::measure).toArray();
    this.missingCodes = missingCodes;
    this.columns =
        queries.stream()
            .flatMap(query -> query.predicates().stream())
            .mapToInt(Predicate::column)
            .distinct()
            .sorted()
            .toArray();
    this.words = (queries.size() + Long.SIZE - 1) / Long.SIZE;
    this.allowed = IntStream.of(columns).mapToObj(c -> allowed(queries, c)).toArray(long[][]::new);
    this.passing = new long[queries.size()];
    this.values = new long[queries.size()];
    this.sums = new FixedSums(queries.size());
  }

  private long[] allowed(List<AggregateQuery> queries, int column) {
    long[] bits = new long[(missingCodes[column] + 1) * words];
    for (int code = 0; code <= missingCodes[column]; code++) {
      for (int q = 0; q < queries.size(); q++) {
        if (mayPass(queries.get(q), column, code)) {
          bits[code * words + q / Long.SIZE] |= 1L << q;
        }
      }
    }
    return bits;
  }

  private static boolean mayPass(AggregateQuery query, int column, int code) {
    return query.predicates().stream()
        .allMatch(predicate -> predicate.column() != column || predicate.passes(code));
  }

  void add(int[] codes, long[] steps) {
    for (int word = 0; word < words; word++) {
      int here = Math.min(Long.SIZE, measures.length - word * Long.SIZE);
      long left = -1L >>> (Long.SIZE - here);
      for (int c = 0; c < columns.length; c++) {
        left &= allowed[c][codes[columns[c]] * words + word];
      }
      while (left != 0) {
        count(word * Long.SIZE + Long.numberOfTrailingZeros(left), codes, steps);
        left &= left - 1;
      }
    }
  }

  private void count(int query, int[] codes, long[] steps) {
    passing[query]++;
    int measure = measures[query];
    if (measure >= 0 && codes[measure] != missingCodes[measure]) {
      values[query]++;
      sums.add(query, steps[measure]);
    }
  }

  void addAll(QueryTally other) {
    Arrays.setAll(passing, q -> passing[q] + other.passing[q]);
    Arrays.setAll(values, q -> values[q] + other.values[q]);
    sums.addAll(other.sums);
  }

  long passing(int query) {
    return passing[query];
  }

  long values(int query) {
    return values[query];
  }

  /** The mean of the measure in steps; NaN without values. */
  double meanSteps(int query) {
    return values[query] == 0 ? Double.NaN : sums.value(query) / values[query];
  }
}

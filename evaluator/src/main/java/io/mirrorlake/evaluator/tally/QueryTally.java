package io.mirrorlake.evaluator.tally;

import io.mirrorlake.evaluator.query.AggregateQuery;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** The answers to queries, while rows go by. */
final class QueryTally implements Serializable {
  private static final long serialVersionUID = 1L;

  private final AggregateQuery[] queries;
  private final int[] missingCodes;
  private final long[] passing;
  private final long[] values;
  private final FixedSums sums;

  QueryTally(List<AggregateQuery> queries, int[] missingCodes) {
    this.queries = queries.toArray(AggregateQuery[]::new);
    this.missingCodes = missingCodes;
    this.passing = new long[queries.size()];
    this.values = new long[queries.size()];
    this.sums = new FixedSums(queries.size());
  }

  void add(int[] codes, long[] steps) {
    for (int q = 0; q < queries.length; q++) {
      if (queries[q].passes(codes)) {
        passing[q]++;
        int measure = queries[q].measure();
        if (measure >= 0 && codes[measure] != missingCodes[measure]) {
          values[q]++;
          sums.add(q, steps[measure]);
        }
      }
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

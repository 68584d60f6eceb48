package io.mirrorlake.evaluator.query;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A query: {@code select aggregate from table where predicate and predicate ...}.
 *
 * @param aggregate what is asked
 * @param measure the place of the number column that is added up or averaged; -1 for a count
 * @param measureName its name; empty for a count
 * @param predicates the conditions, on different columns
 */
public record AggregateQuery(
    Aggregate aggregate, int measure, String measureName, List<Predicate> predicates)
    implements Serializable {
  /** What a query asks. */
  public enum Aggregate {
    /** The number of rows. */
    COUNT,
    /** The mean of the values that are not missing. */
    AVG,
    /** Their sum. */
    SUM
  }

  public AggregateQuery {
    predicates = List.copyOf(predicates);
    if ((aggregate == Aggregate.COUNT) != (measure < 0)) {
      throw new IllegalArgumentException(aggregate + " of column " + measure);
    }
  }

  /** Whether a row with these bins passes all predicates. */
  public boolean passes(int[] codes) {
    for (int i = 0; i < predicates.size(); i++) {
      Predicate predicate = predicates.get(i);
      if (!predicate.passes(codes[predicate.column()])) {
        return false;
      }
    }
    return true;
  }

  /** The query in words of SQL. */
  public String text() {
    String what =
        aggregate == Aggregate.COUNT
            ? "count(*)"
            : aggregate.name().toLowerCase(Locale.ROOT) + "(" + measureName + ")";
    return what
        + " where "
        + predicates.stream().map(Predicate::text).collect(Collectors.joining(" and "));
  }
}

package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Columns of numbers that are multiples of others: whole percentages of an amount, or so many
 * pieces of one price. How many times a column is the other must take far fewer values than the
 * column.
 */
final class MultipleSearch {
  /** There are at most so many different multiples for each different value of the column. */
  private static final double FEWER = 0.5;

  private final List<SampleColumn> numbers;
  private final List<SampleColumn> divisors;
  private final int exceptions;

  private MultipleSearch(List<SampleColumn> columns, List<SampleColumn> borrowed, int exceptions) {
    this.numbers = factors(columns.stream());
    this.divisors = factors(Stream.concat(columns.stream(), borrowed.stream()));
    this.exceptions = exceptions;
  }

  private static List<SampleColumn> factors(Stream<SampleColumn> columns) {
    return columns.filter(ProductSearch::isFactor).toList();
  }

  /**
   * For each of the table's own columns the one that it has the fewest multiples of.
   *
   * @param borrowed columns that own ones may be multiples of, too
   */
  static List<Constraint> multiples(
      List<SampleColumn> columns, List<SampleColumn> borrowed, int exceptions) {
    MultipleSearch search = new MultipleSearch(columns, borrowed, exceptions);
    List<Constraint> found = new ArrayList<>();
    search.numbers.forEach(column -> search.best(column).ifPresent(found::add));
    return found;
  }

  private Optional<Constraint> best(SampleColumn column) {
    Optional<Constraint> best = Optional.empty();
    int fewest = (int) (FEWER * column.distinct()) + 1;
    for (SampleColumn of : divisors) {
      for (int decimals = 0; decimals <= Constraint.Multiple.MAX_DECIMALS; decimals++) {
        int multiples = of.name().equals(column.name()) ? 0 : multiples(column, of, decimals);
        if (multiples > 0 && multiples < fewest && isMeaningful(column, of, decimals)) {
          best = Optional.of(new Constraint.Multiple(column.name(), decimals, of.name()));
          fewest = multiples;
        }
      }
    }
    return best;
  }

  /**
   * How many different multiples of the other column there are; 0 where too many rows are none, or
   * have a value where the other is null or 0, and so tell of no multiple.
   */
  private int multiples(SampleColumn column, SampleColumn of, int decimals) {
    double scale = Math.pow(10, decimals);
    Tolerance tolerance = Tolerance.of(List.of(column));
    Set<Double> seen = new HashSet<>();
    int broken = 0;
    for (int row = 0; row < column.rows() && broken <= exceptions; row++) {
      if (column.isNull(row)) {
        continue;
      }
      if (of.isNull(row)
          || of.number(row) == 0
          || !Quotient.holds(column.number(row), of.number(row), scale, tolerance)) {
        broken++;
      } else {
        seen.add(Quotient.of(column.number(row), of.number(row), scale));
      }
    }
    return broken <= exceptions ? seen.size() : 0;
  }

  private boolean isMeaningful(SampleColumn column, SampleColumn of, int decimals) {
    double scale = Math.pow(10, decimals);
    Tolerance tolerance = Tolerance.of(List.of(column));
    long candidates =
        (long) numbers.size() * divisors.size() * (Constraint.Multiple.MAX_DECIMALS + 1);
    return Significance.isRule(
        List.of(column, of),
        at -> Quotient.holds(column.number(at[0]), of.number(at[1]), scale, tolerance),
        exceptions,
        candidates);
  }
}

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
      // More decimals than are needed give the same multiples, and hold by chance more often.
      int multiples = 0;
      for (int decimals = 0;
          multiples == 0 && decimals <= Constraint.Multiple.MAX_DECIMALS;
          decimals++) {
        Pair pair = new Pair(column, of, Math.pow(10, decimals), Tolerance.ofMultiple(column));
        multiples = pair.multiples(exceptions);
        if (multiples > 0 && multiples < fewest && isMeaningful(pair)) {
          best = Optional.of(new Constraint.Multiple(column.name(), decimals, of.name()));
          fewest = multiples;
        }
      }
    }
    return best;
  }

  private boolean isMeaningful(Pair pair) {
    long candidates =
        (long) numbers.size() * divisors.size() * (Constraint.Multiple.MAX_DECIMALS + 1);
    return Significance.isRule(
        List.of(pair.column, pair.of), at -> pair.holds(at[0], at[1]), exceptions, candidates);
  }

  /** A column, another one that it may be multiples of, and how these are rounded. */
  private record Pair(SampleColumn column, SampleColumn of, double scale, Tolerance tolerance) {
    boolean holds(int row, int ofRow) {
      return Quotient.holds(column.number(row), of.number(ofRow), scale, tolerance);
    }

    /**
     * How many different multiples of the other column there are; 0 where too many rows are none,
     * or have a value where the other is null or 0, and so tell of no multiple.
     */
    int multiples(int exceptions) {
      if (column.name().equals(of.name())) {
        return 0;
      }
      Set<Double> seen = new HashSet<>();
      int broken = 0;
      for (int row = 0; row < column.rows() && broken <= exceptions; row++) {
        if (column.isNull(row)) {
          continue;
        }
        if (of.isNull(row) || of.number(row) == 0 || !holds(row, row)) {
          broken++;
        } else {
          seen.add(Quotient.of(column.number(row), of.number(row), scale));
        }
      }
      return broken <= exceptions ? seen.size() : 0;
    }
  }
}

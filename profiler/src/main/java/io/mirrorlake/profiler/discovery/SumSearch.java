package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.constraint.Term;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Columns that are sums of two or three others: of numbers, or of a point in time and a number of
 * seconds, minutes, hours or days.
 */
final class SumSearch {
  /** Triples of more columns than this take longer than the rest of the search. */
  private static final int COLUMNS_OF_TRIPLES = 120;

  /** And so do quadruples. */
  private static final int COLUMNS_OF_QUADRUPLES = 40;

  /** What is added has to vary by more than rounding could explain. */
  private static final double LEAST_SPREAD = 8;

  /** Microseconds of a day, an hour, a minute, a second, a millisecond and a microsecond. */
  private static final long[] TIMES = {
    86_400_000_000L, 3_600_000_000L, 60_000_000, 1_000_000, 1_000, 1
  };

  /** Days of a week and a day. */
  private static final long[] DATES = {7, 1};

  private final List<Constraint> found = new ArrayList<>();
  private final Set<String> totals = new HashSet<>();
  private final List<SampleColumn> numbers;
  private final int exceptions;
  private long candidates;

  private SumSearch(List<SampleColumn> columns, int exceptions) {
    this.exceptions = exceptions;
    this.numbers =
        columns.stream().filter(column -> column.isNumber() && column.distinct() > 2).toList();
  }

  static List<Constraint> sums(List<SampleColumn> columns, int exceptions) {
    SumSearch search = new SumSearch(columns, exceptions);
    int n = search.numbers.size();
    if (n <= COLUMNS_OF_TRIPLES) {
      search.candidates += (long) n * n * n / 2;
      search.extend(new ArrayList<>(), 0, 3);
    }
    if (n <= COLUMNS_OF_QUADRUPLES) {
      search.candidates += (long) n * n * n * n / 3;
      search.extend(new ArrayList<>(), 0, 4);
    }
    search.times(columns);
    return search.found;
  }

  private void extend(List<SampleColumn> chosen, int from, int size) {
    if (chosen.size() == size) {
      if (chosen.stream().noneMatch(column -> totals.contains(column.name()))) {
        trySigns(chosen);
      }
      return;
    }
    for (int i = from; i < numbers.size(); i++) {
      chosen.add(numbers.get(i));
      extend(chosen, i + 1, size);
      chosen.remove(chosen.size() - 1);
    }
  }

  private void trySigns(List<SampleColumn> columns) {
    int size = columns.size();
    // The first column is positive, and at least one other is not: all positive is no sum.
    for (int bits = 1; bits < 1 << (size - 1); bits++) {
      long[] factors = new long[size];
      factors[0] = 1;
      for (int c = 1; c < size; c++) {
        factors[c] = (bits >> (c - 1) & 1) == 1 ? -1 : 1;
      }
      if (accept(columns, factors, total(factors))) {
        return;
      }
    }
  }

  /** The column that stands alone on its side; the first one, where none does. */
  private static int total(long[] factors) {
    for (int c = 0; c < factors.length; c++) {
      int same = 0;
      for (long factor : factors) {
        same += factor == factors[c] ? 1 : 0;
      }
      if (same == 1) {
        return c;
      }
    }
    return 0;
  }

  private boolean accept(List<SampleColumn> columns, long[] factors, int total) {
    Tolerance tolerance = Tolerance.of(columns);
    if (!Balance.ofZero(factors, tolerance).isRule(columns, exceptions, candidates)
        || !vary(columns, factors, tolerance)) {
      return false;
    }
    found.add(sum(columns, factors, total));
    totals.add(columns.get(total).name());
    return true;
  }

  private static boolean vary(List<SampleColumn> columns, long[] factors, Tolerance tolerance) {
    for (int c = 0; c < factors.length; c++) {
      double[] sorted = columns.get(c).sorted();
      double range = sorted[sorted.length - 1] - sorted[0];
      if (!(range * Math.abs(factors[c]) > LEAST_SPREAD * tolerance.absolute())) {
        return false;
      }
    }
    return true;
  }

  private static Constraint sum(List<SampleColumn> columns, long[] factors, int total) {
    List<Term> terms = new ArrayList<>();
    for (int c = 0; c < factors.length; c++) {
      if (c != total) {
        terms.add(new Term(columns.get(c).name(), -factors[c] * factors[total]));
      }
    }
    terms.sort((a, b) -> Long.compare(Long.signum(b.factor()), Long.signum(a.factor())));
    return new Constraint.Sum(columns.get(total).name(), terms);
  }

  private void times(List<SampleColumn> columns) {
    List<SampleColumn> times =
        columns.stream().filter(column -> column.isTemporal() && column.distinct() > 2).toList();
    candidates += (long) times.size() * times.size() * numbers.size() * TIMES.length;
    for (SampleColumn end : times) {
      for (SampleColumn start : times) {
        if (end != start && end.type().equals(start.type())) {
          numbers.forEach(number -> tryUnits(end, start, number));
        }
      }
    }
  }

  private void tryUnits(SampleColumn end, SampleColumn start, SampleColumn number) {
    boolean days = end.type().kind() == Kind.DATE;
    for (long unit : days ? DATES : TIMES) {
      if (!totals.contains(end.name()) && !totals.contains(start.name())) {
        accept(List.of(end, start, number), new long[] {1, -1, -unit}, 0);
      }
    }
  }
}

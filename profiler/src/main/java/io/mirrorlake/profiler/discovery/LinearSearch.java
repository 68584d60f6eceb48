package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.constraint.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.commons.math3.util.ArithmeticUtils;

/**
 * Columns of numbers that follow from one or two others by rational factors and a constant: other
 * units ({@code fahrenheit * 5 = celsius * 9 + 160}), what is left of a hundred, a year and a month
 * as one number ({@code date * 12 = year * 12 + month - 1}). Factors are those of a regression on a
 * few rows, as fractions with the least denominator that all rows agree with.
 */
final class LinearSearch {
  /** Of fewer values two lines would agree. */
  private static final int LEAST_DISTINCT = 12;

  /** A column that is added to another one may have as few. */
  private static final int LEAST_DISTINCT_INPUT = 4;

  /** Pairs of more columns than this, for each column, take longer than the rest of the search. */
  private static final int COLUMNS_OF_PAIRS = 40;

  /** The rows of a regression: they tell whether there is anything to find. */
  private static final int FEW = 32;

  /** How many times the tolerance a regression on rounded numbers may be off. */
  private static final double ROUGH = 2;

  /** The greatest denominator of factors. */
  private static final int MOST_DIVISOR = 1000;

  /** The most decimals of a constant beside factors with a small denominator. */
  private static final int MOST_DECIMALS = 4;

  /** By how many fractions of denominators up to its own a factor is met by chance at most. */
  private static final double BY_CHANCE = 0.1;

  /** The part of what rounding may change that it changes at least. */
  private static final double LEAST_ROOM = 0.45;

  /** Greater factors and constants are no units of anything. */
  private static final double MOST_FACTOR = 1e15;

  private final List<SampleColumn> numbers;
  private final int exceptions;
  private final Set<String> told = new HashSet<>();
  private final List<Constraint> found = new ArrayList<>();

  private LinearSearch(List<SampleColumn> numbers, int exceptions) {
    this.numbers = numbers;
    this.exceptions = exceptions;
  }

  /**
   * The relations that are found.
   *
   * @param others what was found before; columns that are calculated already are told by that
   */
  static List<Constraint> relations(
      List<SampleColumn> columns, Collection<Constraint> others, int exceptions) {
    LinearSearch search =
        new LinearSearch(
            columns.stream()
                .filter(column -> column.isNumber() && column.distinct() >= LEAST_DISTINCT_INPUT)
                .toList(),
            exceptions);
    others.stream()
        .filter(
            of ->
                of instanceof Constraint.Sum
                    || of instanceof Constraint.Product
                    || of instanceof Constraint.Multiple
                    || of instanceof Constraint.Equal)
        .forEach(of -> search.told.add(of.columns().get(0)));
    search.find();
    return search.found;
  }

  private void find() {
    // The finest is told by others, and of equally fine ones the later.
    List<SampleColumn> totals = new ArrayList<>(numbers);
    Collections.reverse(totals);
    totals.removeIf(column -> column.distinct() < LEAST_DISTINCT);
    totals.sort(Comparator.comparingInt(column -> -column.distinct()));
    int n = numbers.size();
    for (int inputs = 1; inputs <= (n <= COLUMNS_OF_PAIRS ? 2 : 1); inputs++) {
      for (SampleColumn total : totals) {
        if (!told.contains(total.name())) {
          best(total, inputs).ifPresent(this::take);
        }
      }
    }
  }

  private void take(Constraint.Sum sum) {
    found.add(sum);
    told.add(sum.total());
  }

  /** The first relation that tells the column by so many others. */
  private Optional<Constraint.Sum> best(SampleColumn total, int inputs) {
    for (SampleColumn first : numbers) {
      if (first == total || isToldBy(first, total)) {
        continue;
      }
      if (inputs == 1) {
        Optional<Constraint.Sum> sum = relation(List.of(total, first));
        if (sum.isPresent()) {
          return sum;
        }
        continue;
      }
      for (SampleColumn second : numbers.subList(0, numbers.indexOf(first))) {
        if (second != total && !isToldBy(second, total)) {
          Optional<Constraint.Sum> sum = relation(List.of(total, first, second));
          if (sum.isPresent()) {
            return sum;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a relation that was found tells a column by another one. */
  private boolean isToldBy(SampleColumn column, SampleColumn other) {
    return found.stream()
        .map(Constraint::columns)
        .anyMatch(of -> of.get(0).equals(column.name()) && of.contains(other.name()));
  }

  private Optional<Constraint.Sum> relation(List<SampleColumn> columns) {
    Tolerance tolerance = Tolerance.ofRounding(columns.get(0));
    // A few rows rule nearly all out; all together tell the factors by as many more digits.
    return factors(columns, complete(columns, FEW), tolerance)
        .flatMap(rough -> factors(columns, complete(columns, Integer.MAX_VALUE), tolerance))
        .flatMap(factors -> rational(columns, factors, tolerance))
        .filter(sum -> isRule(sum, columns, tolerance));
  }

  /** The first rows without nulls, so many at most. */
  private static int[] complete(List<SampleColumn> columns, int most) {
    return IntStream.range(0, columns.get(0).rows())
        .filter(row -> columns.stream().noneMatch(column -> column.isNull(row)))
        .limit(most)
        .toArray();
  }

  private boolean isRule(Constraint.Sum sum, List<SampleColumn> columns, Tolerance tolerance) {
    long n = numbers.size();
    return Balance.of(sum, tolerance)
        .isRule(columns, exceptions, n * n * (columns.size() == 2 ? 1 : n));
  }

  /** The constant and the factors by regression, if these rows agree with them. */
  private static Optional<double[]> factors(
      List<SampleColumn> columns, int[] rows, Tolerance tolerance) {
    if (rows.length < Significance.LEAST_ROWS) {
      return Optional.empty();
    }
    double[] y = Arrays.stream(rows).mapToDouble(columns.get(0)::number).toArray();
    if (Arrays.stream(y).allMatch(of -> of == y[0])) {
      return Optional.empty();
    }
    double[][] x = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      int row = rows[i];
      x[i] = columns.stream().skip(1).mapToDouble(column -> column.number(row)).toArray();
    }
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    try {
      regression.newSampleData(y, x);
      double[] factors = regression.estimateRegressionParameters();
      double size = Arrays.stream(y).map(Math::abs).max().orElse(0);
      boolean fits =
          Arrays.stream(regression.estimateResiduals())
              .allMatch(off -> tolerance.isMet(0, off / ROUGH, size));
      boolean bounded = Arrays.stream(factors).allMatch(of -> Math.abs(of) < MOST_FACTOR);
      return fits && bounded ? Optional.of(factors) : Optional.empty();
    } catch (SingularMatrixException e) {
      // Columns that do not vary in these rows, or that tell each other: nothing to be found.
      return Optional.empty();
    }
  }

  /**
   * The relation with the least denominator that gives the regression's numbers for all rows, to
   * the last digit or up to rounding.
   *
   * <p>Rounding leaves a factor 2 t / r of room, with the tolerance t and the range r of its input:
   * there are about q^2 times as many fractions with denominators up to q in it. Where these are
   * many, any number is a fraction of that kind.
   */
  private Optional<Constraint.Sum> rational(
      List<SampleColumn> columns, double[] factors, Tolerance tolerance) {
    double room = 0;
    for (SampleColumn input : columns.subList(1, columns.size())) {
      double[] sorted = input.sorted();
      room = Math.max(room, 2 * tolerance.absolute() / (sorted[sorted.length - 1] - sorted[0]));
    }
    for (long divisor = 1; divisor <= MOST_DIVISOR; divisor++) {
      boolean rounds = room * divisor * divisor <= BY_CHANCE;
      for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
        Optional<Constraint.Sum> sum = sum(columns, factors, divisor, decimals);
        if (sum.isPresent()
            && agrees(sum.get(), columns, rounds ? tolerance : tolerance.exact())
            && Balance.varies(sum.get(), columns)) {
          return sum;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Whether all rows but a few agree, and what is rounded is so: up and down, not to one side as
   * the year of a date is.
   */
  private boolean agrees(Constraint.Sum sum, List<SampleColumn> columns, Tolerance tolerance) {
    return Balance.of(sum, tolerance).holds(columns, exceptions)
        && (Balance.of(sum, tolerance.exact()).holds(columns, exceptions)
            || Balance.of(sum, tolerance).room(columns) >= LEAST_ROOM * 2 * tolerance.absolute());
  }

  /**
   * A relation, if it is no other one.
   *
   * @param denominator that of the factors
   * @param decimals how many decimals the constant has beside
   */
  private static Optional<Constraint.Sum> sum(
      List<SampleColumn> columns, double[] factors, long denominator, int decimals) {
    long scale = Math.round(Math.pow(10, decimals));
    long divisor = denominator * scale;
    long constant = Math.round(factors[0] * divisor);
    long common = decimals == 0 ? ArithmeticUtils.gcd(denominator, constant) : denominator;
    List<Term> terms = new ArrayList<>();
    for (int c = 1; c < columns.size(); c++) {
      long factor = Math.round(factors[c] * denominator);
      if (factor == 0) {
        return Optional.empty();
      }
      terms.add(new Term(columns.get(c).name(), factor * scale));
      common = ArithmeticUtils.gcd(common, factor);
    }
    // What has a smaller denominator or fewer decimals was looked at; a copy, rounded, is no sum.
    boolean known = common > 1 || (decimals > 0 && constant % 10 == 0);
    boolean copies = divisor == 1 && constant == 0 && terms.size() == 1;
    boolean bounded =
        Math.abs(constant) < MOST_FACTOR
            && terms.stream().allMatch(term -> Math.abs(term.factor()) < MOST_FACTOR);
    return known || !bounded || (copies && terms.get(0).factor() == 1)
        ? Optional.empty()
        : Optional.of(new Constraint.Sum(columns.get(0).name(), divisor, terms, constant));
  }
}

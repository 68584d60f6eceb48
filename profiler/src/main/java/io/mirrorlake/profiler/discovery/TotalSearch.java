package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.constraint.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.ArithmeticUtils;

/**
 * Columns of numbers that are sums or means of many others: the score of a questionnaire, a year's
 * total of its months.
 *
 * <p>Columns are taken one after the other into a Cholesky decomposition of their covariances. One
 * of which nothing is left is a linear combination of those before, with factors that are unique,
 * as these are independent of each other; it is left out, and listed where the factors are whole
 * numbers over one divisor.
 */
final class TotalSearch {
  /** More columns take longer than the rest of the search. */
  private static final int MOST_COLUMNS = 256;

  /** Rows of the covariances. */
  private static final int MOST_ROWS = 4096;

  /** So many complete rows for each column, that none is told by others for want of rows. */
  private static final int ROWS_PER_COLUMN = 2;

  /** Columns with more nulls leave too few complete rows. */
  private static final double MOST_NULLS = 0.5;

  /** What is left of a column's variance is noise of the calculation below this part of it. */
  private static final double NOTHING = 1e-10;

  /** A factor is a fraction up to this; times the divisor, a whole number up to as much as that. */
  private static final double EXACT = 1e-4;

  /** The same, times the divisor, where factors are told by rounded numbers: rows decide. */
  private static final double ROUNDED = 0.1;

  /** Greater factors and constants are no numbers of anything. */
  private static final double MOST_FACTOR = 1e15;

  /** Means of more are rare. */
  private static final int MOST_DIVISOR = 100;

  private final List<SampleColumn> columns;
  private final int exceptions;
  private final int[] rows;
  private final double[] means;
  private final double[][] covariances;
  private final List<Integer> independent = new ArrayList<>();
  private final double[][] lower;

  private TotalSearch(List<SampleColumn> columns, int[] rows, int exceptions) {
    this.columns = columns;
    this.exceptions = exceptions;
    this.rows = rows;
    this.means = new double[columns.size()];
    this.covariances = new double[columns.size()][columns.size()];
    this.lower = new double[columns.size()][];
    gather();
  }

  /**
   * The totals that are found.
   *
   * @param all what may be added
   * @param others what was found before: sums among it are not looked for again
   */
  static List<Constraint> totals(
      List<SampleColumn> all, Collection<Constraint> others, int exceptions) {
    Set<String> told =
        others.stream()
            .filter(of -> of instanceof Constraint.Sum || of instanceof Constraint.Equal)
            .map(of -> of.columns().get(0))
            .collect(Collectors.toSet());
    List<SampleColumn> columns =
        all.stream()
            .filter(column -> column.isNumber() && column.distinct() > 1)
            .filter(column -> column.nulls() <= MOST_NULLS * column.rows())
            .filter(column -> !told.contains(column.name()))
            .toList();
    int[] rows =
        columns.isEmpty()
            ? new int[0]
            : IntStream.range(0, columns.get(0).rows())
                .filter(row -> columns.stream().allMatch(of -> isFinite(of, row)))
                .limit(MOST_ROWS)
                .toArray();
    boolean enough = rows.length >= ROWS_PER_COLUMN * columns.size() + Significance.LEAST_ROWS;
    return enough && columns.size() <= MOST_COLUMNS
        ? new TotalSearch(columns, rows, exceptions).found()
        : List.of();
  }

  private static boolean isFinite(SampleColumn column, int row) {
    return !column.isNull(row) && Double.isFinite(column.number(row));
  }

  private void gather() {
    int n = columns.size();
    double[][] values = new double[n][rows.length];
    for (int c = 0; c < n; c++) {
      for (int i = 0; i < rows.length; i++) {
        values[c][i] = columns.get(c).number(rows[i]);
        means[c] += values[c][i] / rows.length;
      }
    }
    for (int a = 0; a < n; a++) {
      for (int b = 0; b <= a; b++) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
          sum += (values[a][i] - means[a]) * (values[b][i] - means[b]);
        }
        covariances[a][b] = sum / rows.length;
        covariances[b][a] = covariances[a][b];
      }
    }
  }

  private List<Constraint> found() {
    List<Constraint> found = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      double variance = covariances[column][column];
      double[] row = new double[independent.size() + 1];
      double left = variance;
      for (int i = 0; i < independent.size(); i++) {
        double sum = covariances[column][independent.get(i)];
        for (int k = 0; k < i; k++) {
          sum -= row[k] * lower[i][k];
        }
        row[i] = sum / lower[i][i];
        left -= row[i] * row[i];
      }
      double rounding = Tolerance.of(List.of(columns.get(column))).absolute();
      if (left > Math.max(NOTHING * variance, rounding * rounding)) {
        row[independent.size()] = Math.sqrt(left);
        lower[independent.size()] = row;
        independent.add(column);
      } else if (variance > 0) {
        total(column, factors(row)).ifPresent(found::add);
      }
    }
    return found;
  }

  /** The factors of the independent columns, from the column's row: back substitution. */
  private double[] factors(double[] row) {
    int n = independent.size();
    double[] factors = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      double sum = row[i];
      for (int k = i + 1; k < n; k++) {
        sum -= lower[k][i] * factors[k];
      }
      factors[i] = sum / lower[i][i];
    }
    return factors;
  }

  private Optional<Constraint> total(int column, double[] factors) {
    double left = means[column];
    for (int i = 0; i < factors.length; i++) {
      left -= factors[i] * means[independent.get(i)];
    }
    boolean exact = Tolerance.of(List.of(columns.get(column))).absolute() == 0;
    for (int divisor = 1; divisor <= MOST_DIVISOR; divisor++) {
      double off = exact ? EXACT * divisor : ROUNDED;
      boolean bounded = Math.abs(left * divisor) < MOST_FACTOR;
      if (bounded && isWhole(left * divisor, off) && areWhole(factors, divisor, off)) {
        Optional<Constraint> sum = total(column, factors, divisor, Math.round(left * divisor));
        if (exact || sum.isPresent()) {
          return sum;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean areWhole(double[] factors, int divisor, double off) {
    for (double factor : factors) {
      if (!(Math.abs(factor * divisor) < MOST_FACTOR) || !isWhole(factor * divisor, off)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWhole(double number, double off) {
    return Math.abs(number - Math.rint(number)) <= off;
  }

  /**
   * A column of a relation, whose numbers times the factors and a constant add up to 0.
   *
   * @param place where the column stands among all
   */
  private record Part(int place, SampleColumn column, long factor) {
    double weight() {
      return Math.abs(factor) * Math.sqrt(column.variance());
    }
  }

  /** The relation solved for the column that varies most, as all others may be its parts. */
  private Optional<Constraint> total(int column, double[] factors, int divisor, long constant) {
    List<Part> parts = new ArrayList<>(List.of(new Part(column, columns.get(column), -divisor)));
    long common = ArithmeticUtils.gcd(constant, divisor);
    for (int i = 0; i < factors.length; i++) {
      int place = independent.get(i);
      long factor = Math.round(factors[i] * divisor);
      if (factor != 0) {
        parts.add(new Part(place, columns.get(place), factor));
        common = ArithmeticUtils.gcd(common, factor);
      }
    }
    if (parts.size() < 3) {
      return Optional.empty();
    }
    Part total = Collections.max(parts, Comparator.comparingDouble(Part::weight));
    long scale = -Long.signum(total.factor()) * common;
    parts.remove(total);
    // What is added comes before what is taken off.
    parts.sort(
        Comparator.comparingInt((Part part) -> -Long.signum(part.factor() / scale))
            .thenComparingInt(Part::place));
    Constraint.Sum sum =
        new Constraint.Sum(
            total.column().name(),
            -total.factor() / scale,
            parts.stream()
                .map(part -> new Term(part.column().name(), part.factor() / scale))
                .toList(),
            constant / scale);
    parts.add(0, total);
    return isRule(sum, parts.stream().map(Part::column).toList())
        ? Optional.of(sum)
        : Optional.empty();
  }

  private boolean isRule(Constraint.Sum sum, List<SampleColumn> taking) {
    Tolerance tolerance =
        sum.isPlain() ? Tolerance.of(taking) : Tolerance.ofRounding(taking.get(0));
    boolean makes =
        sum.isWhole()
            ? taking.stream().allMatch(SampleColumn::isPositive)
            : Balance.varies(sum, taking);
    return makes && Balance.of(sum, tolerance).isRule(taking, exceptions, columns.size());
  }
}

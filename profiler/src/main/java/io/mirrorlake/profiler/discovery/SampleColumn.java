package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.StatUtils;

/** One column of the sampled rows. */
final class SampleColumn {
  /** The code of a null. */
  static final int NULL = -1;

  /** Decimals beyond these are the noise of binary numbers. */
  private static final int MAX_DECIMALS = 6;

  /** A scaled number is whole where it is this close to one, relative to its size. */
  private static final double WHOLE = 1e-9;

  /** Decimals of more digits are not whole numbers of 64 bits. */
  private static final int LONG_DIGITS = 18;

  private final Column column;
  private final double[] numbers;
  private final int[] codes;
  private final double[] shares;
  private final int nulls;
  private final int decimals;

  private final List<Object> values;

  private SampleColumn(Column column, double[] numbers, int[] codes, List<Object> values) {
    int distinct = values.size();
    this.column = column;
    this.values = values;
    this.numbers = numbers;
    this.codes = codes;
    this.shares = new double[distinct];
    int missing = 0;
    for (int code : codes) {
      if (code == NULL) {
        missing++;
      } else {
        shares[code]++;
      }
    }
    for (int i = 0; i < distinct; i++) {
      shares[i] /= codes.length;
    }
    this.nulls = missing;
    this.decimals = column.type().kind().isContinuous() ? decimals(numbers) : 0;
  }

  static SampleColumn of(Column column, int position, List<TableRow> rows) {
    boolean isNumber = column.type().kind().isContinuous();
    double[] numbers = new double[rows.size()];
    int[] codes = new int[rows.size()];
    Map<Object, Integer> seen = new LinkedHashMap<>();
    for (int i = 0; i < codes.length; i++) {
      TableRow row = rows.get(i);
      numbers[i] = row.isNull(position) ? Double.NaN : row.number(position);
      Object value = isNumber ? (Object) row.number(position) : row.text(position);
      codes[i] = row.isNull(position) ? NULL : seen.computeIfAbsent(value, any -> seen.size());
    }
    return new SampleColumn(column, numbers, codes, List.copyOf(seen.keySet()));
  }

  String name() {
    return column.name();
  }

  /** Whether it has numbers, and none below 0. */
  boolean isPositive() {
    return isNumber() && Arrays.stream(numbers).noneMatch(number -> number < 0);
  }

  ColumnType type() {
    return column.type();
  }

  /** Whether values are numbers that can be calculated with. */
  boolean isNumber() {
    Kind kind = column.type().kind();
    return kind.isContinuous() && !kind.isTemporal() && column.type().precision() <= LONG_DIGITS;
  }

  boolean isTemporal() {
    return column.type().kind().isTemporal();
  }

  /** Whether the two lie on one line. */
  boolean isComparableTo(SampleColumn other) {
    return (isNumber() && other.isNumber())
        || (isTemporal() && column.type().equals(other.column.type()));
  }

  int rows() {
    return codes.length;
  }

  int nulls() {
    return nulls;
  }

  boolean isNull(int row) {
    return codes[row] == NULL;
  }

  /** How many different values there are. */
  int distinct() {
    return shares.length;
  }

  /** Which of the different values it is, {@link #NULL} for a null. */
  int code(int row) {
    return codes[row];
  }

  /** The share of a value in all rows. */
  double share(int code) {
    return shares[code];
  }

  /** Whether a row has the same value here as in the other column, or a null in both. */
  boolean agreesWith(SampleColumn other, int row) {
    return (isNull(row) || other.isNull(row))
        ? (isNull(row) && other.isNull(row))
        : values.get(codes[row]).equals(other.values.get(other.codes[row]));
  }

  /** How many rows have not the value that most have. */
  int unusual() {
    double most = Arrays.stream(shares).max().orElse(0);
    return (int) Math.round((1 - most) * codes.length);
  }

  double number(int row) {
    return numbers[row];
  }

  /** The values that are not null, in rising order. */
  double[] sorted() {
    return Arrays.stream(numbers).filter(number -> !Double.isNaN(number)).sorted().toArray();
  }

  /** The variance of the finite values. */
  double variance() {
    return StatUtils.populationVariance(Arrays.stream(numbers).filter(Double::isFinite).toArray());
  }

  /** The distance between the 10th and the 90th percentile. */
  double spread() {
    return spread(sorted());
  }

  /** The distance between the 10th and the 90th percentile of sorted numbers. */
  static double spread(double[] sorted) {
    int last = sorted.length - 1;
    return last < 0 ? 0 : sorted[(int) (0.9 * last)] - sorted[(int) (0.1 * last)];
  }

  /** How many decimals the values have; negative for more than can be told from noise. */
  int decimals() {
    return decimals;
  }

  private static int decimals(double[] numbers) {
    double scale = 1;
    for (int d = 0; d <= MAX_DECIMALS; d++) {
      if (areWhole(numbers, scale)) {
        return d;
      }
      scale *= 10;
    }
    return -1;
  }

  private static boolean areWhole(double[] numbers, double scale) {
    for (double number : numbers) {
      double x = number * scale;
      if (Double.isFinite(x) && Math.abs(x - Math.rint(x)) > WHOLE * Math.max(1, Math.abs(x))) {
        return false;
      }
    }
    return true;
  }
}

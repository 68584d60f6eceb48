package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.dayofmonth;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;

import io.mirrorlake.profiler.key.KeyDigit;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The axis that a part of a composite key runs along: the different values of a column of numbers
 * or points in time as whole numbers of its unit, the coarsest grid they lie on, and where it
 * begins and ends. A few values off the grid or far out change neither.
 */
final class KeyAxis {
  private static final long SECOND = 1_000_000;

  private static final long MINUTE = 60 * SECOND;

  private static final long HOUR = 60 * MINUTE;

  private static final long DAY = 24 * HOUR;

  private static final int WEEK = 7;

  private static final int MONTHS = 12;

  private static final int EPOCH_YEAR = 1970;

  /** Of fewer values none may be off the grid. */
  private static final int VALUES_PER_EXCEPTION = 20;

  /** Longer lists are not looked up for every row. */
  private static final int MOST_TEXTS = 1024;

  /** Longer axes hardly decide anything, as few rows lie at each place. */
  private static final int MOST_NUMBERS = 65_536;

  /** Steps of moments, coarse ones first. */
  private static final List<Long> MOMENTS =
      List.of(DAY, HOUR, 30 * MINUTE, 15 * MINUTE, 10 * MINUTE, 5 * MINUTE, MINUTE, SECOND, 1000L);

  private final ColumnType type;
  private final long minimumUnits;
  private final Dataset<Row> values;
  private final long count;

  private KeyAxis(ColumnType type, long minimumUnits, Dataset<Row> values) {
    this.type = type;
    this.minimumUnits = minimumUnits;
    this.values = values;
    this.count = values.count();
  }

  /** The axis of a column without nulls. */
  static KeyAxis of(Dataset<Row> rows, String name, ColumnType type, int minimumUnits) {
    Dataset<Row> values =
        rows.select(named(name).as("?value"), unit(named(name), type).as("?unit"))
            .where(named("?unit").isNotNull())
            .distinct()
            .localCheckpoint(true);
    return new KeyAxis(type, minimumUnits, values);
  }

  /** Whether a column of this type has an axis. */
  static boolean has(ColumnType type) {
    return type.kind().isInteger() || type.kind().isTemporal() || type.kind() == Kind.DECIMAL;
  }

  private static Column unit(Column value, ColumnType type) {
    return switch (type.kind()) {
      case DATE -> unix_date(value).cast("bigint");
      case TIMESTAMP, TIMESTAMP_NTZ -> unix_micros(value.cast("timestamp"));
      case DECIMAL ->
          value
              .cast("decimal(38," + type.scale() + ")")
              .multiply(lit(BigDecimal.ONE.scaleByPowerOfTen(type.scale())))
              .cast("bigint");
      default -> value.cast("bigint");
    };
  }

  /** Whether a part of a key has several values, and few enough to be looked up. */
  static boolean isTelling(KeyDigit digit) {
    return digit.size() > 1
        && digit.size() <= (digit instanceof KeyDigit.Texts ? MOST_TEXTS : MOST_NUMBERS);
  }

  /** The place of a value among those that a part of a key takes; the nearest if it is none. */
  static Column place(Column value, ColumnType type, KeyDigit digit) {
    Column place;
    if (digit instanceof KeyDigit.Texts texts) {
      Column values = lit(texts.values().toArray(String[]::new));
      place = array_position(values, value.cast("string")).minus(1);
    } else if (digit instanceof KeyDigit.Months months) {
      place = floor(month(value).minus(months.start()).divide(months.step()));
    } else {
      KeyDigit.Numbers numbers = (KeyDigit.Numbers) digit;
      place = floor(unit(value, type).minus(numbers.start()).divide(numbers.step()));
    }
    return least(greatest(place, lit(0)), lit(digit.size() - 1)).cast("int");
  }

  /** The months since January 1970 at a date. */
  private static Column month(Column date) {
    return functions
        .year(date)
        .multiply(MONTHS)
        .plus(functions.month(date))
        .minus(lit(EPOCH_YEAR * MONTHS + 1));
  }

  /** The distance of neighbours on the grid, in units. */
  long step() {
    return grid()[0];
  }

  /**
   * The part of a key that runs along the axis.
   *
   * @param most how many values it may have; a longer axis becomes coarser
   */
  KeyDigit digit(long most) {
    if (type.kind() == Kind.DATE && count > 1) {
      Column date = named("?value");
      if (isExceptional(count_if(dayofmonth(date).notEqual(lit(1))))) {
        return months(false);
      }
      if (isExceptional(count_if(last_day(date).notEqual(date)))) {
        return months(true);
      }
    }
    long[] grid = grid();
    long low = end(true);
    long first = low - Math.floorMod(low - grid[1], grid[0]);
    long size = (end(false) - first) / grid[0] + 1;
    long times = (size + most - 1) / most;
    return new KeyDigit.Numbers(first, grid[0] * times, (size + times - 1) / times);
  }

  private KeyDigit months(boolean end) {
    // Months differ in length: the middle of one does not slip into the next.
    long first = KeyDigit.Months.month(LocalDate.ofEpochDay(end(true) + (end ? -2 : 2)));
    long last = KeyDigit.Months.month(LocalDate.ofEpochDay(end(false) + (end ? -2 : 2)));
    return new KeyDigit.Months(first, 1, last - first + 1, end);
  }

  /**
   * Where the axis begins or ends: as many values further than the k-th outermost as lie beyond it,
   * at the distance that the next k have. So an axis without gaps keeps its ends, and a single
   * value far out does not show.
   */
  private long end(boolean least) {
    long outer = Math.max(1, Math.min(minimumUnits, count / 2));
    Column order = least ? named("?unit").asc() : named("?unit").desc();
    List<Row> outermost =
        values.select(named("?unit")).orderBy(order).limit((int) (2 * outer)).collectAsList();
    long kth = outermost.get((int) outer - 1).getLong(0);
    long further = outermost.get(outermost.size() - 1).getLong(0);
    double distance = (double) (kth - further) / Math.max(1, outermost.size() - outer);
    return kth + Math.round(distance * (outer - 1));
  }

  private boolean isExceptional(Column counted) {
    return values.agg(counted).head().getLong(0) <= exceptions();
  }

  private long exceptions() {
    return Math.min(minimumUnits - 1, count / VALUES_PER_EXCEPTION);
  }

  /** The coarsest step, and what all values leave when they are divided by it. */
  private long[] grid() {
    List<long[]> grids = new ArrayList<>();
    if (type.kind() == Kind.DATE) {
      LongStream.range(0, WEEK).forEach(rest -> grids.add(new long[] {WEEK, rest}));
    } else if (type.kind().isTemporal()) {
      MOMENTS.forEach(step -> grids.add(new long[] {step, 0}));
    } else if (type.kind() == Kind.DECIMAL) {
      for (int digit = type.scale(); digit > 0; digit--) {
        grids.add(new long[] {BigDecimal.ONE.scaleByPowerOfTen(digit).longValue(), 0});
      }
    }
    if (grids.isEmpty()) {
      return new long[] {1, 0};
    }
    Column[] off =
        grids.stream()
            .map(g -> count_if(pmod(named("?unit"), lit(g[0])).notEqual(lit(g[1]))))
            .toArray(Column[]::new);
    Row counts = values.agg(off[0], Stream.of(off).skip(1).toArray(Column[]::new)).head();
    for (int i = 0; i < off.length; i++) {
      if (count > 1 && counts.getLong(i) <= exceptions()) {
        return grids.get(i);
      }
    }
    return new long[] {1, 0};
  }
}

package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static org.apache.spark.sql.functions.approx_percentile;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.dayofmonth;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.disclosure.SecretRounding;
import io.mirrorlake.profiler.key.CalendarPart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.TimestampNTZType;

/**
 * What of the calendar the events of families keep to. Gaps forget it: who orders on working days
 * alone, ten days apart, orders on Sundays too if nothing else is known.
 *
 * <p>A part of the calendar counts where its distribution differs from that of an even spread over
 * the same time by a divergence (Kullback and Leibler 1951) of {@link #LEAST_NATS} at least, and of
 * several times what chance makes of as many families.
 */
final class EventRhythm {
  /** A working week of five days even in part: 0.34 nats if kept to, 0.03 by two rows in five. */
  private static final double LEAST_NATS = 0.03;

  /** Of B parts, N independent events show a divergence of (B - 1) / 2 N nats by chance. */
  private static final double CHANCE = 4;

  /** Over less time, a part is where the data are from, and no habit. */
  private static final double LEAST_PERIODS = 4;

  /** Where gaps are less than a part's period by more, moving an event would undo them. */
  private static final double LEAST_GAP = 0.1;

  private static final double HOURS_OF_DAY = 24;
  private static final double MICROSECONDS_OF_HOUR = 3_600_000_000.0;

  private final Dataset<Row> rows;
  private final String name;
  private final DataType type;
  private final Column unit;

  /**
   * @param rows the rows with the hidden column of gaps
   * @param name the column of dates or moments
   * @param unit the column that tells families apart
   */
  EventRhythm(Dataset<Row> rows, String name, String unit) {
    this.rows = rows;
    this.name = name;
    this.type = rows.schema().apply(name).dataType();
    this.unit = named(unit);
  }

  /** The part that events keep to most, if they keep to any. */
  Optional<CalendarPart> find(ColumnRule rule) {
    Row facts =
        rows.agg(
                approx_percentile(hours(), lit(0.01), lit(1_000)).cast("double"),
                approx_percentile(hours(), lit(0.99), lit(1_000)).cast("double"),
                approx_percentile(named("#gap." + name), lit(0.5), lit(1_000)).cast("double"),
                countDistinct(unit))
            .head();
    if (facts.isNullAt(2) || facts.getLong(3) < rule.threshold()) {
      return Optional.empty();
    }
    double span = facts.getDouble(1) - facts.getDouble(0);
    double gap =
        type instanceof DateType
            ? facts.getDouble(2) * HOURS_OF_DAY
            : facts.getDouble(2) / MICROSECONDS_OF_HOUR;
    Optional<CalendarPart> best = Optional.empty();
    double most = 0;
    for (CalendarPart part : parts(span, gap, rule.rounding())) {
      double nats = excess(part, facts.getLong(3), rule);
      if (nats > most) {
        most = nats;
        best = Optional.of(part);
      }
    }
    return best;
  }

  private List<CalendarPart> parts(double span, double gap, SecretRounding rounding) {
    List<CalendarPart> parts = new ArrayList<>();
    for (CalendarPart part : CalendarPart.values()) {
      double period = hours(part);
      boolean told = !part.isOfHours() || !(type instanceof DateType);
      double leastSpan = rounding.limit(LEAST_PERIODS, 1.2 * LEAST_PERIODS, "span") * period;
      double leastGap = rounding.limit(LEAST_GAP, 1.2 * LEAST_GAP, "gap") * period;
      if (told && span >= leastSpan && gap >= leastGap) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static double hours(CalendarPart part) {
    int parts = part.greatest() - part.least() + 1;
    return part.isOfHours() ? parts : HOURS_OF_DAY * parts;
  }

  /** By how much the divergence is beyond what counts as none; not positive where it is not. */
  private double excess(CalendarPart part, long units, ColumnRule rule) {
    Map<Integer, Long> counts = new HashMap<>();
    rows.groupBy(of(part)).agg(count(lit(1)), countDistinct(unit)).collectAsList().stream()
        .filter(row -> row.getLong(2) >= rule.threshold())
        .forEach(row -> counts.put(row.getInt(0), row.getLong(1)));
    if (counts.size() < 2) {
      // Midnight alone, but for a few: points in time that are days, which gaps know.
      return 0;
    }
    double all = counts.values().stream().mapToLong(Long::longValue).sum();
    double nats = 0;
    for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
      double share = entry.getValue() / all;
      nats += share * Math.log(share / even(part, entry.getKey()));
    }
    SecretRounding rounding = rule.rounding();
    double chance = CHANCE * (part.greatest() - part.least()) / (2.0 * units);
    double least = Math.max(LEAST_NATS, chance);
    return nats - rounding.limit(least, 1.5 * least, "calendar " + part.label());
  }

  /** The share of a part where events are spread evenly over years. */
  private static double even(CalendarPart part, int value) {
    if (part != CalendarPart.DAY) {
      return 1.0 / (part.greatest() - part.least() + 1);
    }
    // Of 48 months 11 x 4 have more than 29 days, 7 x 4 have 31, one has 29; the last day counts as
    // such.
    double months = value == 0 || value < 28 ? 48 : value == 28 ? 45 : value == 29 ? 44 : 28;
    return months / 1461;
  }

  /** The rows with the part that each event keeps to, as a hidden column of this name. */
  Dataset<Row> with(CalendarPart part, String hidden) {
    return rows.withColumn(hidden, of(part));
  }

  private Column of(CalendarPart part) {
    if (part == CalendarPart.HOUR) {
      return pmod(floor(hours()), lit((long) HOURS_OF_DAY)).cast("int");
    }
    Column days = floor(hours().divide(HOURS_OF_DAY)).cast("int");
    if (part == CalendarPart.WEEKDAY) {
      return pmod(days.plus(3), lit(7)).plus(1).cast("int");
    }
    Column day = date_add(lit(LocalDate.EPOCH), days);
    return when(day.equalTo(last_day(day)), lit(0)).otherwise(dayofmonth(day));
  }

  /** Hours since 1970-01-01, by UTC. */
  private Column hours() {
    Column own = named(name);
    if (type instanceof DateType) {
      return unix_date(own).multiply(HOURS_OF_DAY);
    }
    // What has no time zone must not be read in that of the session.
    return type instanceof TimestampNTZType
        ? unix_date(own.cast("date")).multiply(HOURS_OF_DAY).plus(hour(own))
        : unix_micros(own).divide(MICROSECONDS_OF_HOUR);
  }
}

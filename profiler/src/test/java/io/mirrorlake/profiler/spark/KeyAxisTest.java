package io.mirrorlake.profiler.spark;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.key.KeyDigit;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Axes of days, weeks, months, hours, cents and whole numbers, with and without exceptions. */
final class KeyAxisTest {
  private static final long MANY = 1L << 60;

  private static KeyDigit digit(String expression, int rows, ColumnType type, long most) {
    String query = "SELECT " + expression + " AS v FROM range(" + rows + ")";
    return KeyAxis.of(SharedSession.session().sql(query), "v", type, 10).digit(most);
  }

  private static KeyDigit dates(String expression, int rows) {
    return digit(expression, rows, ColumnType.of(Kind.DATE), MANY);
  }

  private static long day(String date) {
    return LocalDate.parse(date).toEpochDay();
  }

  @Test
  void daysWeeksAndMonths() {
    assertThat(dates("date_add(date'2013-01-01', cast(id % 365 AS int))", 1000))
        .isEqualTo(new KeyDigit.Numbers(day("2013-01-01"), 1, 365));
    assertThat(dates("date_add(date'2013-01-02', cast(7 * id AS int))", 52))
        .isEqualTo(new KeyDigit.Numbers(day("2013-01-02"), 7, 52));
    assertThat(dates("add_months(date'1997-01-01', cast(id AS int))", 24))
        .isEqualTo(new KeyDigit.Months(27 * 12, 1, 24, false));
    assertThat(dates("last_day(add_months(date'1969-11-01', cast(id AS int)))", 36))
        .isEqualTo(new KeyDigit.Months(-2, 1, 36, true));
  }

  @Test
  void momentsNumbersAndDecimals() {
    assertThat(
            digit(
                "timestampadd(HOUR, id, timestamp_ntz'2013-01-01 00:00:00')",
                8760,
                ColumnType.of(Kind.TIMESTAMP_NTZ),
                MANY))
        .isEqualTo(new KeyDigit.Numbers(day("2013-01-01") * 86_400_000_000L, 3_600_000_000L, 8760));
    assertThat(digit("cast(id * 0.25 AS decimal(8,2))", 40, ColumnType.decimal(8, 2), MANY))
        .isEqualTo(new KeyDigit.Numbers(0, 1, 976));
    assertThat(digit("cast(id * 10 AS decimal(8,2))", 40, ColumnType.decimal(8, 2), MANY))
        .isEqualTo(new KeyDigit.Numbers(0, 100, 391));
    assertThat(digit("cast(id + 3 AS int)", 12, ColumnType.of(Kind.INT), MANY))
        .isEqualTo(new KeyDigit.Numbers(3, 1, 12));
  }

  /** Each value has its own place, and what is no value of the axis the place before it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DATE | date_add(date'2013-01-02', cast(7 * id AS int))",
        "DATE | add_months(date'1969-03-01', cast(id AS int))",
        "DATE | last_day(add_months(date'1969-11-01', cast(id AS int)))",
        "TIMESTAMP_NTZ | timestampadd(HOUR, id, timestamp_ntz'1969-12-31 12:00:00')",
        "INT | cast(id - 3 AS int)"
      })
  void placesOfValues(Kind kind, String expression) {
    ColumnType type = ColumnType.of(kind);
    Dataset<Row> rows =
        SharedSession.session().sql("SELECT id, " + expression + " AS v FROM range(40)");
    KeyDigit digit = KeyAxis.of(rows, "v", type, 10).digit(MANY);

    assertThat(digit.size()).isEqualTo(40);
    assertThat(rows.where(KeyAxis.place(col("v"), type, digit).notEqual(col("id"))).count())
        .isZero();
  }

  @Test
  void placesOfCentsAndOfListedTexts() {
    Dataset<Row> rows =
        SharedSession.session()
            .sql(
                "SELECT cast(id * 0.25 AS decimal(8,2)) AS cents, concat('A', id) AS code"
                    + " FROM range(4)");
    Column cents =
        KeyAxis.place(col("cents"), ColumnType.decimal(8, 2), new KeyDigit.Numbers(0, 10, 6));
    Column codes =
        KeyAxis.place(
            col("code"), ColumnType.of(Kind.STRING), new KeyDigit.Texts(List.of("A2", "A0", "A1")));

    assertThat(rows.select(cents).as(Encoders.INT()).collectAsList()).containsExactly(0, 2, 5, 5);
    assertThat(rows.select(codes).as(Encoders.INT()).collectAsList()).containsExactly(1, 2, 0, 0);
  }

  /** A value far out moves no end, one off the grid no step; a long axis becomes coarser. */
  @Test
  void fewExceptionsDoNotShow() {
    KeyDigit hours =
        digit(
            "CASE WHEN id = 7 THEN timestamp_ntz'1960-05-05 12:34:56'"
                + " ELSE timestampadd(HOUR, id, timestamp_ntz'2013-01-01 00:00:00') END",
            8760,
            ColumnType.of(Kind.TIMESTAMP_NTZ),
            MANY);
    assertThat(hours)
        .isInstanceOfSatisfying(
            KeyDigit.Numbers.class,
            axis -> {
              assertThat(axis.step()).isEqualTo(3_600_000_000L);
              assertThat(axis.size()).isBetween(8750L, 8775L);
            });
    assertThat(digit("id", 1000, ColumnType.of(Kind.BIGINT), 100))
        .isEqualTo(new KeyDigit.Numbers(0, 10, 100));
  }
}

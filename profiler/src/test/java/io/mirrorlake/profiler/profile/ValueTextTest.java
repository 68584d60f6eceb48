package io.mirrorlake.profiler.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.UserException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValueTextTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @CsvSource({
    "int, 5, 5",
    "int, -0.5, -0.5",
    "bigint, 1e15, 1000000000000000",
    "bigint, 9223372036854775808, 9223372036854776000",
    "double, 0.1, 0.1",
    "double, 0.30000000000000004, 0.30000000000000004",
    "double, 2e-3, 0.002",
    "double, 1e-7, 1E-7",
    "double, 2e23, 2E+23",
    "double, -0.0, -0.0",
    "double, 4.9e-324, 4.94065645841247E-324",
    "double, NaN, '\"NaN\"'",
    "double, -Infinity, '\"-Infinity\"'",
    "'decimal(10,2)', 12.3, 12.30",
    "'decimal(10,2)', 12.345, 12.345",
    "'decimal(10,2)', 0, 0.00",
    "'decimal(38,18)', 12.3, 12.3",
    "date, 0, '\"1970-01-01\"'",
    "date, -719162, '\"0001-01-01\"'",
    "date, -719163, -719163",
    "date, 2932896, '\"9999-12-31\"'",
    "date, 2932897, 2932897",
    "date, 0.5, 0.5",
    "timestamp, 0, '\"1970-01-01T00:00:00Z\"'",
    "timestamp, -1, '\"1969-12-31T23:59:59.999999Z\"'",
    "timestamp, 1709210096789012, '\"2024-02-29T12:34:56.789012Z\"'",
    "timestamp, -62135596800000000, '\"0001-01-01T00:00:00Z\"'",
    "timestamp, 1e300, 1E+300",
    "interval year to month, 14, '\"P1Y2M\"'",
    "interval year to month, -14, '\"P-1Y-2M\"'",
    "interval year, 24, '\"P2Y\"'",
    "interval month, 1e10, 10000000000",
    "interval day to second, 93600500000, '\"PT26H0.5S\"'",
    "interval day to second, -1, '\"PT-0.000001S\"'",
    "interval day to second, 0.5, 0.5",
    "timestamp_ntz, 0, '\"1970-01-01T00:00:00\"'",
    "timestamp_ntz, 1709210096789012, '\"2024-02-29T12:34:56.789012\"'",
  })
  void writesAndReadsBack(String ddl, double value, String json) throws JsonProcessingException {
    ColumnType type = ColumnType.ofDdl(ddl).orElseThrow();
    assertThat(JsonText.line(ValueText.write(value, type))).isEqualTo(json);
    assertThat(read(json, type)).isEqualTo(Double.valueOf(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "double",
        "bigint",
        "decimal(10,4)",
        "date",
        "timestamp",
        "timestamp_ntz",
        "interval month",
        "interval day to second"
      })
  void readsBackEveryDouble(String ddl) throws JsonProcessingException {
    ColumnType type = ColumnType.ofDdl(ddl).orElseThrow();
    SplittableRandom random = new SplittableRandom(20261122);
    for (int i = 0; i < 2000; i++) {
      double anyBits = Double.longBitsToDouble(random.nextLong());
      double whole = Math.rint(random.nextDouble(-1e16, 1e16));
      double cents = Math.rint(random.nextDouble(-1e7, 1e7)) / 100;
      for (double value : new double[] {anyBits, whole, cents}) {
        assertThat(read(JsonText.line(ValueText.write(value, type)), type))
            .isEqualTo(Double.valueOf(value));
      }
    }
  }

  @Test
  void numbersAreNeverLongerThanJavasOwn() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 2000; i++) {
      double value = random.nextDouble();
      assertThat(digits(JsonText.line(ValueText.number(value))))
          .isLessThanOrEqualTo(digits(Double.toString(value)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "date, 2023-02-29",
    "date, 2023-02-28T00:00:00Z",
    "timestamp, 2023-02-28T00:00:00",
    "timestamp, 2023-02-28T00:00:00.1234567Z",
    "timestamp, +1000000000-12-31T23:59:59Z",
    "timestamp_ntz, 2023-02-28",
    "interval year to month, P1Y2M3D",
    "interval year to month, PT5S",
    "interval day to second, P1M",
    "interval day to second, PT0.0000001S",
    "int, 5"
  })
  void refusesOtherTexts(String ddl, String text) {
    String found = "found \"" + text + "\"";
    assertThatThrownBy(() -> read("\"" + text + "\"", ColumnType.ofDdl(ddl).orElseThrow()))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("profile p.json at $: expected a")
        .hasMessageContaining(found);
  }

  private static double read(String json, ColumnType type) throws JsonProcessingException {
    return ValueText.read(JsonCursor.root(MAPPER.readTree(json), "p.json"), type);
  }

  private static long digits(String number) {
    String mantissa = number.replaceFirst("E.*", "").replaceFirst("^0\\.0*", "");
    return mantissa.chars().filter(Character::isDigit).count();
  }
}

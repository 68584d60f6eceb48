package io.mirrorlake.profiler.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ColumnTypeTest {

  @ParameterizedTest
  @EnumSource(
      names = {"DECIMAL", "CHAR", "VARCHAR"},
      mode = EnumSource.Mode.EXCLUDE)
  void everyKindHasADdlThatNamesIt(Kind kind) {
    ColumnType type = ColumnType.of(kind);
    assertThat(ColumnType.ofDdl(type.ddl())).contains(type);
    assertThat(type).hasToString(type.ddl());
  }

  @Test
  void decimalsKeepTheirDigits() {
    assertThat(ColumnType.decimal(10, 2).ddl()).isEqualTo("decimal(10,2)");
    assertThat(ColumnType.ofDdl(" DECIMAL( 38 , 38 ) ")).contains(ColumnType.decimal(38, 38));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "binary",
        "char(3)",
        "varchar(100000)",
        "interval year to month",
        "interval month",
        "interval day to second",
        "interval hour to minute",
        "interval second"
      })
  void parametersComeBack(String ddl) {
    assertThat(ColumnType.ofDdl(ddl.toUpperCase(Locale.ROOT)).orElseThrow().ddl()).isEqualTo(ddl);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "variant",
        "decimal",
        "char",
        "char(0)",
        "varchar(2,1)",
        "decimal(5)",
        "interval",
        "interval day to year",
        "interval second to day",
        "year_month_interval",
        "decimal(39,2)",
        "decimal(2,3)",
        "decimal(0,0)",
        "decimal(-1,0)",
        "decimal(99999999999,2)",
        "array<int>",
        "int int"
      })
  void otherTypesAreNone(String ddl) {
    assertThat(ColumnType.ofDdl(ddl)).isEmpty();
  }

  @Test
  void refusesImpossibleDigits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ColumnType.decimal(39, 0))
        .withMessage("decimal(39,0) is not a decimal type");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ColumnType(Kind.INT, 3, 0))
        .withMessage("int(3,0) is not a type");
  }

  @Test
  void familiesOfKinds() {
    assertThat(Kind.values())
        .filteredOn(Kind::isInteger)
        .containsExactly(Kind.TINYINT, Kind.SMALLINT, Kind.INT, Kind.BIGINT);
    assertThat(Kind.values()).filteredOn(Kind::isFloating).containsExactly(Kind.FLOAT, Kind.DOUBLE);
    assertThat(Kind.values())
        .filteredOn(Kind::isTemporal)
        .containsExactly(Kind.DATE, Kind.TIMESTAMP, Kind.TIMESTAMP_NTZ);
    assertThat(Kind.values())
        .filteredOn(kind -> !kind.isContinuous())
        .containsExactly(Kind.BOOLEAN, Kind.STRING, Kind.CHAR, Kind.VARCHAR, Kind.BINARY);
    assertThat(Kind.values())
        .filteredOn(Kind::isInterval)
        .containsExactly(Kind.YEAR_MONTH_INTERVAL, Kind.DAY_TIME_INTERVAL);
  }

  @Test
  void columnsNeedAName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Column(" ", ColumnType.of(Kind.INT), false))
        .withMessage("a column needs a name");
  }
}

package io.mirrorlake.jobs.sink;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.jobs.TestSession;
import io.mirrorlake.jobs.configuration.OutputFormat;
import io.mirrorlake.jobs.configuration.OutputMode;
import io.mirrorlake.jobs.configuration.SinkConfiguration;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableOutputTest {
  private static final SparkSession SPARK = TestSession.spark();

  @TempDir private Path folder;

  private void write(Dataset<Row> rows, OutputFormat format, OutputMode mode) {
    try (TableOutput output = TableOutput.prepare(sink(format, mode), SPARK)) {
      output.write(rows);
    }
  }

  private SinkConfiguration sink(OutputFormat format, OutputMode mode) {
    return new SinkConfiguration(folder.resolve("table").toString(), format, mode, Map.of());
  }

  private Dataset<Row> read(OutputFormat format) {
    return SPARK
        .read()
        .format(format.sparkName())
        .option("header", true)
        .load(folder.resolve("table").toString());
  }

  private static Dataset<Row> rows(int count) {
    return SPARK.range(count).select(col("id"), expr("concat('name ', id)").as("name"));
  }

  /**
   * Rows of which the last one cannot be computed; in one partition, because the failure of one
   * task is reported before the others have stopped writing.
   */
  private static Dataset<Row> failing() {
    return SPARK
        .range(0, 1000, 1, 1)
        .select(
            col("id"),
            expr("if(id = 999, raise_error('no row 999'), concat('name ', id))")
                .cast("string")
                .as("name"));
  }

  @ParameterizedTest
  @EnumSource(OutputFormat.class)
  void everyFormatIsWrittenAndReplaced(OutputFormat format) throws IOException {
    write(rows(10), format, OutputMode.ERROR_IF_EXISTS);
    assertThat(read(format).count()).isEqualTo(10);
    write(rows(7), format, OutputMode.OVERWRITE);
    assertThat(read(format).count()).isEqualTo(7);
    assertThat(siblings()).containsExactly("table");
  }

  @ParameterizedTest
  @EnumSource(OutputFormat.class)
  void anExistingTableIsRefusedBeforeAnyWork(OutputFormat format) {
    write(rows(3), format, OutputMode.ERROR_IF_EXISTS);
    assertThatThrownBy(() -> TableOutput.prepare(sink(format, OutputMode.ERROR_IF_EXISTS), SPARK))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.OUTPUT))
        .hasMessageContaining("the output " + folder.resolve("table") + " already exists");
  }

  @ParameterizedTest
  @EnumSource(OutputFormat.class)
  void aWriteThatFailsKeepsTheOldTable(OutputFormat format) throws IOException {
    write(rows(3), format, OutputMode.ERROR_IF_EXISTS);
    assertThatThrownBy(() -> write(failing(), format, OutputMode.OVERWRITE))
        .hasStackTraceContaining("no row 999");
    assertThat(read(format).count()).isEqualTo(3);
    assertThat(siblings()).containsExactly("table");
  }

  @ParameterizedTest
  @EnumSource(OutputFormat.class)
  void aFirstWriteThatFailsLeavesNothing(OutputFormat format) throws IOException {
    assertThatThrownBy(() -> write(failing(), format, OutputMode.ERROR_IF_EXISTS))
        .hasStackTraceContaining("no row 999");
    assertThat(siblings()).isEmpty();
  }

  @Test
  void rowsAreAppendedToADeltaTable() {
    write(rows(3), OutputFormat.DELTA, OutputMode.APPEND);
    write(rows(4), OutputFormat.DELTA, OutputMode.APPEND);
    assertThat(read(OutputFormat.DELTA).count()).isEqualTo(7);
  }

  @Test
  void otherColumnsAreNotAppended() {
    write(rows(3), OutputFormat.DELTA, OutputMode.ERROR_IF_EXISTS);
    assertThatThrownBy(() -> write(rows(3).drop("name"), OutputFormat.DELTA, OutputMode.APPEND))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(
            "has the columns id BIGINT,name STRING, but the rows to append have id BIGINT");
  }

  @Test
  void nothingIsAppendedToATableWithoutTransactions() {
    write(rows(3), OutputFormat.PARQUET, OutputMode.ERROR_IF_EXISTS);
    assertThatThrownBy(
            () -> TableOutput.prepare(sink(OutputFormat.DELTA, OutputMode.APPEND), SPARK))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("is no Delta table, so nothing can be appended to it");
  }

  @Test
  void aDeltaTableMayHaveOtherColumnsAfterOverwriting() {
    write(rows(3), OutputFormat.DELTA, OutputMode.ERROR_IF_EXISTS);
    write(rows(5).drop("name"), OutputFormat.DELTA, OutputMode.OVERWRITE);
    assertThat(read(OutputFormat.DELTA).columns()).containsExactly("id");
  }

  @Test
  void csvKeepsNullsEmptyTextsQuotesAndBlanks() throws IOException {
    Dataset<Row> rows =
        SPARK.sql(
            "SELECT * FROM VALUES (1, CAST(NULL AS STRING), TIMESTAMP '2026-01-31 12:00:00'),"
                + " (2, '', TIMESTAMP '2026-01-31 12:00:00.25'), (3, ' a \"b\", c ', NULL) AS t(id, text, moment)");
    write(rows.coalesce(1).sort("id"), OutputFormat.CSV, OutputMode.ERROR_IF_EXISTS);
    assertThat(csvLines())
        .containsExactly(
            "id,text,moment",
            "1,,2026-01-31 12:00:00",
            "2,\"\",2026-01-31 12:00:00.25",
            "3,\" a \"\"b\"\", c \",");
  }

  private List<String> csvLines() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("table"))) {
      Path part = files.filter(path -> path.toString().endsWith(".csv")).findFirst().orElseThrow();
      return Files.readAllLines(part);
    }
  }

  private List<String> siblings() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.endsWith(".crc"))
          .sorted()
          .toList();
    }
  }
}

package io.mirrorlake.synthesizer.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.synthesizer.EveryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows as Spark reads them. Lists of rows are compared as texts, so that NaN is equal to itself.
 */
class MirrorlakeSourceTest {
  private static final SparkSession SPARK = SharedSpark.session();
  private static final long ROWS = 30_000;

  @TempDir private static Path directory;

  private static String profile = "";
  private static List<String> rows = List.of();

  @BeforeAll
  static void readAll() {
    profile = SharedSpark.write(EveryType.profile(), directory.resolve("profile"));
    rows = texts(read(ROWS, 1));
  }

  private static Dataset<Row> read(long count, long partitions) {
    return SPARK
        .read()
        .format("mirrorlake")
        .option("profile", profile)
        .option("rows", count)
        .option("seed", 7)
        .option("partitions", partitions)
        .load();
  }

  private static List<String> texts(Dataset<Row> dataset) {
    return dataset.collectAsList().stream().map(Row::toString).toList();
  }

  @Test
  void partitionsChangeNothing() {
    assertThat(read(ROWS, 3).toJavaRDD().getNumPartitions()).isEqualTo(3);
    assertThat(texts(read(ROWS, 3))).isEqualTo(rows);
    // 30,000 rows are eight blocks: 64 partitions cannot be had.
    assertThat(read(ROWS, 64).toJavaRDD().getNumPartitions()).isEqualTo(8);
    assertThat(texts(read(ROWS, 64))).isEqualTo(rows);
    Dataset<Row> many = read(64 * 4096, 64).select("id", "uuid", "word");
    assertThat(many.toJavaRDD().getNumPartitions()).isEqualTo(64);
    assertThat(texts(many)).isEqualTo(texts(read(64 * 4096, 1).select("id", "uuid", "word")));
  }

  @Test
  void rowsPerPartitionSizesThem() {
    Dataset<Row> dataset =
        SPARK
            .read()
            .format("mirrorlake")
            .option("rows", ROWS)
            .option("seed", 7)
            .option("rowsPerPartition", 9000)
            .load(profile);
    assertThat(dataset.toJavaRDD().getNumPartitions()).isEqualTo(4);
    assertThat(texts(dataset)).isEqualTo(rows);
  }

  @Test
  void aSliceIsThatSliceOfTheWhole() {
    for (int[] slice : new int[][] {{0, 1}, {4095, 4098}, {5000, 20_001}, {29_999, 30_000}}) {
      Dataset<Row> dataset =
          SPARK
              .read()
              .format("mirrorlake")
              .option("profile", profile + "/profile.json")
              .option("table", "every_type")
              .option("seed", 7)
              .option("firstRow", slice[0])
              .option("rows", slice[1] - slice[0])
              .option("partitions", 3)
              .load();
      assertThat(texts(dataset)).isEqualTo(rows.subList(slice[0], slice[1]));
    }
  }

  @Test
  void prunedColumnsAndLimitsGiveTheSameRows() {
    List<String> whole = texts(read(ROWS, 1).select("word", "id"));
    Dataset<Row> limited = read(ROWS, 3).select("word", "id").limit(5001);
    assertThat(texts(limited)).isEqualTo(whole.subList(0, 5001));
    assertThat(plan(limited))
        .contains("rows [0, 5001)", "columns id, word")
        .doesNotContain("GlobalLimit");
    Dataset<Row> offset = read(ROWS, 3).select("word", "id").offset(4099).limit(3);
    assertThat(texts(offset)).isEqualTo(whole.subList(4099, 4102));
    assertThat(plan(offset)).contains("rows [4099, 4102)");
  }

  @Test
  void retriedTasksGiveTheSameRows() {
    MapPartitionsFunction<Row, String> failOnce =
        iterator -> {
          TaskContext task = TaskContext.get();
          if (task.attemptNumber() == 0 && task.partitionId() != 1) {
            // Part of the rows has been generated when the task fails.
            assertThat(iterator.hasNext()).isTrue();
            throw new IllegalStateException("injected failure of partition " + task.partitionId());
          }
          List<String> texts = new ArrayList<>();
          iterator.forEachRemaining(row -> texts.add(row.toString()));
          return texts.iterator();
        };
    assertThat(read(ROWS, 4).mapPartitions(failOnce, Encoders.STRING()).collectAsList())
        .isEqualTo(rows);
  }

  @Test
  void theSchemaIsExact() {
    StructField[] fields = read(1, 1).schema().fields();
    assertThat(fields)
        .extracting(
            field ->
                field.name() + " " + field.dataType().sql() + (field.nullable() ? "" : " NOT NULL"))
        .containsExactly(
            "id BIGINT NOT NULL",
            "number INT NOT NULL",
            "code STRING NOT NULL",
            "uuid STRING NOT NULL",
            "wide_key DECIMAL(22,2) NOT NULL",
            "flag BOOLEAN",
            "tiny TINYINT NOT NULL",
            "small SMALLINT",
            "amount INT NOT NULL",
            "big BIGINT",
            "ratio FLOAT NOT NULL",
            "price DOUBLE NOT NULL",
            "length DOUBLE",
            "money DECIMAL(10,2) NOT NULL",
            "fortune DECIMAL(30,10)",
            "word STRING",
            "day DATE NOT NULL",
            "moment TIMESTAMP NOT NULL",
            "local_moment TIMESTAMP_NTZ NOT NULL",
            "never STRING");
  }

  @Test
  void nullsAreWhereTheProfileHasThem() {
    Row nulls =
        read(ROWS, 2)
            .selectExpr(
                "count_if(flag IS NULL)",
                "count_if(big IS NULL)",
                "count_if(never IS NULL)",
                "count_if(fortune IS NULL)")
            .head();
    // Five standard deviations of each count; all within them but once in 400,000 seeds.
    assertThat(nulls.getLong(0)).isBetween(3750L - 287, 3750L + 287);
    assertThat(nulls.getLong(1)).isBetween(15_000L - 434, 15_000L + 434);
    assertThat(nulls.getLong(2)).isEqualTo(ROWS);
    assertThat(nulls.getLong(3)).isBetween(1875L - 210, 1875L + 210);
  }

  @Test
  void keysAreUnique() {
    Row counts =
        read(ROWS, 2)
            .selectExpr(
                "count(DISTINCT id)",
                "count(DISTINCT number)",
                "count(DISTINCT code)",
                "count(DISTINCT uuid)",
                "count(DISTINCT wide_key)")
            .head();
    for (int i = 0; i < counts.length(); i++) {
      assertThat(counts.getLong(i)).isEqualTo(ROWS);
    }
  }

  @Test
  void samplingNeedsNoShuffleAndNoJoin() {
    assertThat(plan(read(ROWS, 3)))
        .contains("BatchScan", "ColumnarToRow")
        .doesNotContain("Exchange", "Join", "Sort");
  }

  @Test
  void countsNeedNoRows() {
    assertThat(plan(read(1_000_000, 3).selectExpr("count(*)", "count(id)")))
        .contains("LocalTableScan")
        .doesNotContain("BatchScan");
    assertThat(read(5_000_000, 3).selectExpr("count(*)", "count(id)").head())
        .hasToString("[5000000,5000000]");
  }

  @Test
  void countsOfColumnsWithNullsAndOfGroupsNeedThem() {
    assertThat(plan(read(ROWS, 3).selectExpr("count(word)"))).contains("BatchScan");
    assertThat(plan(read(ROWS, 3).selectExpr("count(DISTINCT id)"))).contains("BatchScan");
    assertThat(plan(read(ROWS, 3).groupBy("flag").count())).contains("BatchScan");
    assertThat(read(ROWS, 3).where("id < 1030").count()).isEqualTo(10);
  }

  @Test
  void statisticsAreExact() {
    assertThat(
            read(12_345, 3).queryExecution().optimizedPlan().stats().rowCount().get().bigInteger())
        .isEqualTo(12_345);
    Dataset<Row> byDefault = SPARK.read().format("mirrorlake").load(profile);
    assertThat(byDefault.count()).isEqualTo(12_340);
  }

  @Test
  void noRowsAreNoRows() {
    assertThat(texts(read(0, 3))).isEmpty();
    assertThat(read(0, 3).count()).isZero();
  }

  private static String plan(Dataset<Row> dataset) {
    return dataset.queryExecution().executedPlan().toString();
  }
}

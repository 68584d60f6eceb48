package io.mirrorlake.synthesizer.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.synthesizer.EveryType;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables and views of SQL. */
class SqlTest {
  private static final SparkSession SPARK = SharedSpark.session();

  @TempDir private static Path directory;

  private static List<String> expected = List.of();

  @BeforeAll
  static void createTables() {
    String profile = SharedSpark.write(EveryType.profile(), directory.resolve("profile"));
    expected =
        texts(
            SPARK
                .read()
                .format("mirrorlake")
                .option("rows", 100)
                .option("seed", 3)
                .load(profile)
                .select("id", "amount", "word")
                .collectAsList());
    String options = " USING mirrorlake OPTIONS (profile '" + profile + "', rows 100, seed 3)";
    SPARK.sql("CREATE TABLE synthetic_table" + options);
    SPARK.sql("CREATE TEMPORARY VIEW synthetic_view" + options);
  }

  @AfterAll
  static void dropTables() {
    SPARK.sql("DROP TABLE synthetic_table");
    SPARK.sql("DROP VIEW synthetic_view");
  }

  private static List<String> texts(List<Row> rows) {
    return rows.stream().map(Row::toString).toList();
  }

  private static List<String> select(String query) {
    return texts(SPARK.sql(query).collectAsList());
  }

  @Test
  void readsTables() {
    assertThat(select("SELECT id, amount, word FROM synthetic_table")).isEqualTo(expected);
    assertThat(select("SELECT count(*), count(id) FROM synthetic_table"))
        .containsExactly("[100,100]");
  }

  @Test
  void readsViews() {
    assertThat(select("SELECT id, amount, word FROM synthetic_view")).isEqualTo(expected);
    assertThat(select("SELECT count(*) FROM synthetic_view")).containsExactly("[100]");
  }

  @Test
  void filtersBeforeLimits() {
    assertThat(select("SELECT id, amount, word FROM synthetic_view WHERE id >= 1150 LIMIT 7"))
        .isEqualTo(expected.subList(50, 57));
    assertThat(select("SELECT id, amount, word FROM synthetic_table LIMIT 5 OFFSET 20"))
        .isEqualTo(expected.subList(20, 25));
  }

  @Test
  void groupsAndJoins() {
    assertThat(
            select(
                    "SELECT count(*), sum(n) FROM (SELECT word, count(*) n FROM synthetic_table GROUP BY word)")
                .get(0))
        .endsWith(",100]");
    assertThat(
            select(
                "SELECT count(*) FROM synthetic_table a JOIN synthetic_view b ON a.uuid = b.uuid"))
        .containsExactly("[100]");
  }

  @Test
  void optionsOfTheQueryWin() {
    assertThat(
            select("SELECT id, amount, word FROM synthetic_table WITH (rows = 2, firstRow = 30)"))
        .isEqualTo(expected.subList(30, 32));
  }
}

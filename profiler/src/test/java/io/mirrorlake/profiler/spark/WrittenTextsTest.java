package io.mirrorlake.profiler.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.fit.TextRules;
import io.mirrorlake.profiler.writing.Writing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class WrittenTextsTest {
  private static final ProfileOptions OPTIONS = ProfileOptions.defaults().withSecret(3);

  private static Dataset<Row> rows(int broken) {
    return SharedSession.session()
        .sql(
            "SELECT if(id < "
                + broken
                + ", 'soon', date_format(date_add(date'2024-01-01', cast(id % 900 AS int)),"
                + " 'dd.MM.yyyy')) AS due, concat(id % 90, '%') AS share, cast(id % 7 AS string) AS"
                + " label, date_format(date_add(date'2024-01-01', cast(id AS int)), 'yyyy-MM-dd') AS"
                + " key FROM range(2000)");
  }

  private static WrittenTexts of(Dataset<Row> rows) {
    return WrittenTexts.of(rows, "t", OPTIONS, List.of("key"));
  }

  @Test
  void textsBecomeWhatTheyWrite() {
    WrittenTexts written = of(rows(0));

    assertThat(written.writings())
        .isEqualTo(
            Map.of(
                "due",
                Writing.of("dd.MM.yyyy").orElseThrow(),
                "share",
                Writing.of("1234%").orElseThrow()));
    assertThat(written.rows().schema().toDDL())
        .isEqualTo("due DATE,share DECIMAL(18,0),label STRING,key STRING NOT NULL");
    Row last = written.rows().selectExpr("cast(max(due) AS string)").first();
    assertThat(last.getString(0)).isEqualTo("2026-06-18");
    assertThat(written.notes()).hasSize(2).anyMatch(note -> note.contains("'dd.MM.yyyy'"));
  }

  /** Up to k rows, jittered in secret, are lost; where more are, the column stays text. */
  @Test
  void fewOtherTextsBecomeNull() {
    WrittenTexts few = of(rows(9));
    assertThat(few.writings()).containsKey("due");
    assertThat(few.rows().where("due is null").count()).isEqualTo(9);

    assertThat(of(rows(16)).writings()).doesNotContainKey("due");
  }

  @Test
  void whatMustNotBeNullIsNotLost() {
    Dataset<Row> rows = rows(1).selectExpr("coalesce(due, '') AS due");
    assertThat(rows.schema().apply("due").nullable()).isFalse();
    assertThat(of(rows.withColumn("key", ColumnNames.named("due"))).writings()).isEmpty();

    Dataset<Row> clean = rows(0).selectExpr("coalesce(due, '') AS due");
    WrittenTexts written = WrittenTexts.of(clean, "t", OPTIONS, List.of());
    assertThat(written.rows().schema().apply("due").nullable()).isFalse();
  }

  @Test
  void whatIsLaidDownStaysText() {
    TextRules rules = new TextRules(Map.of("due", Optional.empty()), Optional.empty(), Map.of());
    WrittenTexts written =
        WrittenTexts.of(rows(0), "t", OPTIONS.withTexts(rules), List.of("key", "share"));
    assertThat(written.writings()).isEmpty();
  }
}

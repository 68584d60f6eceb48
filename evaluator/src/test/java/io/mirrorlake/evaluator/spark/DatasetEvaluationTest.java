package io.mirrorlake.evaluator.spark;

import static io.mirrorlake.evaluator.spark.SparkFixture.spark;
import static io.mirrorlake.evaluator.spark.SparkFixture.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.RelationMetrics;
import io.mirrorlake.evaluator.panel.Cell;
import io.mirrorlake.evaluator.panel.TablePanel;
import io.mirrorlake.evaluator.relations.Link;
import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.report.ReportHtml;
import io.mirrorlake.evaluator.report.ReportJson;
import io.mirrorlake.evaluator.report.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Regions have 15 shops each, shops 0 to 5 sales, whose amounts follow shop and region. */
class DatasetEvaluationTest {
  private static final DatasetKeys KEYS =
      new DatasetKeys(
          Map.of("shop", List.of("id"), "sale", List.of("shop", "number")),
          List.of(
              new Link("sale", List.of("shop"), "shop", List.of("id")),
              new Link("shop", List.of("region"), "region", List.of("name"))));

  /** A number in [0, 1) from a hash of the row and of what it is for. */
  private static String random(String of, String purpose, int seed) {
    return "(pmod(xxhash64(" + of + ", '" + purpose + "', " + seed + "), 10000) / 10000.0D)";
  }

  private static Map<String, Dataset<Row>> tables(int seed) {
    return tables(seed, 1);
  }

  /** The same regions and shops with so many times the sales. */
  private static Map<String, Dataset<Row>> tables(int seed, int times) {
    String regions =
        "SELECT concat('r', id) AS name, "
            + ("10 * " + random("id", "wealth", 0))
            + " AS wealth FROM range(40)";
    String shops =
        "SELECT id, concat('r', id % 40) AS region, IF("
            + random("id", "size", seed)
            + " < 0.4, 'small', 'large') AS size FROM range(600)";
    String sales =
        "SELECT s.id AS shop, n AS number, IF(size = 'small', 1, 5) + wealth + "
            + random("s.id", "own", seed)
            + " + "
            + random("s.id * 1000 + n", "sale", seed)
            + " AS amount FROM ("
            + shops
            + ") s JOIN ("
            + regions
            + (") r ON s.region = r.name LATERAL VIEW explode(sequence(0, " + (6 * times - 1))
            + (")) AS n WHERE n < " + 6 * times + " * ")
            + random("s.id", "count", seed);
    return Map.of("region", local(regions), "shop", local(shops), "sale", local(sales));
  }

  /** Rows in memory, so that no test computes them again. */
  private static Dataset<Row> local(String query) {
    Dataset<Row> rows = sql(query);
    return spark().createDataFrame(rows.collectAsList(), rows.schema());
  }

  private static EvaluationReport run(Map<String, Dataset<Row>> synthetic) {
    return DatasetEvaluation.of(EvaluationOptions.defaults(), tables(1), synthetic, KEYS)
        .run(step -> {});
  }

  private static double score(EvaluationReport report, Metric metric) {
    return report.result(metric).measurement().orElseThrow().score();
  }

  @Test
  void anotherSampleOfTheSameLawPasses() {
    EvaluationReport report = run(tables(2));

    assertThat(report.verdict()).isEqualTo(Verdict.PASS);
    assertThat(score(report, RelationMetrics.KEY_VIOLATIONS)).isZero();
    assertThat(score(report, RelationMetrics.JOINED_AUC)).isBetween(0.4, 0.6);
    assertThat(report.result(RelationMetrics.GRANDPARENT_ERROR).measurement()).isPresent();
    assertThat(ReportHtml.render(report)).contains("sale(shop) -&gt; shop");
    assertThat(report.panels()).extracting(panel -> panel.label().key()).contains("lorenz0");
  }

  @Test
  void theReportDependsOnTheRowsAlone() {
    Map<String, Dataset<Row>> made = tables(2);
    Map<String, Dataset<Row>> parted =
        Map.of(
            "region",
            made.get("region").repartition(3),
            "shop",
            made.get("shop").repartition(5),
            "sale",
            made.get("sale").repartition(7));

    assertThat(ReportJson.write(run(parted))).isEqualTo(ReportJson.write(run(made)));
  }

  /** The companions: each fault is found, and named. */
  @Test
  void brokenKeysFail() {
    Map<String, Dataset<Row>> made = tables(2);
    Dataset<Row> sales = made.get("sale");
    Dataset<Row> broken =
        sales
            .union(sales.limit(3))
            .union(sales.limit(1).selectExpr("-5L AS shop", "number", "amount"))
            .union(sales.limit(1).selectExpr("CAST(NULL AS BIGINT) AS shop", "number", "amount"));
    EvaluationReport report =
        run(Map.of("region", made.get("region"), "shop", made.get("shop"), "sale", broken));

    assertThat(report.result(RelationMetrics.KEY_VIOLATIONS).verdict()).contains(Verdict.FAIL);
    TablePanel keys =
        (TablePanel)
            report.panels().stream()
                .filter(panel -> panel.label().key().equals("keys"))
                .findFirst()
                .orElseThrow();
    assertThat(violations(keys, "sale(shop, number)")).isEqualTo(4);
    assertThat(violations(keys, "sale(shop) -> shop")).isEqualTo(1);
    assertThat(violations(keys, "shop(id)")).isZero();
  }

  private static double violations(TablePanel keys, String key) {
    List<Cell> row =
        keys.rows().stream()
            .filter(cells -> cells.get(0).text().orElseThrow().equals(key))
            .findFirst()
            .orElseThrow();
    return row.get(4).number().orElseThrow();
  }

  @Test
  void salesOfOtherShopsAndFlatFanOutsAreFound() {
    Map<String, Dataset<Row>> made = tables(2);
    Dataset<Row> others =
        made.get("sale")
            .selectExpr(
                "pmod(xxhash64(shop, number), 600) AS shop",
                "CAST(shop * 10 + number AS INT) AS number",
                "amount");
    EvaluationReport report =
        run(Map.of("region", made.get("region"), "shop", made.get("shop"), "sale", others));

    assertThat(report.result(RelationMetrics.PARENT_CHILD_ERROR).verdict()).contains(Verdict.FAIL);
    assertThat(report.result(RelationMetrics.GRANDPARENT_ERROR).verdict()).contains(Verdict.FAIL);
    assertThat(report.result(RelationMetrics.SIBLING_ERROR).verdict()).contains(Verdict.FAIL);
    assertThat(report.result(RelationMetrics.FAN_OUT_DISTANCE).verdict()).contains(Verdict.WARN);
    assertThat(score(report, RelationMetrics.JOINED_AUC)).isGreaterThan(0.65);
  }

  /** Ten times the sales of shops that are kept: more a shop, as it should be. */
  @Test
  void whatRefersToKeptTablesIsJudgedAtTheSameSize() {
    DatasetKeys kept =
        new DatasetKeys(KEYS.primaryKeys(), KEYS.links(), Map.of(), Set.of("shop", "region"));
    EvaluationReport report =
        DatasetEvaluation.of(EvaluationOptions.defaults(), tables(1, 10), tables(2, 100), kept)
            .run(step -> {});

    assertThat(report.verdict()).isEqualTo(Verdict.PASS);
    assertThat(report.notes()).anyMatch(note -> note.contains("about 10.0 times the rows"));
    TablePanel counted =
        (TablePanel)
            report.panels().stream()
                .filter(panel -> panel.label().key().equals("keys"))
                .findFirst()
                .orElseThrow();
    // Keys are counted over all rows.
    assertThat(counted.rows())
        .anyMatch(row -> row.stream().anyMatch(of -> of.number().orElse(0.0) > 100_000));

    EvaluationReport grown =
        DatasetEvaluation.of(EvaluationOptions.defaults(), tables(1, 10), tables(2, 100), KEYS)
            .run(step -> {});
    assertThat(grown.result(RelationMetrics.FAN_OUT_DISTANCE).verdict()).contains(Verdict.FAIL);
    assertThat(grown.notes()).noneMatch(note -> note.contains("times the rows"));
  }

  @Test
  void missingTablesAndColumnsAreNamed() {
    Map<String, Dataset<Row>> made = tables(2);
    Map<String, Dataset<Row>> less = Map.of("region", made.get("region"), "shop", made.get("shop"));

    assertThatThrownBy(() -> run(less))
        .hasMessageContaining("there is no synthetic table 'sale', only");
    DatasetKeys wrong =
        new DatasetKeys(
            Map.of(), List.of(new Link("sale", List.of("store"), "shop", List.of("id"))));
    assertThatThrownBy(() -> DatasetEvaluation.of(EvaluationOptions.defaults(), made, made, wrong))
        .hasMessageContaining(
            "a key names column 'store' of the real table 'sale', which has the columns [shop, number, amount]");
  }
}

package io.mirrorlake.jobs.split;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.jobs.TestSession;
import io.mirrorlake.jobs.configuration.ShareConfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class TableSplitTest {
  private static final ShareConfiguration SHARES = new ShareConfiguration(0.4, 0.4, 0.2);

  private static Dataset<Row> sql(String query) {
    return TestSession.spark().sql(query);
  }

  private static TableSplit byCustomer(long seed) {
    return new TableSplit(Optional.of("customer"), SHARES, seed);
  }

  private static Map<Object, String> parts(Dataset<Row> dealt, String key) {
    Map<Object, String> parts = new HashMap<>();
    for (Row row : dealt.select(col(key).cast("string"), col(TableSplit.PART)).collectAsList()) {
      String before = parts.put(row.get(0), row.getString(1));
      assertThat(before).as("the part of %s so far", row.get(0)).isIn(null, row.getString(1));
    }
    return parts;
  }

  @Test
  void aUnitIsInOnePartOnlyInEveryTableThatHasIt() {
    Dataset<Row> orders = sql("select id % 700 as customer, id from range(5000)");
    Dataset<Row> customers =
        sql("select cast(id as int) as customer, 'x' as name from range(700)").repartition(5);
    Map<Object, String> byOrder = parts(byCustomer(1).dealt(orders), "customer");
    assertThat(byOrder).hasSize(700);
    assertThat(parts(byCustomer(1).dealt(customers), "customer")).isEqualTo(byOrder);
    assertThat(parts(byCustomer(2).dealt(customers), "customer")).isNotEqualTo(byOrder);
  }

  /** 4.9 standard errors of a share of 0.4 in 20,000 units: exceeded by chance 1 in a million. */
  @Test
  void partsHaveTheSharesOfTheUnits() {
    Dataset<Row> rows = sql("select id as customer from range(20000)");
    Dataset<Row> dealt = byCustomer(3).dealt(rows);
    assertThat(share(dealt, TableSplit.TRAIN)).isCloseTo(0.4, within(0.017));
    assertThat(share(dealt, TableSplit.HOLDOUT)).isCloseTo(0.4, within(0.017));
    assertThat(share(dealt, TableSplit.REFERENCE)).isCloseTo(0.2, within(0.014));
  }

  private static double share(Dataset<Row> dealt, String part) {
    return (double) TableSplit.only(part, dealt).count() / dealt.count();
  }

  @Test
  void partsHaveTheColumnsOfTheTableAndWhatIsLeftOverIsInNone() {
    Dataset<Row> rows =
        sql("select id as customer, map('a', id) m, `a.b` from range(1000), (select 1 as `a.b`)");
    TableSplit half =
        new TableSplit(Optional.of("customer"), new ShareConfiguration(0.25, 0.25, 0), 1);
    assertThat(half.parts()).containsExactly("train", "holdout");
    Dataset<Row> dealt = half.dealt(rows);
    assertThat(TableSplit.only("train", dealt).schema()).isEqualTo(rows.schema());
    assertThat(dealt.where(col(TableSplit.PART).isNull()).count()).isBetween(400L, 600L);
  }

  /** Dealt together, all 3,000 equal rows were in one part. */
  @Test
  void withoutAUnitEqualRowsAreDealtOneByOne() {
    Dataset<Row> equal = sql("select 1 as a, cast(null as string) as b from range(3000)");
    Dataset<Row> dealt = new TableSplit(Optional.empty(), SHARES, 1).dealt(equal);
    assertThat(share(dealt, TableSplit.TRAIN)).isCloseTo(0.4, within(0.045));
    assertThat(share(dealt, TableSplit.HOLDOUT)).isCloseTo(0.4, within(0.045));
  }

  @Test
  void theDealDependsOnNoOrderOrPartition() {
    Dataset<Row> rows =
        sql(
            "select id % 50 as a, map('k', id % 20) as b, if(id % 3 = 0, null, id) as c from"
                + " range(900)");
    TableSplit split = new TableSplit(Optional.empty(), SHARES, 7);
    assertThat(contents(split, rows))
        .isEqualTo(contents(split, rows.orderBy(col("a")).repartition(7)));
    TableSplit nulls = new TableSplit(Optional.of("c"), SHARES, 7);
    assertThat(contents(nulls, rows)).isEqualTo(contents(nulls, rows.repartition(3)));
  }

  private static List<String> contents(TableSplit split, Dataset<Row> rows) {
    return TableSplit.only(TableSplit.TRAIN, split.dealt(rows)).collectAsList().stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }

  /** Rows without a unit are no unit of their own, which would put a third of all in one part. */
  @Test
  void rowsWithoutAUnitGoByTheirContent() {
    Dataset<Row> rows = sql("select if(id % 3 = 0, null, id) as customer, id from range(6000)");
    Dataset<Row> dealt = byCustomer(1).dealt(rows).where(col("customer").isNull());
    assertThat(share(dealt, TableSplit.TRAIN)).isCloseTo(0.4, within(0.054));
  }
}

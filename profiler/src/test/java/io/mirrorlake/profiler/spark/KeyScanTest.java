package io.mirrorlake.profiler.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.relation.discovery.ColumnFacts;
import io.mirrorlake.profiler.relation.discovery.DeclaredKeys;
import io.mirrorlake.profiler.relation.discovery.DeclaredKeys.ForeignKey;
import io.mirrorlake.profiler.relation.discovery.KeyType;
import io.mirrorlake.profiler.relation.discovery.TableFacts;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class KeyScanTest {
  private static Dataset<Row> orders() {
    return SharedSession.session()
        .range(0, 1000, 1, 3)
        .selectExpr(
            "id + 10 AS id",
            "CAST(id % 100 AS SMALLINT) AS customer",
            "IF(id % 4 = 0, NULL, concat('C', id % 5)) AS code",
            "DATE'2024-01-01' + CAST(id % 30 AS INT) AS placed",
            "CAST(id AS DOUBLE) AS amount");
  }

  @Test
  void aScanTellsTypesNullsValuesAndRanges() {
    TableFacts facts = KeyScan.facts("orders", orders(), DeclaredKeys.NONE);
    assertThat(facts.rows()).isEqualTo(1000);
    assertThat(facts.columns().stream().map(ColumnFacts::type))
        .containsExactly(KeyType.WHOLE, KeyType.WHOLE, KeyType.TEXT, KeyType.DATE, KeyType.OTHER);
    assertThat(facts.columns().get(0).range()).isEqualTo(999);
    assertThat(facts.columns().get(1).values().distinct()).isEqualTo(100);
    assertThat(facts.columns().get(2).nulls()).isEqualTo(250);
    assertThat(facts.columns().get(2).meanLength()).isEqualTo(2);
    assertThat(facts.columns().get(3).values().distinct()).isEqualTo(30);
    assertThat(facts.sample().get(0)).hasSize(1000).doesNotHaveDuplicates();
  }

  @Test
  void partitionsDoNotChangeTheFacts() {
    TableFacts one = KeyScan.facts("orders", orders().coalesce(1), DeclaredKeys.NONE);
    TableFacts three = KeyScan.facts("orders", orders(), DeclaredKeys.NONE);
    for (int i = 0; i < one.columns().size(); i++) {
      assertThat(three.columns().get(i).values().distinct())
          .isEqualTo(one.columns().get(i).values().distinct());
      assertThat(three.columns().get(i).nulls()).isEqualTo(one.columns().get(i).nulls());
    }
  }

  @Test
  void numbersOfDifferentWidthsAreTheSameValues() {
    Dataset<Row> customers =
        SharedSession.session().range(0, 50).selectExpr("CAST(id AS INT) AS customer");
    TableFacts parents = KeyScan.facts("customers", customers, DeclaredKeys.NONE);
    TableFacts children = KeyScan.facts("orders", orders(), DeclaredKeys.NONE);
    assertThat(children.columns().get(1).values().coverage(parents.columns().get(0).values()))
        .isEqualTo(0.5);
  }

  @Test
  void countsAreExact() {
    Dataset<Row> customers =
        SharedSession.session().range(0, 50).selectExpr("CAST(id AS INT) AS customer");
    KeyCounts counts = KeyCounts.of(Map.of("orders", orders(), "customers", customers));
    assertThat(counts.isUnique("orders", List.of("id"))).isTrue();
    assertThat(counts.isUnique("orders", List.of("customer", "placed"))).isFalse();
    assertThat(counts.isUnique("orders", List.of("id", "code"))).as("a part is null").isFalse();
    ForeignKey key = new ForeignKey(List.of("customer"), "customers", List.of("customer"));
    assertThat(counts.coverage("orders", key)).isEqualTo(0.5);
  }
}

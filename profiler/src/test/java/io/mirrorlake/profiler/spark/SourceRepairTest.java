package io.mirrorlake.profiler.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.relation.TableRole;
import io.mirrorlake.profiler.spark.KeyFacts.Families;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SourceRepairTest {
  private static final DeclaredReference TO_GROUP = reference(List.of("g"), "groups", List.of("g"));
  private static final DeclaredReference TO_PART =
      reference(List.of("g", "n"), "parts", List.of("g", "n"));

  private static DeclaredReference reference(
      List<String> columns, String parent, List<String> parentColumns) {
    return new DeclaredReference(columns, parent, parentColumns, false, false);
  }

  private static TableNode table(
      String name, String text, List<String> key, DeclaredReference... references) {
    return new TableNode(
        new DatasetTable(
            name,
            SharedSession.session().sql(text),
            new SourceDescription("sql", name, Optional.empty()),
            TableRole.SYNTHESIZED,
            key,
            List.of(references),
            Optional.empty(),
            ProfileOptions.defaults().withSecret(7)));
  }

  /** Groups 0 to 89; four parts of each of the groups 0 to 99; three pieces of each part. */
  private static Map<String, TableNode> childrenFirst() {
    Map<String, TableNode> tables = new LinkedHashMap<>();
    tables.put(
        "pieces",
        table(
            "pieces",
            "SELECT id div 12 AS g, id div 3 % 4 AS n, id % 3 AS k FROM range(1200)",
            List.of("g", "n", "k"),
            TO_PART));
    tables.put(
        "parts",
        table(
            "parts",
            "SELECT id div 4 AS g, id % 4 AS n FROM range(400)",
            List.of("g", "n"),
            TO_GROUP));
    tables.put("groups", table("groups", "SELECT id AS g FROM range(90)", List.of("g")));
    return tables;
  }

  private static TableNode of(Map<String, TableNode> tables, String name) {
    return Optional.ofNullable(tables.get(name)).orElseThrow();
  }

  @Test
  void whoLosesItsParentIsLeftOutWithAllItsChildren() {
    Map<String, TableNode> tables = childrenFirst();
    List<String> steps = new ArrayList<>();
    new SourceRepair(tables).repairAll(steps::add);
    assertThat(of(tables, "parts").count()).isEqualTo(360);
    assertThat(of(tables, "pieces").count()).isEqualTo(1080);
    assertThat(of(tables, "pieces").rows().count()).isEqualTo(1080);
    assertThat(of(tables, "pieces").notes()).hasSize(1);
    assertThat(of(tables, "groups").notes()).isEmpty();
    assertThat(steps)
        .containsExactlyInAnyOrder(
            "table 'groups': checking keys",
            "table 'parts': checking keys",
            "table 'pieces': checking keys");
  }

  @Test
  void nullsArePartOfNoKey() {
    TableNode node =
        table(
            "t",
            "SELECT CASE WHEN id % 5 > 0 THEN id % 20 END AS g, CASE WHEN id % 2 = 0 THEN 1 END AS"
                + " n, id AS i FROM range(100)",
            List.of("i", "g"),
            TO_GROUP,
            TO_PART);
    KeyFacts facts = KeyFacts.of(node);
    assertThat(facts.rows()).isEqualTo(100);
    assertThat(facts.nullKeys()).isEqualTo(20);
    assertThat(facts.distinctKeys()).isEqualTo(80);
    assertThat(facts.of("t.g")).isEqualTo(new Families(80, 16));
    assertThat(facts.of(TO_PART.name("t"))).isEqualTo(new Families(40, 8));
    assertThat(facts.of("t.g").size()).isEqualTo(5);
  }

  @Test
  void fewRowsNeedNoShuffle() {
    Map<String, TableNode> tables = childrenFirst();
    new SourceRepair(tables).repairAll(line -> {});
    String plan =
        of(tables, "pieces").rows().groupBy("g").count().queryExecution().executedPlan().toString();
    assertThat(plan).contains("HashAggregate").doesNotContain("Exchange");
    // Rows in several partitions do: the plan would show it.
    assertThat(table("t", "SELECT id % 7 AS g FROM range(0, 100, 1, 2)", List.of()).rows())
        .satisfies(
            rows ->
                assertThat(rows.groupBy("g").count().queryExecution().executedPlan().toString())
                    .contains("Exchange"));
  }
}

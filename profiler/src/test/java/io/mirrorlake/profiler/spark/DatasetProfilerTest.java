package io.mirrorlake.profiler.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.relation.ReferenceLaw;
import io.mirrorlake.profiler.relation.TableRole;
import io.mirrorlake.profiler.schema.UserException;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A small shop: regions, customers with parents among them, orders, lines, products. */
final class DatasetProfilerTest {
  private static List<TableProfile> profiles = List.of();

  @BeforeAll
  static void profile() {
    profiles = DatasetProfiler.of().profile(shop(), line -> {});
  }

  private static Dataset<Row> sql(String text) {
    return SharedSession.session().sql(text);
  }

  private static List<DatasetTable> shop() {
    return List.of(
        table(
            "regions",
            "SELECT cast(id AS int) AS code, concat('region ', id) AS name FROM range(6)",
            List.of("code")),
        table(
            "customers",
            "SELECT id + 100 AS id, cast(id % 5 AS int) AS region,"
                + " CASE WHEN id < 40 THEN null ELSE 100 + id % 40 END AS recruiter,"
                + " CASE WHEN id % 3 = 0 THEN 'firm' ELSE 'person' END AS kind FROM range(400)",
            List.of("id"),
            reference("region", "regions", "code"),
            reference("recruiter", "customers", "id")),
        table(
            "products",
            "SELECT concat('P', 1000 + id) AS sku, cast(id % 90 AS int) AS price FROM range(150)",
            List.of("sku")),
        table(
            "orders",
            "SELECT id, 100 + (id * 7) % 300 AS customer, cast((id * 7) % 300 % 3 * 10 + id % 7 AS"
                + " int) AS amount, date_add(date'2024-01-01', cast(id % 97 AS int)) AS day FROM"
                + " range(900)",
            List.of("id"),
            reference("customer", "customers", "id")),
        table(
            "lines",
            "SELECT id div 2 AS order, cast(id % 2 + 1 AS int) AS line, 100 + (id div 2 * 7) % 300"
                + " AS customer, concat('P', 1000 + (id * 13) % 150) AS sku, cast(id % 4 AS int) AS"
                + " quantity FROM range(1800)",
            List.of("order", "line"),
            reference("order", "orders", "id"),
            reference("sku", "products", "sku"),
            reference("customer", "customers", "id")));
  }

  private static DeclaredReference reference(String column, String parent, String key) {
    return new DeclaredReference(List.of(column), parent, List.of(key), false, false);
  }

  private static DatasetTable table(
      String name, String text, List<String> key, DeclaredReference... references) {
    return new DatasetTable(
        name,
        sql(text),
        new SourceDescription("sql", name, Optional.empty()),
        name.equals("regions") ? TableRole.REFERENCE : TableRole.SYNTHESIZED,
        key,
        List.of(references),
        Optional.empty(),
        ProfileOptions.defaults().withSecret(7));
  }

  private static TableProfile of(String name) {
    return profiles.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
  }

  private static ReferenceLaw law(String table, String column) {
    return of(table).relations().reference(table + "." + column).orElseThrow().law();
  }

  @Test
  void theDocumentIsReadBack() {
    Tables.assertReadBack(profiles);
  }

  @Test
  void everyReferenceGetsTheLawThatFitsIt() {
    assertThat(law("customers", "region")).isInstanceOf(ReferenceLaw.Popular.class);
    assertThat(law("customers", "recruiter")).isInstanceOf(ReferenceLaw.Level.class);
    assertThat(law("orders", "customer")).isEqualTo(new ReferenceLaw.Family("#orders.customer", 0));
    assertThat(law("lines", "order")).isEqualTo(new ReferenceLaw.Family("#lines.order", 0));
    assertThat(law("lines", "sku")).isInstanceOf(ReferenceLaw.Popular.class);
    assertThat(law("lines", "customer")).isEqualTo(new ReferenceLaw.Inherited(List.of("customer")));
  }

  @Test
  void keysFollowFromPlaces() {
    assertThat(of("orders").column("id")).isInstanceOf(ColumnProfile.Keyed.class);
    assertThat(of("lines").column("line")).isInstanceOf(ColumnProfile.Positioned.class);
    assertThat(of("lines").column("order")).isInstanceOf(ColumnProfile.Referenced.class);
    assertThat(of("orders").column("day")).isInstanceOf(ColumnProfile.Evolved.class);
    assertThat(of("regions").relations().rows().orElseThrow().size()).isEqualTo(6);
  }

  @Test
  void levelsAreCells() {
    List<Double> levels = of("customers").relations().cells();
    assertThat(levels).hasSize(2);
    // 40 of 400, give or take noise of a standard deviation of 3.5.
    assertThat(levels.get(0)).isBetween(0.05, 0.15).isNotEqualTo(0.1);
  }

  /**
   * Bringing shares in line with their mean leaves as many segments as trees know. The numbers of
   * children would pass for an exponential distribution, whose segments are cut otherwise.
   */
  @Test
  void codesOfNumbersOfChildrenAreTheirSegments() {
    List<DatasetTable> bank =
        List.of(
            table(
                "accounts",
                "SELECT id, cast(id * 7 % 50 AS int) AS age FROM range(900)",
                List.of("id")),
            table(
                "bookings",
                "SELECT 1000 * account + n AS id, account, cast(n % 9 AS int) AS kind FROM (SELECT id"
                    + " AS account, explode(sequence(1, cast(ceil(-20 * ln((id + 0.5) / 900)) AS"
                    + " int))) AS n FROM range(900))",
                List.of("id"),
                reference("account", "accounts", "id")));

    TableProfile accounts = DatasetProfiler.of().profile(bank, line -> {}).get(0);
    var children = (ColumnProfile.Drawn) accounts.column("#bookings.account");
    TreeColumn drawn =
        ((TreeCopula) accounts.copula())
            .columns().stream()
                .filter(column -> column.name().equals(children.name()))
                .findFirst()
                .orElseThrow();

    assertThat(drawn.codes()).isEqualTo(children.marginal().segmentCount());
  }

  @Test
  void childrenAreGivenTheirParentAndTheSiblingBefore() {
    List<GivenColumn> given = ((TreeCopula) of("orders").copula()).given();

    assertThat(given)
        .extracting(GivenColumn::name)
        .contains("parent.kind", "parent.#orders.customer", "previous.amount", "?position");
    assertThat(((TreeCopula) of("lines").copula()).given())
        .extracting(GivenColumn::name)
        .contains("parent.amount", "parent.parent.kind");
  }

  @Test
  void columnsOfTheSourceMayHaveAnyName() {
    DatasetTable races =
        table("races", "SELECT id, cast(id % 4 AS int) AS cell FROM range(200)", List.of("id"));
    DatasetTable results =
        table(
            "results",
            "SELECT id, id div 5 AS race, cast(id * 7 % 5 * 10 AS int) AS position, cast(id % 3 AS"
                + " int) AS cell, concat('P', id * 7 % 5) AS label FROM range(1000)",
            List.of("id"),
            reference("race", "races", "id"));

    TableProfile profile = DatasetProfiler.of().profile(List.of(races, results), line -> {}).get(1);

    // The place in the family has the numbers 0 to 4: it would have taken the column's place.
    assertThat(profile.column("position"))
        .isInstanceOfSatisfying(
            ColumnProfile.Drawn.class,
            drawn -> assertThat(drawn.marginal().segmentCount()).isEqualTo(5));
    assertThat(profile.column("cell")).isInstanceOf(ColumnProfile.Drawn.class);
    assertThat(((TreeCopula) profile.copula()).given())
        .extracting(GivenColumn::name)
        .contains("parent.cell", "previous.position", "?position")
        // The label follows from the position: no sibling draws one that others could be given.
        .doesNotContain("previous.label");
    assertThat(profile.column("label")).isInstanceOf(ColumnProfile.Derived.class);
  }

  @Test
  void orphansAreReportedAndRepaired() {
    DatasetTable parents = table("p", "SELECT id FROM range(100)", List.of("id"));
    DatasetTable children =
        table(
            "c",
            "SELECT id, id % 120 AS p, cast(id % 3 AS int) AS v FROM range(600)",
            List.of("id"),
            reference("p", "p", "id"));

    TableProfile profile =
        DatasetProfiler.of().profile(List.of(parents, children), line -> {}).get(1);

    assertThat(profile.notes())
        .contains("reference c.p: values that no parent has were told as nulls");
    assertThat(profile.column("p").column().nullable()).isTrue();
  }

  @Test
  void brokenKeysAreRefused() {
    DatasetTable twice = table("t", "SELECT id div 2 AS id FROM range(100)", List.of("id"));
    DatasetTable alien =
        table(
            "c",
            "SELECT id, id + 1000 AS t FROM range(100)",
            List.of("id"),
            reference("t", "p", "id"));
    DatasetTable parents = table("p", "SELECT id FROM range(100)", List.of("id"));

    assertThatThrownBy(() -> DatasetProfiler.of().profile(List.of(twice), line -> {}))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("the primary key t(id) is not unique: 50 rows repeat one of 100");
    assertThatThrownBy(() -> DatasetProfiler.of().profile(List.of(parents, alien), line -> {}))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("reference c.t finds no parent in any row of table 'c'");
  }
}

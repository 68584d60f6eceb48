package io.mirrorlake.profiler.relation.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.relation.discovery.DeclaredKeys.ForeignKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyDiscoveryTest {
  /** Scatters without a pattern that keys could follow. */
  private static long scattered(int row, int values) {
    return 1L + Math.floorMod((row * 2_654_435_761L) >> 7, values);
  }

  private static Facts shop() {
    return new Facts()
        .column("customers", "id", 200, row -> 1L + row)
        .column("customers", "first_name", 200, row -> "name" + row)
        .column("countries", "code", 20, row -> "C" + row)
        .column("countries", "area", 20, row -> 1000L + 7L * row)
        .column("customers", "country_code", 200, row -> "C" + row % 19)
        .column("orders", "order_id", 900, row -> 1L + row)
        .column("orders", "customer_id", 900, row -> row % 50 == 0 ? null : scattered(row, 180))
        .column("orders", "placed_date", 900, row -> 18_000L + row / 3)
        .column("orders", "quantity", 900, row -> 1L + row % 20);
  }

  private static List<String> parents(ProposedTable table) {
    return table.references().stream()
        .map(each -> each.key().columns() + " -> " + each.key().parent())
        .toList();
  }

  @Test
  void keysOfOneColumnAreFoundByValuesAndNames() {
    ProposedTable orders = shop().propose("orders");
    assertThat(orders.primaryKey()).containsExactly("order_id");
    assertThat(parents(orders)).containsExactly("[customer_id] -> customers");
    assertThat(orders.references().get(0).coverage()).isEqualTo(1);
    assertThat(orders.references().get(0).parentsUsed()).isBetween(0.8, 0.9);
    assertThat(orders.orderBy()).contains("placed_date");
    assertThat(parents(shop().propose("customers"))).containsExactly("[country_code] -> countries");
  }

  @Test
  void lookupsAreProposedOnlyWithoutPersons() {
    assertThat(shop().propose("countries").reference()).isTrue();
    assertThat(shop().propose("customers").reference()).isFalse();
    assertThat(shop().propose("customers").notes()).contains("tells of persons: first_name");
  }

  @Test
  void whatJoinsLookupsOnlyIsALookupToo() {
    Facts shop =
        shop()
            .column("areas", "area_id", 16, row -> 1L + row)
            .column("areas", "label", 16, row -> "A" + row)
            .column("orders", "area_id", 900, row -> scattered(row, 16))
            .column("area_country", "area_id", 60, row -> 1L + row % 16)
            .column("area_country", "country_code", 60, row -> "C" + (row / 16 + row * 3) % 20);
    assertThat(shop.propose("area_country").reference()).isTrue();
    // One column more, and it may tell of something that happened.
    Facts measured = shop.column("area_country", "share", 60, row -> scattered(row, 9));
    assertThat(measured.propose("area_country").reference()).isFalse();
    Facts personal =
        shop()
            .column("areas", "area_id", 16, row -> 1L + row)
            .column("area_customer", "area_id", 600, row -> 1L + row % 16)
            .column("area_customer", "customer_id", 600, row -> scattered(row, 190));
    assertThat(personal.propose("area_customer").reference()).isFalse();
  }

  @Test
  void aSmallNumberIsNoReferenceThoughItsValuesAreThere() {
    // quantity is 1 to 20, and so are the first customers' numbers.
    assertThat(parents(shop().propose("orders"))).noneMatch(each -> each.contains("quantity"));
  }

  @Test
  void theLeastCoverageIsHeld() {
    Facts dirty =
        shop().column("visits", "customer_id", 100, row -> row % 10 < 7 ? 1L + row : 9_000L + row);
    assertThat(parents(dirty.propose("visits"))).isEmpty();
    Facts mostly =
        shop().column("visits", "customer_id", 100, row -> row % 10 < 9 ? 1L + row : 9_000L + row);
    assertThat(mostly.propose("visits").references().get(0).coverage()).isEqualTo(0.9);
  }

  @Test
  void superiorsAreInTheSameTableAndTheirNameMeansTheSameElsewhere() {
    Facts staff =
        new Facts()
            .column("employees", "employee_id", 60, row -> 1L + row)
            .column("employees", "manager_id", 60, row -> row == 0 ? null : 1L + row / 4)
            .column("audits", "audit_id", 300, row -> 1L + row)
            .column("audits", "manager_id", 300, row -> 1L + row % 15);
    assertThat(parents(staff.propose("employees"))).containsExactly("[manager_id] -> employees");
    assertThat(parents(staff.propose("audits"))).containsExactly("[manager_id] -> employees");
  }

  @Test
  void bridgesHaveTheKeyOfAllTheyJoin() {
    Facts bridge =
        new Facts()
            .column("films", "film_id", 40, row -> 1L + row)
            .column("actors", "actor_id", 30, row -> 1L + row)
            .column("casting", "actor_id", 300, row -> 1L + row % 30)
            .column("casting", "film_id", 300, row -> 1L + (row / 30 * 3 + row % 30) % 40);
    assertThat(bridge.propose("casting").primaryKey()).containsExactly("actor_id", "film_id");
  }

  @Test
  void linesHaveTheKeyOfParentAndNumberAndAreReferredToByBoth() {
    Facts lines =
        shop()
            .column("lines", "order_id", 3_600, row -> 1L + row / 4)
            .column("lines", "line", 3_600, row -> 1L + row % 4)
            .column("lines", "amount", 3_600, row -> scattered(row, 5_000))
            .column("returns", "return_id", 3_700, row -> 1L + row)
            .column("returns", "order_id", 3_700, row -> 1L + row % 900)
            .column("returns", "line", 3_700, row -> 1L + row % 3);
    assertThat(lines.propose("lines").primaryKey()).containsExactly("order_id", "line");
    assertThat(parents(lines.propose("returns")))
        .containsExactly("[order_id] -> orders", "[order_id, line] -> lines");
  }

  @Test
  void whatIsUniqueByChanceIsNoKey() {
    // 300 rows over 200 x 299 pairs: one would meet by chance, so that none does says nothing.
    Facts sparse =
        shop()
            .column("sales", "customer_id", 300, row -> 1L + row % 200)
            .column("sales", "order_id", 300, row -> 1L + row * 3L)
            .column("sales", "amount", 300, row -> scattered(row, 50));
    Facts visits =
        shop()
            .column("sales", "customer_id", 300, row -> 1L + row % 200)
            .column("sales", "order_id", 300, row -> 1L + row % 299)
            .column("sales", "amount", 300, row -> scattered(row, 50));
    assertThat(visits.propose("sales").primaryKey()).isEmpty();
    assertThat(sparse.propose("sales").primaryKey()).isEqualTo(List.of("order_id"));
  }

  @Test
  void aCounterOfItsOwnDoesNotReferToALongerOne() {
    Facts counters =
        new Facts()
            .column("results", "result_id", 500, row -> 1L + row)
            .column("sprint_results", "result_id", 40, row -> 1L + row)
            .column("details", "result_id", 40, row -> 3L + 7L * row);
    assertThat(parents(counters.propose("sprint_results"))).isEmpty();
    assertThat(parents(counters.propose("details"))).containsExactly("[result_id] -> results");
  }

  @Test
  void aNumberThatTwoTablesShareDoesNotReferToTheKeyOfEither() {
    Facts stores =
        new Facts()
            .column("store", "store_id", 25, row -> (long) row)
            .column("store", "store_number", 25, row -> (long) row)
            .column("store_ragged", "store_id", 25, row -> (long) row)
            .column("store_ragged", "store_number", 25, row -> (long) row)
            .column("visits", "visit_id", 400, row -> 1L + row)
            .column("visits", "store_number", 400, row -> scattered(row, 24));
    assertThat(parents(stores.propose("store"))).noneMatch(each -> each.contains("number"));
    assertThat(parents(stores.propose("store_ragged"))).noneMatch(each -> each.contains("number"));
    // Many rows with one number are another thing: they belong to a store.
    assertThat(parents(stores.propose("visits"))).containsExactly("[store_number] -> store");
  }

  @Test
  void aBareIdRefersToTheOneTableThatItNumbers() {
    Facts clinic =
        new Facts()
            .column("patient", "id", 90, row -> 1L + row)
            .column("patient", "weight", 90, row -> scattered(row, 40))
            .column("visit", "id", 600, row -> 1L + scattered(row, 80))
            .column("visit", "day", 600, row -> 1L + 7L * row);
    assertThat(parents(clinic.propose("visit"))).containsExactly("[id] -> patient");
    assertThat(parents(clinic.propose("patient"))).isEmpty();
    // A number of its own for each row is the table's own, though patients have those numbers too.
    Facts counted = clinic.column("bed", "id", 60, row -> 1L + row);
    assertThat(parents(counted.propose("bed"))).isEmpty();
    // Few of the patients: numbers that happen to be there, whatever other tables refer to.
    Facts few =
        clinic
            .column("letter", "id", 600, row -> 1L + row % 20)
            .column("letter", "pages", 600, row -> scattered(row, 4));
    assertThat(parents(few.propose("letter"))).isEmpty();
    // Rooms have such numbers, too.
    Facts two = clinic.column("room", "id", 85, row -> 1L + row);
    assertThat(parents(two.propose("visit"))).isEmpty();
  }

  @Test
  void aTextKeyOfABareNameIsFoundThoughFewParentsAreUsed() {
    Facts weather =
        new Facts()
            .column("airport", "code", 900, row -> "A" + row)
            .column("airport", "height", 900, row -> scattered(row, 400))
            .column("weather", "code", 600, row -> "A" + row % 30)
            .column("weather", "wind", 600, row -> scattered(row, 40));
    assertThat(parents(weather.propose("weather"))).containsExactly("[code] -> airport");
  }

  @Test
  void whatIsNamedAfterPersonsIsNoLookup() {
    Facts school = entity("students", 100, 2_000);
    assertThat(school.propose("students").reference()).isFalse();
    assertThat(school.propose("students").notes()).contains("tells of persons: so its name says");
    assertThat(entity("customer_dim", 100, 2_000).propose("customer_dim").reference()).isFalse();
    assertThat(entity("student_groups", 100, 2_000).propose("student_groups").reference()).isTrue();
  }

  /** A table with a name for each row, and another one that refers to it. */
  private static Facts entity(String name, int rows, int children) {
    return new Facts()
        .column(name, "id", rows, row -> 1L + row)
        .column(name, "label", rows, row -> "L" + row)
        .column("marks", "mark_id", children, row -> 1L + row)
        .column("marks", name + "_id", children, row -> 1L + row % rows)
        .column("marks", "mark", children, row -> scattered(row, 6));
  }

  @Test
  void aLookupNamesItsRows() {
    assertThat(entity("schools", 100, 2_000).propose("schools").reference()).isTrue();
    Facts sized =
        entity("schools", 100, 2_000).column("schools", "label", 100, row -> "L" + row % 9);
    assertThat(sized.propose("schools").reference()).isFalse();
    // From fewer rows nothing can be learned.
    Facts few = entity("schools", 12, 2_000).column("schools", "label", 12, row -> "L" + row % 3);
    assertThat(few.propose("schools").reference()).isTrue();
  }

  @Test
  void whatAPanelObservesIsNoLookup() {
    assertThat(panel(100, 20).propose("shops").reference()).isFalse();
    // Too large families to learn from, and too few of them.
    assertThat(panel(60, 100).propose("shops").reference()).isTrue();
    assertThat(panel(20, 30).propose("shops").reference()).isTrue();
    // Names in languages are no panel.
    Facts names =
        entity("goods", 60, 2_000)
            .column("labels", "goods_id", 240, row -> 1L + row / 4)
            .column("labels", "lang_code", 240, row -> "L" + row % 4)
            .column("labels", "text", 240, row -> "T" + row);
    assertThat(names.propose("labels").primaryKey()).containsExactly("goods_id", "lang_code");
    assertThat(names.propose("goods").reference()).isTrue();
  }

  /** Shops with a name, and what each of them sold on each day. */
  private static Facts panel(int shops, int days) {
    return new Facts()
        .column("shops", "shop_id", shops, row -> 1L + row)
        .column("shops", "label", shops, row -> "L" + row)
        .column("sales", "shop_id", shops * days, row -> 1L + row / days)
        .column("sales", "sales_date", shops * days, row -> 18_000L + row % days)
        .column("sales", "amount", shops * days, row -> scattered(row, 5_000));
  }

  @Test
  void declaredKeysAreTakenAsTheyAre() {
    Facts declared =
        shop()
            .declared(
                "orders",
                new DeclaredKeys(
                    List.of("order_id", "placed_date"),
                    List.of(new ForeignKey(List.of("quantity"), "customers", List.of("id")))));
    ProposedTable orders = declared.propose("orders");
    assertThat(orders.primaryKey()).containsExactly("order_id", "placed_date");
    assertThat(orders.references().get(0).declared()).isTrue();
    assertThat(parents(orders))
        .containsExactly("[quantity] -> customers", "[customer_id] -> customers");
  }

  @Test
  void columnsThatAreAllNullReferToNothing() {
    Facts empty = shop().column("notes", "customer_id", 50, row -> null);
    ProposedTable notes = empty.propose("notes");
    assertThat(notes.references()).isEmpty();
    assertThat(notes.notes())
        .contains("customer_id is null in every row: no reference can be told");
  }
}

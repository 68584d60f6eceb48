package io.mirrorlake.synthesizer.dataset;

import static io.mirrorlake.synthesizer.dataset.Shapes.column;
import static io.mirrorlake.synthesizer.dataset.Shapes.family;
import static io.mirrorlake.synthesizer.dataset.Shapes.hidden;
import static io.mirrorlake.synthesizer.dataset.Shapes.key;
import static io.mirrorlake.synthesizer.dataset.Shapes.part;
import static io.mirrorlake.synthesizer.dataset.Shapes.popular;
import static io.mirrorlake.synthesizer.dataset.Shapes.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.profiler.profile.Profile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * References to keys that contain references, to nothing, to the same table, and to what is not.
 */
class ReferenceShapesTest {
  private static Database of(Profile profile, double scale) {
    Database database = new Database(DatasetPlan.of(profile, 5, new DatasetSize(scale, Map.of())));
    for (String table : database.plan().tables()) {
      List<String> whole = database.rows(table);
      int cut = whole.size() / 3;
      List<String> joined = new ArrayList<>(database.rows(table, 0, cut));
      joined.addAll(database.rows(table, cut, whole.size()));
      assertThat(joined).as(table).isEqualTo(whole);
    }
    return database;
  }

  private static Shapes lines() {
    return new Shapes()
        .table(
            "orders",
            300,
            List.of(0.4, 0.6),
            "\"id\"",
            List.of(key("id", 1), hidden("#lines", 0.1, 0.4, 0.5)),
            List.of())
        .table("products", 20, "\"id\"", List.of(key("id", 700)), List.of())
        .table(
            "lines",
            420,
            "\"order\", \"line\", \"product\"",
            List.of(
                part("order", "lines.order", 0, false),
                column("line", "bigint", false, "\"position\": {\"start\": 1, \"step\": 1}"),
                part("product", "lines.product", 0, false),
                hidden("@product", 1)),
            List.of(
                reference("lines.order", "\"order\"", "orders", "\"id\"", family("#lines", 0)),
                reference(
                    "lines.product",
                    "\"product\"",
                    "products",
                    "\"id\"",
                    popular("@product", false, "[[0.5, 10], [0.5, 32]]"))));
  }

  /** Returns are led by clerks, and each refers to a line by order, number and product. */
  private static Profile returns() {
    return lines()
        .table(
            "clerks",
            40,
            "\"id\"",
            List.of(key("id", 1), hidden("#returns", 0, 0, 0, 0, 0.5, 0.5)),
            List.of())
        .table(
            "returns",
            180,
            "\"id\"",
            List.of(
                key("id", 1),
                part("clerk", "returns.clerk", 0, false),
                part("order", "returns.line", 0, false),
                part("line", "returns.line", 1, false),
                part("product", "returns.line", 2, false),
                hidden("@line", 0.4, 0.6)),
            List.of(
                reference("returns.clerk", "\"clerk\"", "clerks", "\"id\"", family("#returns", 0)),
                reference(
                    "returns.line",
                    "\"order\", \"line\", \"product\"",
                    "lines",
                    "\"order\", \"line\", \"product\"",
                    popular("@line", false, "[[0.8, 0], [0.2, 2]], [[0.57, 0], [0.43, 1]]"))))
        .profile();
  }

  @Test
  void furtherParentsWhoseKeysContainReferences() {
    Database small = of(returns(), 1);
    assertThat(small.faults()).isEmpty();
    // Some 180 returns: two fifths of them share lines in twos.
    assertThat(new HashSet<>(small.keys("returns", List.of("order", "line"))).size())
        .isBetween(125, 165);
    assertThat(small.digest()).isEqualTo("3893b9bb015de7eb");
    // Many blocks of parents, and more than one window of slots.
    assertThat(of(returns(), 300).faults()).isEmpty();
  }

  @Test
  void keysThatAreTheirOwnValuesAreRefused() {
    Shapes circle = new Shapes();
    for (String[] pair : new String[][] {{"a", "b"}, {"b", "a"}}) {
      String name = pair[0] + "." + pair[1];
      circle.table(
          pair[0],
          10,
          "\"key\"",
          List.of(part("key", name, 0, false), hidden("@" + name, 1)),
          List.of(
              reference(
                  name, "\"key\"", pair[1], "\"key\"", popular("@" + name, false, "[[1, 1]]"))));
    }
    DatasetPlan plan = DatasetPlan.of(circle.profile(), 1, DatasetSize.SOURCE);
    assertThatThrownBy(() -> plan.table("a", List.of("key")))
        .hasMessageStartingWith("the key column 'a.key' is, by way of references, its own value");
  }

  @Test
  void rowsOfTheSameTable() {
    Profile profile =
        new Shapes()
            .staff(500, List.of(0.01, 0.19, 0.8), 1, "[[1, 19]], [[0.5, 0], [0.5, 8]]")
            .profile();
    Database staff = of(profile, 1);
    assertThat(staff.faults()).isEmpty();
    assertThat(staff.keys("staff", List.of("boss")).stream().filter(String::isEmpty)).hasSize(5);
    assertThat(staff.digest()).isEqualTo("d13c5c1a48c92e55");
  }

  private static String withOrphans(String reference, double share, double keys) {
    return reference.substring(0, reference.length() - 1)
        + ", \"orphans\": {\"share\": "
        + share
        + ", \"keys\": "
        + keys
        + "}}";
  }

  private static Profile dirty() {
    return new Shapes()
        .table(
            "customers",
            400,
            "\"id\"",
            List.of(key("id", 1), hidden("#orders", 0.5, 0, 0.5)),
            List.of())
        .table("shops", 30, "\"id\"", List.of(key("id", 1)), List.of())
        .table(
            "orders",
            500,
            "\"id\"",
            List.of(
                key("id", 1),
                part("customer", "orders.customer", 0, true),
                part("shop", "orders.shop", 0, true),
                hidden("@shop", 0.8, 0.2)),
            List.of(
                withOrphans(
                    reference(
                        "orders.customer",
                        "\"customer\"",
                        "customers",
                        "\"id\"",
                        family("#orders", 0.1)),
                    0.1,
                    0.5),
                withOrphans(
                    reference(
                        "orders.shop",
                        "\"shop\"",
                        "shops",
                        "\"id\"",
                        popular("@shop", false, "[[1, 20]]")),
                    0.2,
                    0.1)))
        .profile();
  }

  private static double[] always(int children) {
    double[] probabilities = new double[children + 1];
    probabilities[children] = 1;
    return probabilities;
  }

  /** Of 8 stores, 3 accounts and 12 months: a key of all three, and 24 rows a store. */
  private static Profile costs() {
    return new Shapes()
        .table(
            "stores", 8, "\"id\"", List.of(key("id", 1), hidden("#costs", always(24))), List.of())
        .table("accounts", 3, "\"id\"", List.of(key("id", 1)), List.of())
        .table("months", 12, "\"id\"", List.of(key("id", 1)), List.of())
        .table(
            "costs",
            192,
            "\"store\", \"account\", \"month\"",
            List.of(
                part("store", "costs.store", 0, false),
                part("account", "costs.account", 0, false),
                part("month", "costs.month", 0, false),
                hidden("@account", 1),
                hidden("@month", 1)),
            List.of(
                reference("costs.store", "\"store\"", "stores", "\"id\"", family("#costs", 0)),
                reference(
                    "costs.account",
                    "\"account\"",
                    "accounts",
                    "\"id\"",
                    popular("@account", true, "[[1, 64]]")),
                reference(
                    "costs.month",
                    "\"month\"",
                    "months",
                    "\"id\"",
                    popular("@month", true, "[[1, 16]]"))))
        .profile();
  }

  @Test
  void keysOfSeveralFurtherParentsRepeatOnlyApart() {
    Database database = of(costs(), 1);
    assertThat(database.faults()).isEmpty();
    assertThat(database.plan().rows("costs")).isEqualTo(192);
    assertThat(new HashSet<>(database.keys("costs", List.of("account", "month")))).hasSize(36);
    assertThat(database.digest()).isEqualTo("68f513386cd31e04");
  }

  /** Of about 500 orders 50 have no customer, 50 one of 25 missing ones, 100 one of 10 shops. */
  @Test
  void parentsThatAreNotThere() {
    Database dirty = of(dirty(), 1);
    long orders = dirty.plan().rows("orders");
    List<Long> customers = numbers(dirty, "customer");
    assertThat(orders - customers.size()).isEqualTo(Math.round(orders * 0.1));
    assertThat(customers.stream().filter(id -> id > 400)).hasSize((int) Math.round(orders * 0.1));
    assertThat(customers.stream().filter(id -> id > 400).distinct().count())
        .isEqualTo((Math.round(orders * 0.1) + 1) / 2);
    List<Long> shops = numbers(dirty, "shop");
    assertThat(shops.stream().filter(id -> id > 30).count()).isBetween(orders / 7, orders / 4);
    assertThat(shops.stream().filter(id -> id > 30).distinct().count()).isBetween(8L, 13L);
    assertThat(dirty.digest()).isEqualTo("0e05d47378d0e3cd");
  }

  private static List<Long> numbers(Database database, String column) {
    return database.keys("orders", List.of(column)).stream()
        .filter(key -> !key.isEmpty())
        .map(key -> Long.valueOf(key.replace("|", "")))
        .toList();
  }
}

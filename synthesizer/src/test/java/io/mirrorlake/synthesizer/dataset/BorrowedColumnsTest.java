package io.mirrorlake.synthesizer.dataset;

import static io.mirrorlake.synthesizer.dataset.GivenShapes.by;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.database;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.marginal;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.number;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.read;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.requireParts;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.requireSame;
import static io.mirrorlake.synthesizer.dataset.Shapes.column;
import static io.mirrorlake.synthesizer.dataset.Shapes.family;
import static io.mirrorlake.synthesizer.dataset.Shapes.hidden;
import static io.mirrorlake.synthesizer.dataset.Shapes.key;
import static io.mirrorlake.synthesizer.dataset.Shapes.part;
import static io.mirrorlake.synthesizer.dataset.Shapes.popular;
import static io.mirrorlake.synthesizer.dataset.Shapes.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.profile.Profile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Columns that are computed from those of a kept further parent: lines of orders for a product, and
 * with a gift, which is a product too. Two products of six have no weight.
 */
class BorrowedColumnsTest {
  private static final String NONE = "null";

  private static Shapes products() {
    return new Shapes()
        .kept(
            "products",
            List.of(0.5, 0.5),
            List.of(
                "id", "price !decimal(8,2)", "weight double", "list !decimal(22,3)", "packs !int"),
            List.of(
                "1",
                "0.99",
                "0.125",
                "12345678901234567.125",
                "3",
                "2",
                "12.50",
                "",
                "7.250",
                "12",
                "3",
                "-1.05",
                "2.5",
                "1.000",
                "1",
                "4",
                "999999.99",
                "",
                "2.000",
                "7",
                "5",
                "3.10",
                "1e-3",
                "3.000",
                "100",
                "6",
                "0.00",
                "7.75",
                "4.000",
                "0"));
  }

  private static String borrowed(String name, String type, boolean nullable, String of) {
    String reference = name.startsWith(">gift") ? "lines.gift" : "lines.product";
    return column(
        name,
        type,
        nullable,
        "\"hidden\": true, \"borrowed\": {\"reference\": \""
            + reference
            + "\", \"column\": \""
            + of
            + "\"}");
  }

  private static String product(String name, String type, String left, String right, int decimals) {
    return column(
        name,
        type,
        true,
        "\"formula\": {\"kind\": \"product\", \"left\": \""
            + left
            + "\", \"right\": \""
            + right
            + "\", \"grid\": {\"step\": 1, \"decimals\": "
            + decimals
            + "}}");
  }

  private static String copy(String name, String type, boolean nullable, String of) {
    return column(
        name, type, nullable, "\"formula\": {\"kind\": \"copy\", \"of\": \"" + of + "\"}");
  }

  private static List<String> columns() {
    return List.of(
        key("id", 1),
        part("order", "lines.order", 0, true),
        part("product", "lines.product", 0, true),
        part("gift", "lines.gift", 0, false),
        column("@product", "int", true, "\"hidden\": true, " + marginal(2, 0.1)),
        hidden("@gift", 0.7, 0.3),
        number("quantity", 9),
        borrowed(">price", "decimal(8,2)", true, "price"),
        borrowed(">weight", "double", true, "weight"),
        borrowed(">list", "decimal(22,3)", true, "list"),
        borrowed(">packs", "int", true, "packs"),
        borrowed(">gift.price", "decimal(8,2)", false, "price"),
        product("amount", "decimal(12,2)", ">price", "quantity", 2),
        product("load", "double", ">weight", "quantity", 3),
        product("pieces", "bigint", "quantity", ">packs", 0),
        copy("list", "decimal(22,3)", true, ">list"),
        copy("worth", "decimal(8,2)", false, ">gift.price"),
        column(
            "about",
            "double",
            true,
            "\"formula\": {\"kind\": \"sum\", \"terms\": [{\"column\": \">price\", \"factor\": 1}],"
                + " \"grid\": {\"step\": 1, \"decimals\": 2}}"));
  }

  private static String toProducts(String column) {
    return reference(
        "lines." + column,
        "\"" + column + "\"",
        "products",
        "\"id\"",
        popular("@" + column, false, "[[0.5, 30], [0.5, 4]], [[1, 30]]"));
  }

  private static Profile profile() {
    return products()
        .table(
            "orders",
            300,
            "\"id\"",
            List.of(key("id", 1), hidden("#lines", 0.1, 0.2, 0, 0.2, 0, 0.3, 0.2)),
            List.of())
        .table(
            "lines",
            1100,
            "\"id\"",
            columns(),
            List.of(
                reference("lines.order", "\"order\"", "orders", "\"id\"", family("#lines", 0.1)),
                toProducts("product"),
                toProducts("gift")))
        .profile();
  }

  private static Profile alone() {
    return products()
        .table(
            "lines",
            1000,
            "\"id\"",
            columns().stream().filter(column -> !column.contains("lines.order")).toList(),
            List.of(toProducts("product"), toProducts("gift")))
        .profile();
  }

  /**
   * Every row has the product of what its parent has and its own, or a null where there is none.
   */
  private static void requireProducts(
      Database database, String column, String of, DoubleBinaryOperator formula) {
    Map<String, String> parents = by(database, "products", of);
    Set<String> referred = new HashSet<>();
    for (Map<String, String> row : read(database, "lines")) {
      String value = parents.getOrDefault(row.get("product"), NONE);
      if (value.equals(NONE)) {
        assertThat(row.get(column)).as("%s", row).isEqualTo(NONE);
      } else {
        double expected =
            formula.applyAsDouble(parsed(value), Double.parseDouble(row.get("quantity")));
        assertThat(parsed(row.get(column))).as("%s", row).isEqualTo(expected);
      }
      referred.add(row.get("product"));
    }
    assertThat(referred).contains("1", "2", "3", "4", "5", "6", NONE);
  }

  private static double parsed(String text) {
    return Double.parseDouble(text);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void rowsAreComputedFromThoseThatTheyReferTo(boolean family) {
    Database database = database(family ? profile() : alone(), 5);
    requireProducts(database, "amount", "price", (price, quantity) -> price * quantity);
    requireProducts(database, "pieces", "packs", (packs, quantity) -> packs * quantity);
    requireProducts(
        database,
        "load",
        "weight",
        (weight, quantity) -> Math.rint(weight * quantity * 1000) / 1000);
    requireProducts(database, "about", "price", (price, quantity) -> price / 100);
  }

  @Test
  void valuesAreCopied() {
    Database database = database(profile(), 1);
    List<Map<String, String>> lines = read(database, "lines");
    Map<String, String> lists = by(database, "products", "list");
    lists.put(NONE, NONE);
    requireSame(lines, "list", lists, "product", 0);
    requireSame(lines, "worth", by(database, "products", "price"), "gift", 0);
    assertThat(lines).anyMatch(row -> row.get("list").equals("12345678901234567125"));
    assertThat(lines).anyMatch(row -> row.get("product").equals(NONE));
    assertThat(lines).anyMatch(row -> !row.get("product").equals(row.get("gift")));
  }

  @Test
  void anyRowsAndColumnsCanBeReadAlone() {
    requireParts(database(profile(), 1));
    requireParts(database(profile(), 20));
    requireParts(database(alone(), 1));
  }

  @Test
  void borrowedColumnsAreNotShown() {
    assertThat(profile().table("lines").fields())
        .containsExactly(
            "id",
            "order",
            "product",
            "gift",
            "quantity",
            "amount",
            "load",
            "pieces",
            "list",
            "worth",
            "about");
    assertThat(database(profile(), 1).faults()).isEmpty();
  }
}

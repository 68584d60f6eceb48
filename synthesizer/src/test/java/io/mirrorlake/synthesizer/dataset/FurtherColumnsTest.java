package io.mirrorlake.synthesizer.dataset;

import static io.mirrorlake.synthesizer.dataset.GivenShapes.by;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.database;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.further;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.marginal;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.number;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.parent;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.previous;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.read;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.requireParts;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.requireSame;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.same;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.trees;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.upTo;
import static io.mirrorlake.synthesizer.dataset.Shapes.column;
import static io.mirrorlake.synthesizer.dataset.Shapes.family;
import static io.mirrorlake.synthesizer.dataset.Shapes.hidden;
import static io.mirrorlake.synthesizer.dataset.Shapes.key;
import static io.mirrorlake.synthesizer.dataset.Shapes.part;
import static io.mirrorlake.synthesizer.dataset.Shapes.popular;
import static io.mirrorlake.synthesizer.dataset.Shapes.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.GivenColumn.Origin;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.profile.Profile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Columns that follow what a further parent is: orders of clients, for products that weigh 0 to 3,
 * at kept shops of one region or another. The orders' weight and region are those of their product
 * and shop, and notes on orders know the weight.
 */
class FurtherColumnsTest {
  /** The value that stands for no parent. */
  private static final int NONE = 4;

  private static final GivenColumn WEIGHT = further("orders.product", "weight", 4);

  /** The shops' regions are east, west, and unknown. */
  private static final GivenColumn REGION = further("orders.shop", "region", 3);

  private static String withOrphans(String reference) {
    return reference.substring(0, reference.length() - 1)
        + ", \"orphans\": {\"share\": 0.2, \"keys\": 0.1}}";
  }

  /** Cells 0 and 1 of products, and the number after for those that are not there; or none. */
  private static final String PRODUCT_CELL =
      column("@product", "int", true, "\"hidden\": true, " + marginal(3, 0.2));

  private static Shapes things() {
    return new Shapes()
        .kept(
            "shops",
            List.of(0.5, 0.5),
            List.of("id", "region"),
            List.of("1", "west", "2", "", "3", "east", "4", "west", "5", "east", "6", ""))
        .table(
            "products",
            200,
            List.of(0.4, 0.6),
            "\"id\"",
            List.of(key("id", 1), number("weight", 4), number("size", 2)),
            List.of())
        .table(
            "clients",
            300,
            "\"id\"",
            List.of(key("id", 1), hidden("#orders", 0.1, 0.2, 0, 0.2, 0, 0.3, 0.2)),
            List.of());
  }

  private static List<String> orderColumns() {
    return List.of(
        key("id", 1),
        part("client", "orders.client", 0, true),
        part("product", "orders.product", 0, true),
        part("shop", "orders.shop", 0, true),
        PRODUCT_CELL,
        column("@shop", "int", true, "\"hidden\": true, " + marginal(2, 0.1)),
        hidden("#notes", 0.5, 0.3, 0.2),
        number("weight", NONE + 1),
        number("size", 3),
        number("region", 4),
        number("before", NONE + 2));
  }

  private static Shapes orders() {
    return things()
        .table(
            "orders",
            1000,
            "\"id\"",
            orderColumns(),
            List.of(
                reference(
                    "orders.client", "\"client\"", "clients", "\"id\"", family("#orders", 0.1)),
                withOrphans(
                    reference(
                        "orders.product",
                        "\"product\"",
                        "products",
                        "\"id\"",
                        popular("@product", false, "[[0.5, 1], [0.5, 4]], [[1, 3]]"))),
                reference(
                    "orders.shop",
                    "\"shop\"",
                    "shops",
                    "\"id\"",
                    popular("@shop", false, "[[1, 150]], [[1, 150]]"))))
        .table(
            "notes",
            700,
            "\"id\"",
            List.of(
                key("id", 1),
                part("order", "notes.order", 0, true),
                number("weight", NONE + 2),
                number("product", NONE + 2),
                number("region", 5)),
            List.of(
                reference("notes.order", "\"order\"", "orders", "\"id\"", family("#notes", 0.1))));
  }

  /** Cells ask the sibling's cell, and the last column asks the sibling's weight. */
  private static TreeCopula copula() {
    return new TreeCopula(
        List.of(
            WEIGHT,
            REGION,
            previous("@product", 3),
            previous("weight", NONE + 1),
            further("orders.product", "size", 2)),
        List.of(
            trees("@product", 4, "?2:0 =0*3,1*1,2*1,3*1 ="),
            same("weight", 0, NONE + 1),
            same("size", 4, 3),
            same("region", 1, 4),
            same("before", 3, NONE + 2)));
  }

  private static Profile profile(TreeCopula orders) {
    TreeCopula notes =
        new TreeCopula(
            List.of(
                parent("weight", NONE + 1),
                new GivenColumn("parent.product", Origin.PARENT, WEIGHT.name(), upTo(NONE + 1)),
                new GivenColumn("parent.shop", Origin.PARENT, REGION.name(), upTo(4))),
            List.of(
                same("weight", 0, NONE + 2), same("product", 1, NONE + 2), same("region", 2, 5)));
    return Shapes.dependent(Shapes.dependent(orders().profile(), "orders", orders), "notes", notes);
  }

  @Test
  void rowsFollowParentsThatAreMadeUp() {
    for (double scale : new double[] {0.1, 1, 100}) {
      Database database = database(profile(copula()), scale);
      List<Map<String, String>> orders = read(database, "orders");
      requireSame(orders, "weight", by(database, "products", "weight"), "product", NONE);
      requireSame(orders, "size", by(database, "products", "size"), "product", 2);
    }
  }

  @Test
  void rowsFollowParentsThatAreKept() {
    Database database = database(profile(copula()), 1);
    Map<String, String> regions = new HashMap<>();
    by(database, "shops", "region")
        .forEach(
            (shop, region) ->
                regions.put(shop, "" + List.of("east", "west", "null").indexOf(region)));
    assertThat(regions.values()).contains("0", "1", "2").doesNotContain("-1");
    requireSame(read(database, "orders"), "region", regions, "shop", 3);
  }

  /** A fifth of all rows has no product, and of the others a third has one that is not there. */
  @Test
  void rowsWithoutParentHaveTheMissingCode() {
    List<Map<String, String>> orders = read(database(profile(copula()), 1), "orders");
    assertThat(orders.stream().filter(row -> row.get("product").equals("null")))
        .hasSizeGreaterThan(100)
        .allMatch(row -> row.get("weight").equals("" + NONE));
    assertThat(
            orders.stream()
                .filter(row -> !row.get("product").equals("null"))
                .filter(row -> Long.parseLong(row.get("product")) > 200))
        .hasSizeGreaterThan(100)
        .allMatch(row -> row.get("weight").equals("" + NONE));
    assertThat(orders.stream().filter(row -> row.get("shop").equals("null")))
        .hasSizeGreaterThan(50)
        .allMatch(row -> row.get("region").equals("3"));
  }

  @Test
  void siblingsKnowWhatFollowsAnotherRowsParent() {
    List<Map<String, String>> orders = read(database(profile(copula()), 1), "orders");
    int siblings = 0;
    for (int i = 0; i < orders.size(); i++) {
      String client = orders.get(i).get("client");
      boolean has =
          i > 0 && !client.equals("null") && orders.get(i - 1).get("client").equals(client);
      siblings += has ? 1 : 0;
      assertThat(orders.get(i).get("before"))
          .isEqualTo(has ? orders.get(i - 1).get("weight") : "" + (NONE + 1));
    }
    assertThat(siblings).isGreaterThan(500);
  }

  /** What follows a further parent, and what is given of it and passed on. */
  @Test
  void childrenKnowWhatTheirParentFollows() {
    Database database = database(profile(copula()), 1);
    List<Map<String, String>> notes = read(database, "notes");
    Map<String, String> weights = by(database, "orders", "weight");
    requireSame(notes, "weight", weights, "order", NONE + 1);
    requireSame(notes, "product", weights, "order", NONE + 1);
    requireSame(notes, "region", by(database, "orders", "region"), "order", 4);
  }

  @Test
  void anyRowsAndColumnsCanBeReadAlone() {
    requireParts(database(profile(copula()), 1));
    requireParts(database(profile(copula()), 20));
  }

  /** Cells, numbers of children, and in tables of a block or less parents too. */
  @Test
  void cellsAndNumbersOfChildrenStayAsTheyAre() {
    TreeCopula plain =
        new TreeCopula(
            List.of(previous("@product", 3)),
            List.of(trees("@product", 4, "?0:0 =0*3,1*1,2*1,3*1 =")));
    List<String> fields = List.of("id", "client", "product", "shop");
    Profile alone = Shapes.dependent(orders().profile(), "orders", plain);
    assertThat(database(profile(copula()), 1).keys("orders", fields))
        .isEqualTo(database(alone, 1).keys("orders", fields));
  }
}

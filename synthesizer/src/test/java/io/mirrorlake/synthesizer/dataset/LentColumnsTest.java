package io.mirrorlake.synthesizer.dataset;

import static io.mirrorlake.synthesizer.dataset.GivenShapes.by;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.database;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.marginal;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.read;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.requireParts;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.requireSame;
import static io.mirrorlake.synthesizer.dataset.Shapes.column;
import static io.mirrorlake.synthesizer.dataset.Shapes.family;
import static io.mirrorlake.synthesizer.dataset.Shapes.hidden;
import static io.mirrorlake.synthesizer.dataset.Shapes.key;
import static io.mirrorlake.synthesizer.dataset.Shapes.part;
import static io.mirrorlake.synthesizer.dataset.Shapes.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.profile.Profile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Columns that are computed from those of the leading parent, whose rows are made up: orders go to
 * the customer's city and follow one another from the day on which the customer came, and parcels
 * are sent some days after the order. One order of ten has no customer.
 */
class LentColumnsTest {
  private static final String NONE = "null";

  private static String formula(String name, String type, boolean nullable, String formula) {
    return column(name, type, nullable, "\"formula\": {" + formula + "}");
  }

  private static String copy(String name, String type, boolean nullable, String of) {
    return formula(name, type, nullable, "\"kind\": \"copy\", \"of\": \"" + of + "\"");
  }

  private static String lent(String name, String type, boolean nullable, String reference) {
    return column(
        ">" + name,
        type,
        nullable,
        "\"hidden\": true, \"borrowed\": {\"reference\": \""
            + reference
            + "\", \"column\": \""
            + name
            + "\"}");
  }

  private static String drawn(String name, String type, int values, double nulls) {
    return column(name, type, nulls > 0, marginal(values, nulls));
  }

  private static String hiddenDays(String name, int values) {
    return column(name, "bigint", false, "\"hidden\": true, " + marginal(values, 0));
  }

  private static final String CITY =
      column(
          "city",
          "string",
          true,
          "\"marginal\": {\"kind\": \"categorical\", \"nullProbability\": 0.2, \"categories\":"
              + " [{\"value\": \"Ulm\", \"p\": 0.5}], \"remainder\": {\"p\": 0.5, \"format\":"
              + " {\"kind\": \"patterns\", \"patterns\": [{\"p\": 1, \"runs\": [{\"alphabet\":"
              + " \"a-z\", \"length\": [6, 6]}]}]}}}");

  private static final String SINCE =
      column(
          "since",
          "date",
          false,
          "\"marginal\": {\"kind\": \"numeric\", \"nullProbability\": 0, \"grid\": {\"step\": 1,"
              + " \"decimals\": 0}, \"segments\": [{\"from\": \"2024-01-01\", \"to\":"
              + " \"2024-12-31\", \"p\": 1}]}");

  private static List<String> customers() {
    return List.of(
        key("id", 1),
        SINCE,
        CITY,
        drawn("limit", "double", 7, 0.3),
        drawn("stars", "smallint", 5, 0),
        column(
            "active",
            "boolean",
            false,
            "\"marginal\": {\"kind\": \"categorical\", \"nullProbability\": 0, \"categories\":"
                + " [{\"value\": \"true\", \"p\": 0.5}, {\"value\": \"false\", \"p\": 0.5}]}"),
        drawn("credit", "decimal(22,0)", 6, 0.1),
        hidden("#orders", 0.2, 0.2, 0, 0.3, 0, 0, 0.3));
  }

  /** What orders take from customers may be null where an order has no customer. */
  private static List<String> orders(boolean all) {
    String reference = "orders.customer";
    return List.of(
        key("id", 1),
        part("customer", reference, 0, !all),
        lent("city", "string", true, reference),
        lent("limit", "double", true, reference),
        lent("stars", "smallint", !all, reference),
        lent("active", "boolean", !all, reference),
        lent("credit", "decimal(22,0)", true, reference),
        lent("since", "date", !all, reference),
        hiddenDays("day - >since", 5),
        hiddenDays("#gap.day", 4),
        column(
            "day",
            "date",
            false,
            "\"evolution\": {\"first\": \"day - >since\", \"gap\": \"#gap.day\""
                + (all ? ", \"above\": \">since\"" : "")
                + "}"),
        copy("town", "string", true, ">city"),
        copy("rank", "smallint", !all, ">stars"),
        copy("open", "boolean", !all, ">active"),
        copy("wide", "decimal(22,0)", true, ">credit"),
        formula(
            "half",
            "double",
            true,
            "\"kind\": \"product\", \"left\": \">limit\", \"right\": \"share\", \"grid\": {\"step\":"
                + " 1, \"decimals\": 2}"),
        drawn("share", "bigint", 3, 0),
        hidden("#parcels", 0.3, 0.3, 0.2, 0.2));
  }

  private static List<String> parcels() {
    String reference = "parcels.order";
    return List.of(
        key("id", 1),
        part("order", reference, 0, false),
        lent("day", "date", false, reference),
        lent("town", "string", true, reference),
        hiddenDays("sent - >day", 9),
        formula(
            "sent",
            "date",
            false,
            "\"kind\": \"sum\", \"terms\": [{\"column\": \">day\", \"factor\": 1}, {\"column\":"
                + " \"sent - >day\", \"factor\": 1}], \"grid\": {\"step\": 1, \"decimals\": 0}"),
        copy("to", "string", true, ">town"));
  }

  private static Profile profile(boolean all) {
    return new Shapes()
        .table("customers", 900, "\"id\"", customers(), List.of())
        .table(
            "orders",
            2700,
            "\"id\"",
            orders(all),
            List.of(
                reference(
                    "orders.customer",
                    "\"customer\"",
                    "customers",
                    "\"id\"",
                    family("#orders", all ? 0 : 0.1))))
        .table(
            "parcels",
            3500,
            "\"id\"",
            parcels(),
            List.of(
                reference("parcels.order", "\"order\"", "orders", "\"id\"", family("#parcels", 0))))
        .profile();
  }

  private static Map<String, String> values(Database database, String table, String column) {
    Map<String, String> values = by(database, table, column);
    values.put(NONE, NONE);
    return values;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void valuesAreThoseOfTheLeadingParent(boolean all) {
    Database database = database(profile(all), 3);
    List<Map<String, String>> orders = read(database, "orders");
    requireSame(orders, "town", values(database, "customers", "city"), "customer", 0);
    requireSame(orders, "rank", values(database, "customers", "stars"), "customer", 0);
    requireSame(orders, "wide", values(database, "customers", "credit"), "customer", 0);
    Map<String, String> active = values(database, "customers", "active");
    Map<String, String> limits = values(database, "customers", "limit");
    for (Map<String, String> row : orders) {
      assertThat(row.get("open")).isEqualTo(active.get(row.get("customer")));
      String limit = limits.get(row.get("customer"));
      String half = row.get("half");
      assertThat(half.equals(NONE)).isEqualTo(limit.equals(NONE));
      if (!half.equals(NONE)) {
        double expected = Double.parseDouble(limit) * Double.parseDouble(row.get("share"));
        assertThat(Double.parseDouble(half)).isEqualTo(expected);
      }
    }
    assertThat(orders.stream().anyMatch(row -> row.get("customer").equals(NONE))).isEqualTo(!all);
    assertThat(orders.stream().map(row -> row.get("town")).distinct().count()).isGreaterThan(500);
  }

  /** The city goes from the customer by way of the order to the parcel. */
  @Test
  void siblingsFollowFromTheParentsDayAndSoDoTheirChildren() {
    Database database = database(profile(true), 3);
    Map<String, String> since = by(database, "customers", "since");
    Map<String, Integer> before = new HashMap<>();
    for (Map<String, String> row : read(database, "orders")) {
      int day = Integer.parseInt(row.get("day"));
      Integer previous = before.put(row.get("customer"), day);
      int from = previous == null ? Integer.parseInt(since.get(row.get("customer"))) : previous;
      assertThat(day - from).as("%s", row).isBetween(0, previous == null ? 4 : 3);
    }
    List<Map<String, String>> parcels = read(database, "parcels");
    requireSame(parcels, "to", by(database, "orders", "town"), "order", 0);
    Map<String, String> days = by(database, "orders", "day");
    for (Map<String, String> row : parcels) {
      int day = Integer.parseInt(days.get(row.get("order")));
      assertThat(Integer.parseInt(row.get("sent")) - day).as("%s", row).isBetween(0, 8);
    }
  }

  @Test
  void anyRowsAndColumnsCanBeReadAlone() {
    requireParts(database(profile(true), 1));
    requireParts(database(profile(false), 1));
    requireParts(database(profile(true), 8));
  }

  @Test
  void lentColumnsAreNotShown() {
    assertThat(profile(true).table("parcels").fields())
        .containsExactly("id", "order", "sent", "to");
    assertThat(database(profile(false), 1).faults()).isEmpty();
  }
}

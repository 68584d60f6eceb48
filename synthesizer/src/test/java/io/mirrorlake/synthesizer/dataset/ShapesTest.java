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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Databases of every shape keep their keys, and are the same in parts as as a whole. */
class ShapesTest {
  /**
   * Checks keys and slices. These digests change only with a deliberate change of what is
   * generated, which breaks every user's backfills: say so in the change log.
   *
   * @param golden the digest of all rows
   */
  private static Database check(String golden, Profile profile) {
    Database database = check(profile);
    assertThat(database.digest()).isEqualTo(golden);
    return database;
  }

  private static Database check(Profile profile) {
    Database database = new Database(DatasetPlan.of(profile, 5, DatasetSize.SOURCE));
    assertThat(database.faults()).isEmpty();
    for (String table : database.plan().tables()) {
      List<String> whole = database.rows(table);
      int cut = whole.size() / 3;
      List<String> joined = new ArrayList<>(database.rows(table, 0, cut));
      joined.addAll(database.rows(table, cut, whole.size()));
      assertThat(joined).as(table).isEqualTo(whole);
      assertThat(whole).hasSize((int) database.plan().rows(table));
    }
    return database;
  }

  @Test
  void sixLevels() {
    Shapes shapes = new Shapes();
    shapes.table(
        "t0", 50, "\"id\"", List.of(key("id", 1), hidden("#t1.up", 0.2, 0.2, 0.6)), List.of());
    for (int level = 1; level <= 6; level++) {
      String up = "t" + level + ".up";
      shapes.table(
          "t" + level,
          60 * level,
          "\"id\"",
          List.of(
              key("id", 100 * level),
              part("up", up, 0, true),
              hidden("#t" + (level + 1) + ".up", 0.3, 0.2, 0.5)),
          List.of(reference(up, "\"up\"", "t" + (level - 1), "\"id\"", family("#" + up, 0.1))));
    }
    Database database = check("1bc0138eed64e325", shapes.profile());
    assertThat(database.keys("t6", List.of("up"))).contains("");
    assertThat(database.plan().tables()).containsExactly("t0", "t1", "t2", "t3", "t4", "t5", "t6");
  }

  private static Profile notesOfLines() {
    return new Shapes()
        .table(
            "orders",
            300,
            "\"id\"",
            List.of(key("id", 1), hidden("#lines", 0.1, 0.4, 0.5)),
            List.of())
        .table(
            "lines",
            420,
            "\"order_id\", \"line\"",
            List.of(
                part("order_id", "lines.order", 0, false),
                column("line", "bigint", false, "\"position\": {\"start\": 1, \"step\": 1}"),
                hidden("#notes", 0.5, 0.3, 0.2)),
            List.of(
                reference("lines.order", "\"order_id\"", "orders", "\"id\"", family("#lines", 0))))
        .table(
            "notes",
            300,
            "\"id\"",
            List.of(
                key("id", 1),
                part("order_id", "notes.line", 0, true),
                part("line", "notes.line", 1, true)),
            List.of(
                reference(
                    "notes.line",
                    "\"order_id\", \"line\"",
                    "lines",
                    "\"order_id\", \"line\"",
                    family("#notes", 0.05))))
        .profile();
  }

  @Test
  void keysThatContainReferences() {
    Database database = check("13d2d52806fb7b0c", notesOfLines());
    assertThat(database.keys("notes", List.of("order_id", "line"))).contains("");
  }

  @Test
  void bridgesNeverRepeatAPair() {
    Database database =
        check(
            "b2e436d134a00f71",
            new Shapes()
                .table(
                    "films",
                    100,
                    "\"id\"",
                    List.of(key("id", 1), hidden("#cast", 0, 0.2, 0.2, 0.2, 0.2, 0.2)),
                    List.of())
                .table("actors", 4, "\"id\"", List.of(key("id", 1)), List.of())
                .table(
                    "cast",
                    300,
                    "\"film\", \"actor\"",
                    List.of(
                        part("film", "cast.film", 0, false),
                        part("actor", "cast.actor", 0, false),
                        hidden("@actor", 1)),
                    List.of(
                        reference("cast.film", "\"film\"", "films", "\"id\"", family("#cast", 0)),
                        reference(
                            "cast.actor",
                            "\"actor\"",
                            "actors",
                            "\"id\"",
                            popular("@actor", true, "[[0.5, 1], [0.5, 9]]"))))
                .profile());
    assertThat(new HashSet<>(database.keys("cast", List.of("actor")))).hasSize(4);
  }

  private static Profile balances(int accounts) {
    return new Shapes()
        .table(
            "accounts",
            accounts,
            "\"id\"",
            List.of(key("id", 1), hidden("#balances", 0.1, 0.1, 0.1, 0.3, 0.4)),
            List.of())
        .table(
            "balances",
            3 * accounts,
            "\"account\", \"day\"",
            List.of(
                part("account", "balances.account", 0, false),
                hidden("#first.day", 0, 0.5, 0.5),
                hidden("#gap.day", 0.6, 0.2, 0.2),
                column(
                    "day",
                    "date",
                    false,
                    "\"evolution\": {\"first\": \"#first.day\", \"gap\": \"#gap.day\","
                        + " \"least\": 1}")),
            List.of(
                reference(
                    "balances.account",
                    "\"account\"",
                    "accounts",
                    "\"id\"",
                    family("#balances", 0))))
        .profile();
  }

  @Test
  void siblingsNeverShareADay() {
    Database database = check("4b372e2cea5733ca", balances(500));
    assertThat(new HashSet<>(database.keys("balances", List.of("day")))).hasSizeBetween(6, 10);
  }

  private static Profile rates(int rows) {
    return new Shapes()
        .table(
            "rates",
            rows,
            "\"month\", \"at\", \"kind\", \"level\", \"flag\"",
            List.of(
                digit("flag", "boolean", "\"place\": 0, \"values\": [\"true\", \"false\"]"),
                digit("kind", "string", "\"place\": 1, \"values\": [\"a\", \"b\"]"),
                digit(
                    "level",
                    "decimal(6,2)",
                    "\"place\": 2, \"start\": 50, \"step\": 25, \"size\": 3"),
                digit(
                    "at",
                    "timestamp",
                    "\"place\": 3, \"start\": 0, \"step\": 3600000000, \"size\": 2"),
                digit(
                    "month",
                    "date",
                    "\"place\": 4, \"start\": -1, \"step\": 1, \"size\": 3,"
                        + " \"unit\": \"monthEnd\"")),
            List.of())
        .profile();
  }

  private static String digit(String name, String type, String rest) {
    return column(name, type, false, "\"digit\": {" + rest + "}");
  }

  /** 72 combinations; more rows go on with later months. */
  @Test
  void datesMomentsDecimalsAndBooleansInKeys() {
    Database few = check("67d72631476cd93a", rates(72));
    assertThat(new HashSet<>(few.keys("rates", List.of("month"))))
        .containsExactlyInAnyOrder(day("1969-12-31"), day("1970-01-31"), day("1970-02-28"));
    assertThat(new HashSet<>(few.keys("rates", List.of("level"))))
        .containsExactlyInAnyOrder("50|", "75|", "100|");
    Database many = check(rates(300));
    assertThat(many.keys("rates", List.of("month"))).contains(day("1971-02-28"));
  }

  private static String day(String date) {
    return LocalDate.parse(date).toEpochDay() + "|";
  }

  @Test
  void keysThatRunOutOfDatesAreRefused() {
    DatasetSize size = new DatasetSize(1, Map.of("rates", 5_000_000L));
    DatasetPlan plan = DatasetPlan.of(rates(72), 1, size);
    assertThatThrownBy(() -> plan.requireKeys(List.of("rates")))
        .hasMessageStartingWith("the key rates.flag serves 2312640 rows, but the table is to have")
        .hasMessageEndingWith("give the key a wider type or pattern in the profile");
  }

  /**
   * Stores by months, all of them: ten times the rows there are not, and nobody asked for so many.
   */
  @Test
  void aTableWhoseKeyHasNoMoreCombinationsStaysFull() {
    Profile full =
        new Shapes()
            .table(
                "rents",
                6,
                "\"store\", \"level\"",
                List.of(
                    digit("store", "string", "\"place\": 0, \"values\": [\"a\", \"b\"]"),
                    digit("level", "string", "\"place\": 1, \"values\": [\"x\", \"y\", \"z\"]")),
                List.of())
            .profile();
    DatasetPlan plan = DatasetPlan.of(full, 1, new DatasetSize(10, Map.of()));
    plan.requireKeys(List.of("rents"));
    assertThat(plan.rows("rents")).isEqualTo(6);
    assertThat(plan.approximations())
        .containsExactly("rents: 6 rows at this scale, as its key has no more combinations");
    assertThat(DatasetPlan.of(full, 1, DatasetSize.SOURCE).approximations()).isEmpty();
    DatasetPlan asked = DatasetPlan.of(full, 1, new DatasetSize(1, Map.of("rents", 7L)));
    assertThatThrownBy(() -> asked.requireKeys(List.of("rents")))
        .hasMessageContaining("serves 6 rows, but the table is to have 7");
  }

  private static Shapes airports() {
    return new Shapes()
        .table(
            "airports",
            20,
            "\"id\"",
            List.of(key("id", 1), key("code", 500), hidden("#tower", 0.5, 0.5)),
            List.of())
        .table(
            "towers",
            10,
            "\"airport\"",
            List.of(part("airport", "towers.airport", 0, false)),
            List.of(
                reference(
                    "towers.airport", "\"airport\"", "airports", "\"id\"", family("#tower", 0))));
  }

  private static Profile flights() {
    return airports()
        .table(
            "flights",
            1000,
            "\"id\"",
            List.of(
                key("id", 1),
                part("origin", "flights.origin", 0, false),
                part("destination", "flights.destination", 0, false),
                hidden("@origin", 1),
                hidden("@destination", 1)),
            List.of(
                reference(
                    "flights.origin",
                    "\"origin\"",
                    "airports",
                    "\"code\"",
                    popular("@origin", false, "[[0.9, 1], [0.1, 91]]")),
                reference(
                    "flights.destination",
                    "\"destination\"",
                    "airports",
                    "\"id\"",
                    popular("@destination", false, "[[1, 50]]"))))
        .profile();
  }

  @Test
  void oneToOneTwiceTheSameParentAndUniqueKeys() {
    Database database = check("63085faa67e6051e", flights());
    Map<String, Long> origins = new HashMap<>();
    database.keys("flights", List.of("origin")).forEach(key -> origins.merge(key, 1L, Long::sum));
    assertThat(origins.get("518|") + origins.get("519|")).isEqualTo(910);
  }

  @Test
  void tablesMayReferToEachOtherInCircles() {
    check(
        "774282bc94dab036",
        new Shapes()
            .table(
                "staff",
                40,
                "\"id\"",
                List.of(key("id", 1), part("store", "staff.store", 0, false), hidden("@store", 1)),
                List.of(
                    reference(
                        "staff.store",
                        "\"store\"",
                        "stores",
                        "\"id\"",
                        popular("@store", false, "[[1, 8]]"))))
            .table(
                "stores",
                5,
                "\"id\"",
                List.of(
                    key("id", 1),
                    part("manager", "stores.manager", 0, false),
                    hidden("@manager", 1)),
                List.of(
                    reference(
                        "stores.manager",
                        "\"manager\"",
                        "staff",
                        "\"id\"",
                        popular("@manager", false, "[[1, 0.125]]"))))
            .profile());
  }

  @Test
  void sizesThatCannotBeHadAreRefused() {
    Profile shop = Database.profile("retail.json");
    assertThatThrownBy(
            () -> DatasetPlan.of(shop, 1, new DatasetSize(1, Map.of("orders", 5L, "lines", 9L))))
        .hasMessage(
            "rows are asked for of 'lines' and of 'orders', which both follow from the rows of"
                + " 'customers'\n"
                + "  cure: ask for rows of one of them");
    assertThatThrownBy(() -> DatasetPlan.of(shop, 1, new DatasetSize(1, Map.of("countries", 5L))))
        .hasMessage(
            "table 'countries' is kept as it is, with 3 rows, not 5\n"
                + "  cure: leave it out of the rows asked for");
    assertThatThrownBy(() -> new DatasetSize(0, Map.of()))
        .hasMessage("the scale is 0.0\n  cure: give a number above 0");
    DatasetPlan plan = DatasetPlan.of(shop, 1, new DatasetSize(1, Map.of("orders", 36_000L)));
    // The document says 1.8 orders a customer, and its fan-outs 2.1.
    assertThat(plan.rows("orders")).isBetween(41_000L, 44_000L);
    assertThat(plan.approximations())
        .contains("countries: kept as it is, 3 rows at any scale")
        .contains(
            "orders: "
                + plan.rows("orders")
                + " rows instead of 36000, as they come in whole families of 'customers'");
  }
}

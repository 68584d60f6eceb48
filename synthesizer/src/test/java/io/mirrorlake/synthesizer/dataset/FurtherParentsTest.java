package io.mirrorlake.synthesizer.dataset;

import static io.mirrorlake.synthesizer.dataset.GivenShapes.by;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.database;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.further;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.number;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.read;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.requireParts;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.requireSame;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.same;
import static io.mirrorlake.synthesizer.dataset.GivenShapes.trees;
import static io.mirrorlake.synthesizer.dataset.Shapes.family;
import static io.mirrorlake.synthesizer.dataset.Shapes.hidden;
import static io.mirrorlake.synthesizer.dataset.Shapes.key;
import static io.mirrorlake.synthesizer.dataset.Shapes.once;
import static io.mirrorlake.synthesizer.dataset.Shapes.part;
import static io.mirrorlake.synthesizer.dataset.Shapes.popular;
import static io.mirrorlake.synthesizer.dataset.Shapes.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.profile.Profile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What follows further parents that follow others, are told apart, or have one row each. */
class FurtherParentsTest {
  /** Tables without leading parent: sales of goods that themselves follow a kept brand. */
  private static Profile sales() {
    Shapes shapes =
        new Shapes()
            .kept(
                "brands",
                List.of(1.0),
                List.of("id", "name"),
                List.of("1", "b", "2", "a", "3", "c", "4", "a"));
    String[] tables = {"brands", "goods", "sales"};
    for (int i = 1; i < tables.length; i++) {
      String name = tables[i] + ".of";
      shapes.table(
          tables[i],
          400 * i,
          "\"id\"",
          List.of(
              key("id", 1),
              part("of", name, 0, false),
              hidden("@of", 1),
              number("name", 4),
              number("other", 5)),
          List.of(
              reference(
                  name, "\"of\"", tables[i - 1], "\"id\"", popular("@of", false, "[[1, 9]]"))));
    }
    Profile profile = shapes.profile();
    for (String table : List.of("goods", "sales")) {
      int codes = table.equals("goods") ? 3 : 4;
      TreeCopula copula =
          new TreeCopula(
              List.of(further(table + ".of", "name", codes)),
              List.of(trees("@of", 1, "="), same("name", 0, 4), trees("other", 5, "=")));
      profile = Shapes.dependent(profile, table, copula);
    }
    return profile;
  }

  @Test
  void parentsMayFollowParents() {
    Database database = database(sales(), 1);
    requireParts(database);
    Map<String, String> names = new HashMap<>();
    by(database, "brands", "name")
        .forEach((id, name) -> names.put(id, "" + List.of("a", "b", "c").indexOf(name)));
    requireSame(read(database, "goods"), "name", names, "of", 3);
    requireSame(read(database, "sales"), "name", by(database, "goods", "name"), "of", 4);
    assertThat(database.faults()).isEmpty();
  }

  /** Roles of actors in films: a film has no actor twice, or none twice in the same role. */
  private static Database cast(String key, TreeCopula copula) {
    Profile profile =
        new Shapes()
            .table(
                "films",
                100,
                "\"id\"",
                List.of(key("id", 1), hidden("#cast", 0, 0.2, 0.2, 0.2, 0.2, 0.2)),
                List.of())
            .table("actors", 5, "\"id\"", List.of(key("id", 1), number("fame", 3)), List.of())
            .table(
                "cast",
                300,
                key,
                List.of(
                    part("film", "cast.film", 0, false),
                    part("actor", "cast.actor", 0, false),
                    hidden("@actor", 1),
                    number("role", 3),
                    number("star", 4)),
                List.of(
                    reference("cast.film", "\"film\"", "films", "\"id\"", family("#cast", 0)),
                    reference(
                        "cast.actor",
                        "\"actor\"",
                        "actors",
                        "\"id\"",
                        popular("@actor", true, "[[1, 60]]"))))
            .profile();
    return database(Shapes.dependent(profile, "cast", copula), 1);
  }

  private static List<GivenColumn> fame() {
    return List.of(further("cast.actor", "fame", 3));
  }

  @Test
  void parentsThatMustNotRepeatAreToldApartFirst() {
    for (String key : new String[] {"\"film\", \"actor\"", "\"film\", \"actor\", \"role\""}) {
      Database database =
          cast(key, new TreeCopula(fame(), List.of(trees("role", 3, "="), same("star", 0, 4))));
      assertThat(database.faults()).isEmpty();
      Map<String, String> fames = by(database, "actors", "fame");
      assertThat(new HashSet<>(fames.values()).size()).isGreaterThan(2);
      requireSame(read(database, "cast"), "star", fames, "actor", 3);
      requireParts(database);
    }
  }

  /** A key that follows the parent is only known when the parent is: rows that repeat give way. */
  @Test
  void keysMayFollowParents() {
    TreeCopula copula =
        new TreeCopula(fame(), List.of(trees("role", 3, "?0:0 =0*1 =1*1"), same("star", 0, 4)));
    Database database = cast("\"film\", \"actor\", \"role\"", copula);
    assertThat(database.faults()).isEmpty();
    requireParts(database);
    Map<String, String> fames = by(database, "actors", "fame");
    List<Map<String, String>> cast = read(database, "cast");
    assertThat(cast.stream().filter(row -> row.get("star").equals(fames.get(row.get("actor")))))
        .hasSizeGreaterThan(cast.size() * 6 / 10);
  }

  private static Profile cards(String law) {
    Profile profile =
        new Shapes()
            .table("cards", 1000, "\"id\"", List.of(key("id", 1), number("level", 3)), List.of())
            .table(
                "holders",
                1000,
                "\"id\"",
                List.of(
                    key("id", 1),
                    part("card", "holders.card", 0, false),
                    hidden("@card", 1),
                    number("level", 4)),
                List.of(reference("holders.card", "\"card\"", "cards", "\"id\"", law)))
            .profile();
    TreeCopula copula =
        new TreeCopula(List.of(further("holders.card", "level", 3)), List.of(same("level", 0, 4)));
    return Shapes.dependent(profile, "holders", copula);
  }

  /** Parents that have to be read lie within a window of 16,384 rows, of which there are three. */
  @Test
  void neighboursHaveParentsThatAreRead() {
    for (String law : List.of(once("@card", "[[1, 1]]"), popular("@card", false, "[[1, 1]]"))) {
      Database database = database(cards(law), 40);
      List<Map<String, String>> holders = read(database, "holders");
      requireSame(holders, "level", by(database, "cards", "level"), "card", 3);
      assertThat(holders)
          .hasSize(40_000)
          .allMatch(
              row ->
                  Math.abs(Long.parseLong(row.get("id")) - Long.parseLong(row.get("card")))
                      < 17_000);
    }
  }

  @Test
  void parentsOfOneRowEach() {
    Database database = database(cards(once("@card", "[[1, 1]]")), 40);
    assertThat(new HashSet<>(database.keys("holders", List.of("card")))).hasSize(40_000);
  }
}

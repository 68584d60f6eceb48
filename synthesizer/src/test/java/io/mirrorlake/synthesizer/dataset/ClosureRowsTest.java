package io.mirrorlake.synthesizer.dataset;

import static io.mirrorlake.synthesizer.dataset.Shapes.column;
import static io.mirrorlake.synthesizer.dataset.Shapes.part;
import static io.mirrorlake.synthesizer.dataset.Shapes.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of a closure are exactly the pairs of a synthetic hierarchy. */
class ClosureRowsTest {
  /** Seven levels, one person at the top: the lowest has six superiors. */
  private static final List<Double> SEVEN = List.of(0.005, 0.02, 0.05, 0.1, 0.225, 0.3, 0.3);

  private static String law(boolean reflexive) {
    return "{\"kind\": \"descendant\", \"reflexive\": " + reflexive + "}";
  }

  /** The staff in levels, and the closure of who is whose boss. */
  private static Profile staff(List<Double> levels, boolean reflexive, List<String> distance) {
    String runs =
        levels.stream()
            .skip(1)
            .map(level -> "[[0.3, 0], [0.5, 2], [0.2, 9]]")
            .collect(Collectors.joining(", "));
    List<String> columns =
        new ArrayList<>(
            List.of(
                part("person", "pairs.person", 0, false), part("boss", "pairs.boss", 0, false)));
    columns.addAll(distance);
    return new Shapes()
        .staff(200, levels, 501, runs)
        .table(
            "pairs",
            900,
            "\"person\", \"boss\"",
            columns,
            List.of(
                reference(
                    "pairs.boss",
                    "\"boss\"",
                    "staff",
                    "\"id\"",
                    "{\"kind\": \"ancestor\", \"of\": \"pairs.person\"}"),
                reference("pairs.person", "\"person\"", "staff", "\"id\"", law(reflexive))))
        .profile();
  }

  private static List<String> distance(int start) {
    return List.of(
        column("distance", "smallint", false, "\"distance\": {\"start\": " + start + "}"));
  }

  private static Database of(Profile profile, double scale) {
    return new Database(DatasetPlan.of(profile, 5, new DatasetSize(scale, Map.of())));
  }

  /** All pairs by walking up the synthetic hierarchy, as a row of the closure is written. */
  private static List<String> pairs(Database database, int from, boolean counted, int start) {
    Map<String, String> bosses = new HashMap<>();
    List<String> people = new ArrayList<>();
    for (String row : database.rows("staff")) {
      String[] values = row.split("\\|", -1);
      people.add(values[0]);
      bosses.put(values[0], values[1]);
    }
    List<String> pairs = new ArrayList<>();
    for (String person : people) {
      int steps = 0;
      for (String at = person; !at.equals("null"); at = bosses.get(at)) {
        if (steps >= from) {
          pairs.add(person + "|" + at + "|" + (counted ? start + steps + "|" : ""));
        }
        steps++;
      }
    }
    return pairs;
  }

  @ParameterizedTest
  @CsvSource({
    "true, 0, 1",
    "true, 1, 1",
    "false, 0, 1",
    "false, -1, 1",
    "true, 0, 3",
    "false, 0, 3"
  })
  void rowsAreThePairsOfTheHierarchy(boolean reflexive, int start, double scale) {
    Database database = of(staff(SEVEN, reflexive, distance(start)), scale);

    List<String> expected = pairs(database, reflexive ? 0 : 1, true, start);
    assertThat(database.rows("pairs")).isEqualTo(expected);
    assertThat(database.plan().rows("pairs")).isEqualTo(expected.size());
    assertThat(database.faults()).isEmpty();
    assertThat(expected).anyMatch(row -> row.endsWith("|" + (start + 6) + "|"));
  }

  @Test
  void rowsNeedNoDistance() {
    Database database = of(staff(SEVEN, true, List.of()), 1);

    assertThat(database.rows("pairs")).isEqualTo(pairs(database, 0, false, 0));
  }

  @Test
  void everyRangeOfRowsIsTheSameByItself() {
    Database database = of(staff(SEVEN, true, distance(0)), 1);
    List<String> whole = database.rows("pairs");

    for (int first = 0; first < whole.size(); first += 7) {
      int end = Math.min(whole.size(), first + 1 + first % 13);
      assertThat(database.rows("pairs", first, end)).isEqualTo(whole.subList(first, end));
    }
    for (String field : List.of("person", "boss", "distance")) {
      assertThat(database.rows("pairs", 100, 300, List.of(field))).hasSize(200);
    }
    assertThat(database.digest()).isEqualTo("891d16e259014e2b");
  }

  /** More rows than a batch, a chunk and a block hold. */
  @Test
  void largeClosuresAreTheSame() {
    Database database = of(staff(SEVEN, false, distance(0)), 60);
    List<String> whole = database.rows("pairs");

    assertThat(whole).isEqualTo(pairs(database, 1, true, 0)).hasSizeGreaterThan(40_000);
    assertThat(database.rows("pairs", 16_380, 24_600)).isEqualTo(whole.subList(16_380, 24_600));
  }

  /** At a hundredth, most levels have no row: those below begin anew. */
  @ParameterizedTest
  @ValueSource(doubles = {0.005, 0.01, 0.02, 0.05})
  void levelsWithoutRowsBreakLines(double scale) {
    for (boolean reflexive : new boolean[] {true, false}) {
      Database database = of(staff(SEVEN, reflexive, distance(0)), scale);

      assertThat(database.rows("pairs")).isEqualTo(pairs(database, reflexive ? 0 : 1, true, 0));
    }
  }

  @Test
  void itsSizeFollowsTheParents() {
    Profile profile = staff(List.of(0.1, 0.9), true, distance(0));
    DatasetPlan plan = DatasetPlan.of(profile, 5, new DatasetSize(1, Map.of("staff", 1_000_000L)));

    assertThat(plan.rows("pairs")).isEqualTo(1_900_000L);
    assertThat(plan.approximations())
        .containsExactly(
            "pairs: 1900000 rows, one for each pair of a row of 'staff' and one above it");
    plan.requireKeys(List.of("staff", "pairs"));
  }

  @Test
  void rowsOfTheClosureCannotBeAskedFor() {
    Profile profile = staff(SEVEN, true, distance(0));

    assertThatThrownBy(
            () -> DatasetPlan.of(profile, 5, new DatasetSize(1, Map.of("pairs", 1_000L))))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "rows are asked for of table 'pairs', which has one for each pair of a row of 'staff' and"
                + " one above it\n  cure: ask for rows of 'staff'");
  }

  @Test
  void moreRowsThanNumbersAreRefused() {
    Profile profile = staff(SEVEN, true, distance(0));
    DatasetPlan plan = DatasetPlan.of(profile, 5, new DatasetSize(1, Map.of("staff", 1L << 61)));

    assertThatThrownBy(() -> plan.rows("pairs"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("table 'pairs' would have")
        .hasMessageContaining("ask for a smaller database");
  }
}

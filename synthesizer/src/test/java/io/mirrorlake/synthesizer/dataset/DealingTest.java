package io.mirrorlake.synthesizer.dataset;

import static io.mirrorlake.synthesizer.dataset.Shapes.dealt;
import static io.mirrorlake.synthesizer.dataset.Shapes.family;
import static io.mirrorlake.synthesizer.dataset.Shapes.hidden;
import static io.mirrorlake.synthesizer.dataset.Shapes.key;
import static io.mirrorlake.synthesizer.dataset.Shapes.part;
import static io.mirrorlake.synthesizer.dataset.Shapes.popular;
import static io.mirrorlake.synthesizer.dataset.Shapes.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.profile.Profile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Starts of drivers, of ten each, in races and for teams, which all lie in one cell. */
class DealingTest {
  private static final int DRIVERS = 300;
  private static final int STARTS = 10;
  private static final int PARENTS = 100;

  /** A parent has 20 or 40 children. */
  private static final String LAW = "[[0.5, 20], [0.5, 40]]";

  private static Profile profile() {
    return new Shapes()
        .table(
            "driver",
            DRIVERS,
            "\"id\"",
            List.of(key("id", 1), hidden("#start.driver", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)),
            List.of())
        .table("race", PARENTS, "\"id\"", List.of(key("id", 1)), List.of())
        .table("team", PARENTS, "\"id\"", List.of(key("id", 1)), List.of())
        .table("sponsor", PARENTS, "\"id\"", List.of(key("id", 1)), List.of())
        .table(
            "start",
            DRIVERS * STARTS,
            "\"id\"",
            List.of(
                hidden("@race", 1),
                hidden("@team", 1),
                hidden("@sponsor", 1),
                key("id", 1),
                part("driver", "start.driver", 0, false),
                part("race", "start.race", 0, false),
                part("team", "start.team", 0, false),
                part("sponsor", "start.sponsor", 0, false)),
            List.of(
                reference(
                    "start.driver", "\"driver\"", "driver", "\"id\"", family("#start.driver", 0)),
                reference("start.race", "\"race\"", "race", "\"id\"", dealt("@race", "apart", LAW)),
                reference(
                    "start.team", "\"team\"", "team", "\"id\"", dealt("@team", "together", LAW)),
                reference(
                    "start.sponsor",
                    "\"sponsor\"",
                    "sponsor",
                    "\"id\"",
                    popular("@sponsor", false, LAW))))
        .profile();
  }

  private final Database database = new Database(DatasetPlan.of(profile(), 5, DatasetSize.SOURCE));

  /** How many different parents a driver has, on average. */
  private double parents(String column) {
    Map<String, Set<String>> of = new HashMap<>();
    for (String row : database.keys("start", List.of("driver", column))) {
      int bar = row.indexOf('|');
      of.computeIfAbsent(row.substring(0, bar), driver -> new HashSet<>())
          .add(row.substring(bar + 1));
    }
    assertThat(of).hasSize(DRIVERS);
    return of.values().stream().mapToInt(Set::size).average().orElseThrow();
  }

  @Test
  void siblingsShareParentsAsTheLawSays() {
    assertThat(database.faults()).isEmpty();
    assertThat(parents("race")).isEqualTo(STARTS);
    // Ten rows in a line that is cut every 20 or 40 rows meet one cut at most.
    assertThat(parents("team")).isBetween(1.0, 1.4);
    // By chance, of 10 rows one or two name a parent again.
    assertThat(parents("sponsor")).isBetween(9.0, 9.8);
  }

  @Test
  void allParentsHaveTheChildrenOfTheirLaw() {
    for (String column : List.of("race", "team", "sponsor")) {
      Map<String, Long> children = new HashMap<>();
      database.keys("start", List.of(column)).forEach(of -> children.merge(of, 1L, Long::sum));
      LongStream numbers = children.values().stream().mapToLong(Long::longValue);
      assertThat(numbers.boxed().toList())
          .hasSize(PARENTS)
          .allMatch(n -> Math.abs(n - 20) <= 1 || Math.abs(n - 40) <= 1);
    }
  }
}

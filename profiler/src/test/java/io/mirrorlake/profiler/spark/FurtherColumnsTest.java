package io.mirrorlake.profiler.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.copula.CodeTree;
import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.GivenColumn.Origin;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.DeclaredReference;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Drivers start in races, for teams that are kept. A race has a length of its own, which decides
 * how long its starts take; what a start costs follows from the fee of its team. Neither follows
 * from anything else. Shoes are the driver's own.
 */
final class FurtherColumnsTest {
  private static List<TableProfile> profiles = List.of();

  @BeforeAll
  static void profile() {
    profiles =
        DatasetProfiler.of()
            .profile(
                List.of(
                    Tables.of("driver", "SELECT id, id % 9 AS kind FROM range(400)"),
                    Tables.of(
                        "race",
                        "SELECT id, cast(pmod(xxhash64(id), 1000) AS int) AS length,"
                            + " concat('c', id % 7) AS circuit FROM range(300)"),
                    Tables.kept(
                        "team",
                        "SELECT id, if(id = 3, null, pmod(xxhash64(id, 4), 20)) AS fee, concat('T', id) AS"
                            + " name, concat('L', id % 9) AS league FROM range(90)"),
                    Tables.of(
                        "start",
                        "SELECT s.id, driver, s.race, team, length * 2 + pmod(xxhash64(s.id), 7) AS"
                            + " time, cast(fee * 10 + pmod(xxhash64(s.id, 1), 3) AS int) AS cost,"
                            + " pmod(xxhash64(driver, 5), 12) AS shoes"
                            + " FROM (SELECT id, id div 20 AS driver, pmod(xxhash64(id, 2), 300) AS"
                            + " race, pmod(xxhash64(id, 3), 90) AS team FROM range(8000)) s JOIN"
                            + " (SELECT id, pmod(xxhash64(id), 1000) AS length FROM range(300)) r"
                            + " ON s.race = r.id JOIN (SELECT id, pmod(xxhash64(id, 4), 20) AS fee"
                            + " FROM range(90)) t ON s.team = t.id",
                        reference("driver", true),
                        reference("race", false),
                        reference("team", false))),
                line -> {});
  }

  private static DeclaredReference reference(String parent, boolean leading) {
    return new DeclaredReference(List.of(parent), parent, List.of("id"), leading, false);
  }

  private static TreeCopula starts() {
    return (TreeCopula) profiles.get(3).copula();
  }

  /** The given columns that the trees of a column ask. */
  private static Set<String> asked(String column) {
    TreeColumn of =
        starts().columns().stream().filter(c -> c.name().equals(column)).findFirst().orElseThrow();
    Set<String> names = new TreeSet<>();
    of.trees().forEach(tree -> add(tree, names));
    return names;
  }

  private static void add(CodeTree tree, Set<String> names) {
    if (tree instanceof CodeTree.Split split) {
      if (split.ancestor() < starts().given().size()) {
        names.add(starts().given().get(split.ancestor()).name());
      }
      add(split.inside(), names);
      add(split.outside(), names);
    }
  }

  private static GivenColumn given(String name) {
    return starts().given().stream().filter(g -> g.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void aRaceHasTheMeanOfItsStarts() {
    assertThat(profiles.get(1).columns().stream().filter(ColumnProfile::hidden))
        .extracting(ColumnProfile::name)
        .contains("#start.race.time.mean")
        .doesNotContain("#start.race");
  }

  @Test
  void aStartIsGivenItsRace() {
    GivenColumn mean = given("further.start.race.#start.race.time.mean");
    assertThat(mean.origin()).isEqualTo(Origin.FURTHER);
    assertThat(mean.reference()).isEqualTo("start.race");
    assertThat(mean.column()).isEqualTo("#start.race.time.mean");
    assertThat(given("further.start.race.length").starts()).hasSizeGreaterThan(5);
    assertThat(asked("time")).anyMatch(name -> name.startsWith("further.start.race."));
  }

  @Test
  void aStartIsGivenWhatItsTeamKeeps() {
    // Twenty fees, and null after these.
    assertThat(given("further.start.team.fee").starts()).hasSize(21).last().isEqualTo(20);
    assertThat(given("further.start.team.league").starts()).hasSize(9);
    assertThat(starts().given()).extracting(GivenColumn::column).doesNotContain("name");
    assertThat(asked("cost")).contains("further.start.team.fee");
  }

  @Test
  void parentsAreChosenBeforeTheyAreKnown() {
    assertThat(asked("@start.race")).noneMatch(name -> name.startsWith("further."));
    assertThat(asked("@start.team")).noneMatch(name -> name.startsWith("further."));
    assertThat(asked("@start.race")).doesNotContain("previous.time", "previous.cost");
    assertThat(asked("shoes")).noneMatch(name -> name.startsWith("further."));
    boolean[] needed = starts().needed(Set.of("@start.race", "@start.team"));
    for (int i = 0; i < starts().given().size(); i++) {
      assertThat(needed[i] && starts().given().get(i).origin() == Origin.FURTHER).isFalse();
    }
  }

  @Test
  void ofACircleOneReferenceGivesNothing() {
    List<TableProfile> circle =
        DatasetProfiler.of()
            .profile(
                List.of(
                    Tables.of(
                        "store",
                        "SELECT id, if(id = 8, null, id % 9) AS boss, pmod(xxhash64(id % 9), 60) AS"
                            + " size FROM range(45)",
                        new DeclaredReference(
                            List.of("boss"), "staff", List.of("id"), false, false)),
                    Tables.of(
                        "staff",
                        "SELECT id, id % 9 AS store, pmod(xxhash64(id % 9), 50) AS pay FROM range(45)",
                        new DeclaredReference(
                            List.of("store"), "store", List.of("id"), false, false))),
                line -> {});
    assertThat(circle.stream().filter(table -> further(table) > 0)).hasSize(1);
  }

  private static long further(TableProfile table) {
    return table.copula().given().stream()
        .filter(given -> given.origin() == Origin.FURTHER)
        .count();
  }
}

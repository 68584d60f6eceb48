package io.mirrorlake.profiler.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.Dealing;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.relation.ReferenceLaw.Popular;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SiblingDealingTest {
  private static DeclaredReference reference(String parent) {
    boolean leading = parent.equals("driver");
    return new DeclaredReference(List.of(parent), parent, List.of("id"), leading, false);
  }

  private static Dealing dealing(TableProfile starts, String parent) {
    return ((Popular) starts.relations().reference("start." + parent).orElseThrow().law())
        .dealing();
  }

  /**
   * Three hundred families of three that share nothing, and one of a hundred that shares all: nine
   * tenths of the pairs are its own, but it has one vote.
   */
  @Test
  void oneLargeFamilyDecidesNothing() {
    List<TableProfile> profiles =
        DatasetProfiler.of()
            .profile(
                List.of(
                    Tables.of("driver", "SELECT id, id % 9 AS kind FROM range(301)"),
                    Tables.of("team", "SELECT id, id % 5 AS kind FROM range(60)"),
                    Tables.of(
                        "start",
                        "SELECT id, if(id < 900, id div 3, 300) AS driver, if(id < 900, id * 7 % 60,"
                            + " 5) AS team FROM range(1000)",
                        reference("driver"),
                        reference("team"))),
                line -> {});

    assertThat(dealing(profiles.get(2), "team")).isNotEqualTo(Dealing.TOGETHER);
  }

  /** A driver of ten starts has one team, ten races, and sponsors at random. */
  @Test
  void whatSiblingsShareIsToldFromChance() {
    List<TableProfile> profiles =
        DatasetProfiler.of()
            .profile(
                List.of(
                    Tables.of("driver", "SELECT id, id % 9 AS kind FROM range(300)"),
                    Tables.of("team", "SELECT id, id % 5 AS kind FROM range(200)"),
                    Tables.of("race", "SELECT id, id % 5 AS kind FROM range(200)"),
                    Tables.of("sponsor", "SELECT id, id % 5 AS kind FROM range(200)"),
                    Tables.of(
                        "start",
                        "SELECT id, id div 10 AS driver, id div 10 * 7 % 200 AS team, id * 67 % 200"
                            + " AS race, pmod(xxhash64(id), 200) AS sponsor FROM range(3000)",
                        reference("driver"),
                        reference("team"),
                        reference("race"),
                        reference("sponsor"))),
                line -> {});
    TableProfile starts = profiles.get(4);

    assertThat(dealing(starts, "team")).isEqualTo(Dealing.TOGETHER);
    assertThat(dealing(starts, "race")).isEqualTo(Dealing.APART);
    assertThat(dealing(starts, "sponsor")).isEqualTo(Dealing.SHUFFLED);
  }
}

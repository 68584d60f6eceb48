package io.mirrorlake.profiler.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.DeclaredReference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 300 people mark 20 films each of 300, by a score that is alike among marks of one of either. */
final class FollowersTest {
  private static final String FOLLOWED = "#mark.film.score.mean";

  /**
   * The hidden columns of films.
   *
   * @param film which film the row with this id and person marks, in SQL
   * @param score how, in SQL
   */
  private static List<String> hidden(String film, String score) {
    List<TableProfile> profiles =
        DatasetProfiler.of()
            .profile(
                List.of(
                    Tables.of("person", "SELECT id, id % 9 AS kind FROM range(300)"),
                    Tables.of("film", "SELECT id, id % 7 AS genre FROM range(300)"),
                    Tables.of(
                        "mark",
                        "SELECT id, person, film, %s AS score FROM (SELECT id, person, %s AS film FROM"
                                .formatted(score, film)
                            + " (SELECT id, id div 20 AS person FROM range(6000)))",
                        reference("person", true),
                        reference("film", false))),
                line -> {});
    return profiles.get(1).columns().stream()
        .filter(ColumnProfile::hidden)
        .map(ColumnProfile::name)
        .toList();
  }

  private static DeclaredReference reference(String parent, boolean leading) {
    return new DeclaredReference(List.of(parent), parent, List.of("id"), leading, false);
  }

  private static String even(String of, int salt, int values) {
    return "cast(pmod(xxhash64(" + of + ", " + salt + "), " + values + ") AS int)";
  }

  /**
   * A third of the variance is the person's, and as much the film's: neither explains the other.
   */
  @Test
  void aScoreFollowsTheFilmThoughItIsThePersonsToo() {
    String score = even("person", 5, 10) + " + " + even("film", 6, 10) + " + " + even("id", 7, 10);
    assertThat(hidden(even("id", 2, 300), score)).contains(FOLLOWED);
  }

  /** People of one decade mark its films, which are good or bad ones. */
  @Test
  void aScoreThatIsTheDecadesDoesNot() {
    String decade = "person % 10";
    String score = even(decade, 5, 10) + " + " + even("id", 7, 15);
    assertThat(hidden(decade + " * 30 + " + even("id", 2, 30), score)).doesNotContain(FOLLOWED);
  }

  /** The companion: the same films, and what they are worth varies inside a decade. */
  @Test
  void whatVariesInsideADecadeFollows() {
    String decade = "person % 10";
    String score = even("film", 5, 10) + " + " + even("id", 7, 15);
    assertThat(hidden(decade + " * 30 + " + even("id", 2, 30), score)).contains(FOLLOWED);
  }
}

package io.mirrorlake.profiler.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.profile.Disclosure;
import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.ProfileJson;
import io.mirrorlake.profiler.profile.Provenance;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.relation.TableRole;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tables whose rows are those of a query. */
final class Tables {
  private Tables() {}

  /**
   * A synthesized table.
   *
   * @param key the columns of its primary key
   */
  static DatasetTable of(
      String name,
      String query,
      List<String> key,
      List<DeclaredReference> references,
      ProfileOptions options) {
    return new DatasetTable(
        name,
        SharedSession.session().sql(query),
        new SourceDescription("sql", name, Optional.empty()),
        TableRole.SYNTHESIZED,
        key,
        references,
        Optional.empty(),
        options);
  }

  /** A table that is kept as it is, whose key is its id. */
  static DatasetTable kept(String name, String query) {
    return new DatasetTable(
        name,
        SharedSession.session().sql(query),
        new SourceDescription("sql", name, Optional.empty()),
        TableRole.REFERENCE,
        List.of("id"),
        List.of(),
        Optional.empty(),
        ProfileOptions.defaults().withSecret(7));
  }

  /** A table with the default options. */
  static DatasetTable of(
      String name, String query, List<String> key, DeclaredReference... references) {
    return of(name, query, key, List.of(references), ProfileOptions.defaults().withSecret(7));
  }

  /** A table whose key is its id. */
  static DatasetTable of(String name, String query, DeclaredReference... references) {
    return of(name, query, List.of("id"), references);
  }

  /** The profile of these tables is what its text says. */
  static void assertReadBack(List<TableProfile> tables) {
    Profile profile =
        new Profile(
            new Provenance(Instant.EPOCH, "0", "4", "17", "0"), new Disclosure(10, "row"), tables);
    assertThat(ProfileJson.read(ProfileJson.write(profile), "p")).isEqualTo(profile);
  }
}

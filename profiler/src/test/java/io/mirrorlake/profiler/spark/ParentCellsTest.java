package io.mirrorlake.profiler.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.relation.ReferenceLaw;
import io.mirrorlake.profiler.relation.TableRole;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ParentCellsTest {
  private static DatasetTable table(String name, String text, DeclaredReference... references) {
    return new DatasetTable(
        name,
        SharedSession.session().sql(text),
        new SourceDescription("sql", name, Optional.empty()),
        TableRole.SYNTHESIZED,
        List.of("id"),
        List.of(references),
        Optional.empty(),
        ProfileOptions.defaults().withSecret(7));
  }

  private static DeclaredReference reference(String parent, boolean leading) {
    return new DeclaredReference(List.of(parent), parent, List.of("id"), leading, false);
  }

  @Test
  void aRootWithNothingToTellItsRowsApartIsOneCell() {
    List<TableProfile> profiles =
        DatasetProfiler.of()
            .profile(
                List.of(
                    table("city", "SELECT id, concat('city ', id) AS name FROM range(90)"),
                    table(
                        "address",
                        "SELECT id, id * 7 % 90 AS city FROM range(360)",
                        reference("city", true)),
                    table("person", "SELECT id, cast(id % 7 AS int) AS kind FROM range(200)"),
                    table(
                        "visit",
                        "SELECT id, id % 200 AS person, id * 11 % 360 AS address FROM range(900)",
                        reference("person", true),
                        reference("address", false))),
                line -> {});
    assertThat(profiles.get(0).relations().cells()).isEmpty();
    ReferenceLaw law = profiles.get(3).relations().reference("visit.address").orElseThrow().law();
    assertThat(law)
        .isInstanceOfSatisfying(
            ReferenceLaw.Popular.class, popular -> assertThat(popular.byCell()).hasSize(1));
  }

  @Test
  void tablesOfAFewRowsKeepOneForThoseWhoReferToThem() {
    List<TableProfile> profiles =
        DatasetProfiler.of()
            .profile(
                List.of(
                    table("address", "SELECT id, cast(id % 9 AS int) AS kind FROM range(300)"),
                    table(
                        "store",
                        "SELECT id, id * 7 AS address FROM range(2)",
                        reference("address", false)),
                    table(
                        "visit",
                        "SELECT id, id % 2 AS store FROM range(900)",
                        reference("store", false))),
                line -> {});
    // Two parents with a child are too few to be told of: a family would leave no store at all.
    assertThat(profiles.get(1).relations().reference("store.address").orElseThrow().law())
        .isInstanceOf(ReferenceLaw.Popular.class);
    assertThat(profiles.get(1).rows()).isPositive();
    // Nor may their parent be told as null where none is.
    assertThat(profiles.get(1).column("@store.address").column().nullable()).isFalse();
  }
}

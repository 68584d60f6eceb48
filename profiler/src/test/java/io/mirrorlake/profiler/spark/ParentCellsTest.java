package io.mirrorlake.profiler.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.relation.ReferenceLaw;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ParentCellsTest {
  private static DeclaredReference reference(String parent, boolean leading) {
    return new DeclaredReference(List.of(parent), parent, List.of("id"), leading, false);
  }

  @Test
  void aRootWithNothingToTellItsRowsApartIsOneCell() {
    List<TableProfile> profiles =
        DatasetProfiler.of()
            .profile(
                List.of(
                    Tables.of("city", "SELECT id, concat('city ', id) AS name FROM range(90)"),
                    Tables.of(
                        "address",
                        "SELECT id, id * 7 % 90 AS city FROM range(360)",
                        reference("city", true)),
                    Tables.of("person", "SELECT id, cast(id % 7 AS int) AS kind FROM range(200)"),
                    Tables.of(
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
                    Tables.of("address", "SELECT id, cast(id % 9 AS int) AS kind FROM range(300)"),
                    Tables.of(
                        "store",
                        "SELECT id, id * 7 AS address FROM range(2)",
                        reference("address", false)),
                    Tables.of(
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

  /**
   * Races in a random order of their numbers, and drivers whose starts all lie within a few years:
   * what a driver's races have in common is their date, and it is what their cells are cut by.
   */
  @Test
  void whatTheFurtherParentsOfSiblingsHaveInCommonIsKnownToTheLeadingOne() {
    List<TableProfile> profiles =
        DatasetProfiler.of()
            .profile(
                List.of(
                    Tables.of(
                        "race",
                        "SELECT id, date_add(DATE'1950-01-01', cast(id * 37 % 800 * 30 AS int)) AS day,"
                            + " cast(id * 13 % 7 AS int) AS laps FROM range(800)"),
                    Tables.of("driver", "SELECT id, cast(id % 9 AS int) AS team FROM range(400)"),
                    Tables.of(
                        "start",
                        "SELECT s.id, d AS driver, r.id AS race FROM (SELECT id, id % 400 AS d,"
                            + " (id % 400 * 2 + cast(id / 400 AS int) % 8) % 800 AS place"
                            + " FROM range(6400)) s JOIN (SELECT id, id * 37 % 800 AS rank"
                            + " FROM range(800)) r ON r.rank = s.place",
                        reference("driver", true),
                        reference("race", false))),
                line -> {});
    TableProfile driver = profiles.get(1);
    assertThat(driver.column("#start.race.day.mean").hidden()).isTrue();
    assertThat(driver.columns()).noneMatch(column -> column.name().contains("laps"));
    // Nearly all that the trees of the day ask first is the cell.
    ReferenceLaw law = profiles.get(2).relations().reference("start.race").orElseThrow().law();
    assertThat(law)
        .isInstanceOfSatisfying(
            ReferenceLaw.Popular.class,
            popular -> assertThat(popular.byCell()).hasSizeGreaterThan(8));
  }
}

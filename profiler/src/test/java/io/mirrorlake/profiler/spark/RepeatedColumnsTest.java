package io.mirrorlake.profiler.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.fit.Dependence;
import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.DeclaredReference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Races of drivers who keep their car's number from one to the next four times in five. */
final class RepeatedColumnsTest {
  private static final int ROWS = 4800;

  /** Races of a driver. */
  private static final int FAMILY = 12;

  private static final int NUMBERS = 40;

  private static final double KEPT = 0.8;

  private static Optional<TableProfile> fitted = Optional.empty();

  @BeforeAll
  static void profile() {
    fitted = Optional.of(profile(Dependence.AUTO));
  }

  /**
   * A spell starts with a driver's first race, and anew with one race in five. The number, its
   * label and a ticket follow from the spell; whether the car is red is kept too, but is one of
   * two; the place is drawn anew for every race.
   */
  private static TableProfile profile(Dependence dependence) {
    ProfileOptions options = ProfileOptions.defaults().withDependence(dependence).withSecret(11);
    DatasetTable drivers =
        Tables.of(
            "drivers",
            "SELECT id FROM range(" + ROWS / FAMILY + ")",
            List.of("id"),
            List.of(),
            options);
    String spells =
        "SELECT id, id div 12 AS driver, last_value(if(id % 12 = 0 OR pmod(xxhash64(id, 5), 5) = 0,"
            + " id, null), true) OVER (PARTITION BY id div 12 ORDER BY id) AS spell FROM range("
            + ROWS
            + ")";
    DatasetTable races =
        Tables.of(
            "races",
            "SELECT id, driver, cast(pmod(xxhash64(spell, 1), 40) AS int) AS number,"
                + " concat('N', pmod(xxhash64(spell, 1), 40)) AS label,"
                + " hex(xxhash64(spell, 2)) AS ticket, pmod(xxhash64(spell, 3), 2) = 0 AS red,"
                + " cast(pmod(xxhash64(id, 4), 30) AS int) AS place FROM ("
                + spells
                + ")",
            List.of("id"),
            List.of(
                new DeclaredReference(List.of("driver"), "drivers", List.of("id"), false, true)),
            options);
    return DatasetProfiler.of().profile(List.of(drivers, races), line -> {}).get(1);
  }

  private static TableProfile races() {
    return fitted.orElseThrow();
  }

  private static List<String> flags(TableProfile table) {
    return table.columns().stream()
        .filter(ColumnProfile::hidden)
        .map(ColumnProfile::name)
        .filter(name -> name.startsWith("="))
        .toList();
  }

  /**
   * The label follows from the number, red has two values only, and the place is not kept. The
   * ticket is made from a format.
   */
  @Test
  void onlyColumnsThatAreDrawnAndKeptHaveFlags() {
    assertThat(races().column("label")).isInstanceOf(ColumnProfile.Derived.class);
    assertThat(flags(races())).containsExactly("=number", "=ticket");
  }

  @Test
  void columnsFollowTheFlagsBeforeThem() {
    List<TreeColumn> columns = ((TreeCopula) races().copula()).columns();

    assertThat(columns.get(0).name()).isEqualTo("=number");
    assertThat(columns)
        .filteredOn(TreeColumn::isRepeating)
        .extracting(TreeColumn::name, TreeColumn::repeats)
        .containsExactly(tuple("number", "=number"), tuple("ticket", "=ticket"));
  }

  /**
   * Of all rows, 11 of 12 have a sibling before; of these 4 of 5 are of its spell, and by chance
   * one of 40 others has its number too. Spells of 4,400 rows have a standard deviation of 27 rows;
   * rounding to k = 10 families of 12 rows has one of 0.54 x 120 = 65 for each of the two counts.
   */
  private static boolean tells(double flagged) {
    double expected = (FAMILY - 1.0) / FAMILY * (KEPT + (1 - KEPT) / NUMBERS);
    double deviation = Math.hypot(27, Math.hypot(65 * expected, 65 * (1 - expected))) / ROWS;
    // Four standard deviations: missed with a probability of 6e-5.
    return Math.abs(flagged - expected) < 4 * deviation;
  }

  @Test
  void flagsAreAsFrequentAsSiblingsAreAlike() {
    NumericMarginal marginal = (NumericMarginal) ((Drawn) races().column("=number")).marginal();

    assertThat(marginal.nullProbability()).isZero();
    assertThat(marginal.segments()).hasSize(2);
    assertThat(marginal.segments().get(1).low()).isEqualTo(1);
    assertThat(tells(marginal.segments().get(1).weight())).isTrue();
    // The companion: neither all rows with a sibling nor two spells in three would pass.
    assertThat(tells((FAMILY - 1.0) / FAMILY)).isFalse();
    assertThat(tells((FAMILY - 1.0) / FAMILY * 2 / 3)).isFalse();
  }

  /**
   * Two results in five are of the day of the one before: a day of a thousand shares its code with
   * twenty others, so that it takes a flag, where one of twelve rooms is told by its code.
   */
  @Test
  void valuesThatShareCodesHaveFlagsThoughTheyAreKeptSeldom() {
    String spell =
        "last_value(if(id %% 12 = 0 OR pmod(xxhash64(id, %d), 5) > 1, id, null), true)"
            + " OVER (PARTITION BY id div 12 ORDER BY id)";
    String rows =
        "SELECT id, id div 12 AS patient, "
            + spell.formatted(5)
            + " AS a, "
            + spell.formatted(6)
            + " AS b FROM range(4800)";
    TableProfile results =
        DatasetProfiler.of()
            .profile(
                List.of(
                    Tables.of("patients", "SELECT id FROM range(400)"),
                    Tables.of(
                        "results",
                        "SELECT id, patient, cast(pmod(xxhash64(a, 1), 1000) AS int) AS day,"
                            + " cast(pmod(xxhash64(b, 2), 12) AS int) AS room FROM ("
                            + rows
                            + ")",
                        new DeclaredReference(
                            List.of("patient"), "patients", List.of("id"), true, false))),
                line -> {})
            .get(1);
    assertThat(flags(results)).containsExactly("=day");
  }

  @Test
  void independentColumnsRepeatNothing() {
    assertThat(flags(profile(Dependence.INDEPENDENT))).isEmpty();
  }
}

package io.mirrorlake.profiler.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Derived;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.relation.TableRole;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Customers who live in the state of their region, a table that is kept, and their orders from the
 * state's depot.
 */
final class DecidedByParentsTest {
  private static DatasetTable table(
      String name, String text, TableRole role, DeclaredReference... references) {
    return new DatasetTable(
        name,
        SharedSession.session().sql(text),
        new SourceDescription("sql", name, Optional.empty()),
        role,
        List.of("id"),
        List.of(references),
        Optional.empty(),
        ProfileOptions.defaults().withSecret(7));
  }

  private static List<TableProfile> profiles() {
    DeclaredReference region =
        new DeclaredReference(List.of("region"), "regions", List.of("id"), false, false);
    DeclaredReference customer =
        new DeclaredReference(List.of("customer"), "customers", List.of("id"), true, false);
    return DatasetProfiler.of()
        .profile(
            List.of(
                table("regions", "SELECT id FROM range(12)", TableRole.REFERENCE),
                table(
                    "customers",
                    "SELECT id, id * 7 % 12 AS region, concat('S', id * 7 % 12 div 3) AS state,"
                        + " concat('C', id * 7 % 12 div 6) AS country, id % 5 AS cars"
                        + " FROM range(2400)",
                    TableRole.SYNTHESIZED,
                    region),
                table(
                    "orders",
                    "SELECT id, id div 3 AS customer, IF(id div 3 * 7 % 12 div 3 = 1, 'W1',"
                        + " concat('W', id % 2 * 2)) AS depot FROM range(7200)",
                    TableRole.SYNTHESIZED,
                    customer)),
            line -> {});
  }

  @Test
  void whatTheRegionDecidesIsLookedUpByItsCell() {
    List<TableProfile> profiles = profiles();
    TableProfile customers = profiles.get(1);
    assertThat(lookedUpBy(customers.column("state"))).isEqualTo("@customers.region");
    assertThat(lookedUpBy(customers.column("country"))).isEqualTo("state");
    assertThat(customers.column("cars")).isInstanceOf(ColumnProfile.Drawn.class);
    // The cell is no column of the table's: what it decides is told by the formula alone.
    assertThat(customers.constraints())
        .extracting(listed -> listed.constraint().text())
        .containsExactly("state -> country");
    // The cell is drawn before the number of orders, and 200 customers a region are told as such.
    assertThat(((TreeCopula) customers.copula()).columns())
        .extracting(TreeColumn::name)
        .startsWith("@customers.region", "#orders.customer");
    Marginal cells = customers.column("@customers.region").distribution().orElseThrow();
    assertThat(IntStream.range(0, cells.segmentCount()).mapToDouble(cells::weight).distinct())
        .as("different shares, as the noise is no multiple of k")
        .hasSizeGreaterThan(5)
        .allSatisfy(share -> assertThat(share).isCloseTo(1 / 12.0, within(0.01)));
    // Orders know what their customers look up: the state decides the depot, and they ask for it.
    TreeCopula orders = (TreeCopula) profiles.get(2).copula();
    assertThat(orders.given())
        .filteredOn(given -> given.origin() == GivenColumn.Origin.PARENT)
        .extracting(GivenColumn::column)
        .contains("state");
  }

  private static String lookedUpBy(ColumnProfile column) {
    return ((Formula.Lookup) ((Derived) column).formula()).from();
  }
}

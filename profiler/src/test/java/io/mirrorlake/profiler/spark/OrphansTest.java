package io.mirrorlake.profiler.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.relation.Orphans;
import io.mirrorlake.profiler.relation.ReferenceLaw;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dirty sources: rows whose parents are not there. */
final class OrphansTest {
  private static DeclaredReference reference(
      String column, String parent, String key, boolean reproduce) {
    return new DeclaredReference(List.of(column), parent, List.of(key), false, reproduce);
  }

  /** Of 900 orders 180 name one of 30 missing customers, and 90 one of 9 missing shops. */
  @Test
  void areReproducedWhereAsked() {
    List<TableProfile> profiles =
        DatasetProfiler.of()
            .profile(
                List.of(
                    Tables.of("customers", "SELECT id FROM range(120)", List.of("id")),
                    Tables.of("shops", "SELECT id FROM range(81)", List.of("id")),
                    Tables.of(
                        "orders",
                        "SELECT id, id % 150 AS customer, (id * 7) % 90 AS shop FROM range(900)",
                        List.of("id"),
                        reference("customer", "customers", "id", true),
                        reference("shop", "shops", "id", true))),
                line -> {});
    TableProfile orders = profiles.get(2);

    assertThat(orders.notes())
        .contains(
            "reference orders.customer: values that no parent has are reproduced",
            "reference orders.shop: values that no parent has are reproduced");
    var leading = orders.relations().leading().orElseThrow();
    assertThat(leading.law()).isInstanceOf(ReferenceLaw.Family.class);
    for (var reference : orders.relations().references()) {
      boolean customer = reference.name().equals("orders.customer");
      Orphans orphans = reference.orphans().orElseThrow();
      // Counts are rounded to tens, with a standard deviation of 5.4.
      assertThat(orphans.share()).isCloseTo(customer ? 0.2 : 0.1, within(0.03));
      assertThat(orphans.keys()).isCloseTo(customer ? 1.0 / 6 : 0.1, within(0.01));
    }
    Tables.assertReadBack(profiles);
  }

  /**
   * A missing customer's order is left out, and so are its lines, although their order was there.
   */
  @Test
  void childrenOfRowsThatAreLeftOutAreLeftOutToo() {
    List<TableProfile> profiles =
        DatasetProfiler.of()
            .profile(
                List.of(
                    Tables.of(
                        "lines",
                        "SELECT id div 3 AS order, cast(id % 3 AS int) AS line FROM range(1200)",
                        List.of("order", "line"),
                        reference("order", "orders", "id", false)),
                    Tables.of(
                        "orders",
                        "SELECT id AS id, id + 0 AS customer FROM range(400)",
                        List.of("id", "customer"),
                        reference("customer", "customers", "id", false)),
                    Tables.of("customers", "SELECT id FROM range(300)", List.of("id"))),
                line -> {});

    assertThat(profiles.get(0).notes())
        .contains("reference lines.order: rows without the parent they name were left out");
    assertThat(profiles.get(1).rows()).isBetween(270L, 330L);
    assertThat(profiles.get(0).rows()).isBetween(870L, 930L);
  }
}

package io.mirrorlake.synthesizer.dataset;

import static io.mirrorlake.synthesizer.dataset.Shapes.column;
import static io.mirrorlake.synthesizer.dataset.Shapes.hidden;
import static io.mirrorlake.synthesizer.dataset.Shapes.key;
import static io.mirrorlake.synthesizer.dataset.Shapes.part;
import static io.mirrorlake.synthesizer.dataset.Shapes.popular;
import static io.mirrorlake.synthesizer.dataset.Shapes.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.profile.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Customers in kept regions of the north and of the south: their state follows from the region. */
class CellLookupTest {
  private static final String STATE =
      "\"formula\": {\"kind\": \"lookup\", \"from\": \"@region\", \"marginal\": {\"kind\":"
          + " \"categorical\", \"nullProbability\": 0, \"categories\": [{\"value\": \"north\","
          + " \"p\": 0.3}, {\"value\": \"south\", \"p\": 0.7}]}, \"entries\": [{\"from\": 0,"
          + " \"to\": \"north\"}, {\"from\": 1, \"to\": \"south\"}]}";

  private static Profile customers() {
    return new Shapes()
        .kept("regions", 10, List.of(0.4, 0.6))
        .table(
            "customers",
            1000,
            "\"id\"",
            List.of(
                key("id", 1),
                part("region", "customers.region", 0, false),
                hidden("@region", 0.3, 0.7),
                column("state", "string", false, STATE)),
            List.of(
                reference(
                    "customers.region",
                    "\"region\"",
                    "regions",
                    "\"id\"",
                    popular("@region", false, "[[1, 75]], [[1, 117]]"))))
        .profile();
  }

  @Test
  void whatTheParentsCellDecidesFitsTheParent() {
    Database database = new Database(DatasetPlan.of(customers(), 11, DatasetSize.SOURCE));

    List<String> rows = database.rows("customers", 0, 1000, List.of("region", "state"));

    assertThat(database.faults()).isEmpty();
    assertThat(rows)
        .allSatisfy(
            row -> {
              String[] fields = row.split("\\|", -1);
              assertThat(fields[1]).isEqualTo(Long.parseLong(fields[0]) <= 4 ? "north" : "south");
            });
    assertThat(rows.stream().filter(row -> row.contains("north")).count()).isBetween(240L, 360L);
    // The state alone is drawn as it is beside the region.
    assertThat(database.rows("customers", 0, 1000, List.of("state")))
        .isEqualTo(rows.stream().map(row -> row.substring(row.indexOf('|') + 1)).toList());
  }
}

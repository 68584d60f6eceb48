package io.mirrorlake.synthesizer.dataset;

import static io.mirrorlake.synthesizer.dataset.Shapes.column;
import static io.mirrorlake.synthesizer.dataset.Shapes.family;
import static io.mirrorlake.synthesizer.dataset.Shapes.hidden;
import static io.mirrorlake.synthesizer.dataset.Shapes.key;
import static io.mirrorlake.synthesizer.dataset.Shapes.part;
import static io.mirrorlake.synthesizer.dataset.Shapes.popular;
import static io.mirrorlake.synthesizer.dataset.Shapes.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.copula.CodeTreeText;
import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.GivenColumn.Origin;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.profile.Profile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Customers in kept regions of the north and of the south: their state follows from the region, and
 * the depot of their orders from the state.
 */
class CellLookupTest {
  private static final String STATE =
      "\"formula\": {\"kind\": \"lookup\", \"from\": \"@region\", \"marginal\": {\"kind\":"
          + " \"categorical\", \"nullProbability\": 0, \"categories\": [{\"value\": \"north\","
          + " \"p\": 0.3}, {\"value\": \"south\", \"p\": 0.7}]}, \"entries\": [{\"from\": 0,"
          + " \"to\": \"north\"}, {\"from\": 1, \"to\": \"south\"}]}";

  private static final String COAST =
      "\"formula\": {\"kind\": \"lookup\", \"from\": \"state\", \"marginal\": {\"kind\":"
          + " \"categorical\", \"nullProbability\": 0.3, \"categories\": [{\"value\": \"sea\","
          + " \"p\": 1}]}, \"entries\": [{\"from\": \"north\", \"to\": null},"
          + " {\"from\": \"south\", \"to\": \"sea\"}]}";

  private static final String DEPOT =
      "\"marginal\": {\"kind\": \"numeric\", \"nullProbability\": 0, \"grid\": {\"step\": 1,"
          + " \"decimals\": 0}, \"segments\": [{\"at\": 0, \"p\": 0.5}, {\"at\": 1, \"p\":"
          + " 0.5}]}";

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
                hidden("#orders.customer", 0.2, 0.3, 0.3, 0.2),
                column("state", "string", false, STATE),
                column("coast", "string", true, COAST)),
            List.of(
                reference(
                    "customers.region",
                    "\"region\"",
                    "regions",
                    "\"id\"",
                    popular("@region", false, "[[1, 75]], [[1, 117]]"))))
        .table(
            "orders",
            1500,
            "\"id\"",
            List.of(
                key("id", 1),
                part("customer", "orders.customer", 0, false),
                column("depot", "bigint", false, DEPOT),
                column("harbour", "bigint", false, DEPOT)),
            List.of(
                reference(
                    "orders.customer",
                    "\"customer\"",
                    "customers",
                    "\"id\"",
                    family("#orders.customer", 0))))
        .profile();
  }

  /** Orders from the south have depot 1, and those from the sea harbour 1. */
  private static Profile orders() {
    TreeCopula copula =
        new TreeCopula(
            List.of(
                new GivenColumn("parent.state", Origin.PARENT, "state", List.of(0, 1)),
                new GivenColumn("parent.coast", Origin.PARENT, "coast", List.of(0, 1))),
            List.of(trees("depot", "?0:0 =0*1 =1*1"), trees("harbour", "?1:0 =1*1 =0*1")));
    return Shapes.dependent(customers(), "orders", copula);
  }

  private static TreeColumn trees(String name, String tree) {
    return new TreeColumn(name, List.of(0, 1), false, List.of(CodeTreeText.read(tree)));
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

  @Test
  void childrenKnowWhatTheirParentLooksUp() {
    Database database = new Database(DatasetPlan.of(orders(), 11, DatasetSize.SOURCE));
    List<String> customers = database.rows("customers", 0, 1000, List.of("id", "state"));
    Map<String, String> states =
        customers.stream()
            .map(row -> row.split("\\|", -1))
            .collect(Collectors.toMap(fields -> fields[0], fields -> fields[1]));

    List<String> rows = database.rows("orders", 0, 1400, List.of("customer", "depot", "harbour"));

    assertThat(rows)
        .hasSize(1400)
        .allSatisfy(
            row -> {
              String[] fields = row.split("\\|", -1);
              String south = states.get(fields[0]).equals("south") ? "1" : "0";
              assertThat(fields[1]).isEqualTo(south);
              assertThat(fields[2]).isEqualTo(south);
            });
    // What they are given is the same where nobody reads the customers.
    assertThat(database.rows("orders", 700, 750, List.of("depot")))
        .isEqualTo(
            rows.subList(700, 750).stream().map(row -> row.split("\\|", -1)[1] + "|").toList());
    assertThat(database.faults()).isEmpty();
  }
}

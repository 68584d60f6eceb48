package io.mirrorlake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.jobs.CommandResult;
import io.mirrorlake.jobs.TestSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an audit leaves behind, and what it says of an earlier one and of another generator. */
class AuditOutputsTest {
  @TempDir static Path folder;

  @BeforeAll
  static void writeTables() throws IOException {
    write(folder.resolve("real"), 1, true);
    write(folder.resolve("good"), 2, true);
    write(folder.resolve("loose"), 3, false);
    Files.writeString(
        folder.resolve("dataset.yaml"),
        """
        tables:
          shop: {source: %1$s/real/shop, primaryKey: [id]}
          sale:
            source: %1$s/real/sale
            primaryKey: [number]
            references: [{columns: [shop], table: shop, leading: true}]
            orderBy: day
        output: %1$s/profile
        """
            .formatted(folder));
  }

  /**
   * Sales of shops, whose prices follow the shop's size or not, and whose kinds alternate or not.
   */
  private static void write(Path directory, int seed, boolean kept) throws IOException {
    Random random = new Random(seed);
    List<String> shops = new ArrayList<>(List.of("id,size"));
    List<String> sales = new ArrayList<>(List.of("number,shop,day,price,kind"));
    for (int shop = 0; shop < 160; shop++) {
      boolean large = random.nextInt(2) == 0;
      shops.add(shop + "," + (large ? "large" : "small"));
      for (int n = random.nextInt(3); n < 8; n++) {
        int price = (kept && large ? 50 : 10) + random.nextInt(20);
        String kind = (kept ? n : random.nextInt(2)) % 2 == 0 ? "in" : "out";
        sales.add(
            "%d,%d,2024-03-%02d,%d,%s".formatted(10 * shop + n, shop, 1 + 3 * n, price, kind));
      }
    }
    Files.createDirectories(directory.resolve("shop"));
    Files.createDirectories(directory.resolve("sale"));
    Files.write(directory.resolve("shop/part-0.csv"), shops);
    Files.write(directory.resolve("sale/part-0.csv"), sales);
  }

  private static CommandResult audit(String synthetic, String output, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("audit", "--dataset", folder + "/dataset.yaml", "--synthetic"));
    arguments.addAll(List.of(folder + "/" + synthetic, "--output", folder + "/" + output));
    arguments.addAll(List.of("--metrics-table", folder + "/metrics"));
    arguments.addAll(List.of(more));
    return CommandResult.of(arguments.toArray(String[]::new));
  }

  @Test
  void anAuditIsComparedWithAnEarlierOneAndWithAnotherGenerator() throws IOException {
    audit("good", "first").assertDone();
    CommandResult second =
        audit(
            "loose",
            "second",
            "--baseline",
            folder + "/first",
            "--set",
            "output.baseline.failOnWorse=true",
            "--compare",
            folder + "/good");
    assertThat(second.code()).isEqualTo(10);
    assertThat(second.out())
        .contains("compared with " + folder + "/first: ")
        .contains("worse: Transition error")
        .contains("compared with compared tables: ");
    assertThat(Files.readString(folder.resolve("second/report.html")))
        .contains("Transitions", "sale(shop) -&gt; shop by day");
    var table = TestSession.spark().read().format("delta").load(folder + "/metrics");
    assertThat(table.select("run").distinct().count()).isEqualTo(2);
    assertThat(table.where("metric = 'transitionError' and verdict = 'pass'").count()).isEqualTo(1);
    assertThat(table.where("train like '%dataset.yaml' and holdout is null").count())
        .isEqualTo(table.count());
  }

  @Test
  void aBaselineThatIsNotThereStopsBeforeAnyWork() {
    audit("good", "third", "--baseline", "nowhere.json")
        .assertComplaint(
            2,
            "there is no report at nowhere.json, which the key 'output.baseline.report' names",
            "give the report.json of an earlier evaluation, or its directory");
    assertThat(folder.resolve("third")).doesNotExist();
  }
}

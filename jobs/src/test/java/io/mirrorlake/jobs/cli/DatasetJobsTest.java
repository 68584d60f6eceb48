package io.mirrorlake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorlake.jobs.CommandResult;
import io.mirrorlake.jobs.TestSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop of four tables through all jobs, by their commands and files. */
class DatasetJobsTest {
  private static final int CUSTOMERS = 250;

  @TempDir private static Path shared;
  private static Path file;
  private static String profile;

  @TempDir private Path folder;

  @BeforeAll
  static void profileTheShop() throws IOException {
    tables();
    profile = shared.resolve("profile").toString();
    file = Files.writeString(shared.resolve("shop.yaml"), configuration("country", "line"));
    CommandResult.of("profile", "--config", file.toString()).assertDone();
  }

  /** The file of the profile job, with a column of one key and the primary key of another. */
  private static String configuration(String reference, String lineKey) {
    return """
        source: {format: csv}
        tables:
          countries:
            source: {path: %1$s/countries.csv}
            role: reference
            primaryKey: [code]
          customers:
            source: {path: %1$s/customers.csv}
            primaryKey: [id]
            references: [{columns: [%2$s], table: countries}]
          orders:
            source: {path: %1$s/orders.csv}
            primaryKey: [no]
            references: [{columns: [customer], table: customers}]
          lines:
            source: {path: %1$s/lines.csv}
            primaryKey: [order, %3$s]
            references: [{columns: [order], table: orders}]
        dependence: independent
        output: %1$s/profile
        """
        .formatted(shared, reference, lineKey);
  }

  private static void tables() throws IOException {
    Random random = new Random(5);
    List<String> customers = new ArrayList<>(List.of("id,country,points"));
    List<String> orders = new ArrayList<>(List.of("no,customer,paid"));
    List<String> lines = new ArrayList<>(List.of("order,line,pieces"));
    for (int id = 1; id <= CUSTOMERS; id++) {
      customers.add(id + ",C" + random.nextInt(5) + "," + random.nextInt(9));
      for (int order = random.nextInt(4); order > 0; order--) {
        int no = 1000 + orders.size();
        orders.add(no + "," + id + "," + (random.nextInt(3) > 0 ? "yes" : "no"));
        for (int line = 1 + random.nextInt(3); line > 0; line--) {
          lines.add(no + "," + line + "," + random.nextInt(6));
        }
      }
    }
    Files.write(
        shared.resolve("countries.csv"),
        List.of("code,name", "C0,Ada", "C1,Bor", "C2,Cer", "C3,Dun", "C4,Eld"));
    Files.write(shared.resolve("customers.csv"), customers);
    Files.write(shared.resolve("orders.csv"), orders);
    Files.write(shared.resolve("lines.csv"), lines);
  }

  private static CommandResult synthesize(Path output, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("synthesize", "--profile", profile, "--seed", "3", "--output", "" + output));
    words.addAll(List.of(more));
    return CommandResult.of(words.toArray(String[]::new));
  }

  private static Dataset<Row> table(Path data, String name) {
    return TestSession.spark().read().parquet(data + "/" + name);
  }

  private static void write(Dataset<Row> rows, Path data, String name) {
    rows.write().mode("overwrite").parquet(data + "/" + name);
  }

  private CommandResult audit(Path data, String report) {
    return CommandResult.of(
        "audit",
        "--dataset",
        file.toString(),
        "--synthetic",
        data.toString(),
        "--output",
        folder.resolve(report).toString());
  }

  private List<String> failed(String report) throws IOException {
    JsonNode metrics =
        new ObjectMapper()
            .readTree(folder.resolve(report + "/report.json").toFile())
            .at("/metrics");
    return StreamSupport.stream(metrics.spliterator(), false)
        .filter(metric -> metric.path("verdict").asText().equals("fail"))
        .map(metric -> metric.path("key").asText())
        .toList();
  }

  @Test
  void theTablesHoldTogetherAtAnyScale() {
    Path data = folder.resolve("data");
    CommandResult plan =
        CommandResult.of("plan", "--profile", profile, "--scale", "3", "--seed", "3");
    plan.assertDone();
    synthesize(data, "--scale", "3", "--format", "parquet").assertDone();

    Dataset<Row> customers = table(data, "customers");
    Dataset<Row> orders = table(data, "orders");
    Dataset<Row> lines = table(data, "lines");
    assertThat(table(data, "countries").count()).isEqualTo(5);
    // The profile tells a count with noise and rounded, in secret: one of some 250 moves by tens.
    assertThat(customers.count()).isCloseTo(3L * CUSTOMERS, withinPercentage(25));
    assertThat(plan.out()).contains("%,d".formatted(lines.count()));
    assertThat(
            orders
                .join(customers, orders.col("customer").equalTo(customers.col("id")), "left_anti")
                .count())
        .isZero();
    assertThat(
            lines.join(orders, lines.col("order").equalTo(orders.col("no")), "left_anti").count())
        .isZero();
    assertThat(lines.select("order", "line").distinct().count()).isEqualTo(lines.count());
  }

  @Test
  void theAuditFindsAKeyThatIsBroken() throws IOException {
    Path data = folder.resolve("data");
    synthesize(data, "--format", "parquet").assertDone();
    audit(data, "whole");
    assertThat(failed("whole")).noneMatch(key -> key.equals("keyViolations"));

    Dataset<Row> fewer = table(data, "orders").where("no % 7 <> 0").localCheckpoint(true);
    write(fewer, data, "orders");
    CommandResult broken = audit(data, "broken");
    assertThat(broken.code()).isEqualTo(10);
    assertThat(failed("broken")).anyMatch(key -> key.equals("keyViolations"));
  }

  @Test
  void aTableIsReadByItsNameWithoutBeingWritten() {
    Path data = folder.resolve("data");
    synthesize(data, "--format", "parquet", "--tables", "lines").assertDone();
    assertThat(data.resolve("orders")).doesNotExist();
    Dataset<Row> read =
        TestSession.spark()
            .read()
            .format("mirrorlake")
            .option("profile", profile)
            .option("seed", 3)
            .option("table", "lines")
            .load();
    assertThat(read.exceptAll(table(data, "lines")).count()).isZero();
    assertThat(read.count()).isEqualTo(table(data, "lines").count());
  }

  @Test
  void mistakesAreToldBeforeAnythingIsWritten() throws IOException {
    Path output = folder.resolve("none");
    synthesize(output, "--rows", "100")
        .assertComplaint(
            2, "the key 'rows' is one number, but the profile has 4 tables", "write rows by table");
    synthesize(output, "--rows", "order=100")
        .assertComplaint(
            2,
            "the key 'rows' names the table 'order', which the profile has not",
            "did you mean 'orders'?");
    synthesize(output, "--scale", "0")
        .assertComplaint(2, "the key 'scale' is '0.0'", "write a number above 0");
    assertThat(output).doesNotExist();
    profile(configuration("contry", "line"))
        .assertComplaint(
            2,
            "the key 'tables.customers.references' names the column 'contry', which the table has not",
            "did you mean 'country'?");
    profile(configuration("points", "line"))
        .assertComplaint(
            2,
            "customers.points is int, but refers to countries.code, which is string",
            "give both the same type");
    profile(configuration("country", "pieces"))
        .assertComplaint(
            3,
            "the primary key lines(order, pieces) is not unique: ",
            "name another primaryKey, or filter those rows");
    assertThat(folder.resolve("profile")).doesNotExist();
  }

  private CommandResult profile(String configuration) throws IOException {
    Path job = Files.writeString(folder.resolve("job.yaml"), configuration);
    String output = folder.resolve("profile").toString();
    return CommandResult.of("profile", "--config", job.toString(), "--output", output);
  }
}

package io.mirrorlake.jobs.discover;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.jobs.CommandResult;
import io.mirrorlake.jobs.configuration.ConfigurationReader;
import io.mirrorlake.jobs.configuration.DatasetConfiguration;
import io.mirrorlake.jobs.configuration.TableConfiguration;
import io.mirrorlake.jobs.configuration.TableRoleChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoverRunTest {
  private static final String URL = "jdbc:hsqldb:mem:library";

  @TempDir private Path folder;
  private String output;

  @BeforeEach
  void nameTheOutput() {
    output = folder.resolve("dataset.yaml").toString();
  }

  private void table(String name, String header, int rows, IntFunction<String> row)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of(header));
    for (int i = 0; i < rows; i++) {
      lines.add(row.apply(i));
    }
    Path directory = Files.createDirectories(folder.resolve("shop"));
    Files.write(directory.resolve(name + ".csv"), lines);
  }

  private void shop() throws IOException {
    table("countries", "code;area", 20, i -> "C" + i + ";" + 1000 * i);
    table("customers", "id;country_code;points", 300, i -> i + ";C" + i % 18 + ";" + i % 7);
    table(
        "orders",
        "order_id;customer_id;placed",
        900,
        i -> i + ";" + i % 250 + ";2024-01-" + (10 + i % 20));
    table("empty", "id;note", 0, i -> "");
    Files.writeString(folder.resolve("shop/README.md"), "no table");
  }

  private DatasetConfiguration proposal(Map<String, String> environment) throws IOException {
    ConfigurationReader reader = ConfigurationReader.of(environment);
    return reader.read(
        DatasetConfiguration.class,
        reader.file(Files.readString(Path.of(output)), output),
        List.of());
  }

  private static TableConfiguration table(DatasetConfiguration dataset, String name) {
    return Objects.requireNonNull(dataset.tables().get(name));
  }

  @Test
  void filesGiveAConfigurationThatTheProfileJobAccepts() throws IOException {
    shop();
    CommandResult result =
        CommandResult.of(
                "discover",
                "--source",
                folder.resolve("shop").toString(),
                "--output",
                output,
                "--set",
                "source.csv.separator=;")
            .assertDone();
    assertThat(result.out()).contains("customers (customer_id)");
    DatasetConfiguration dataset = proposal(Map.of());
    assertThat(dataset.tables().keySet())
        .containsExactly("countries", "customers", "empty", "orders");
    assertThat(table(dataset, "countries").role()).isEqualTo(TableRoleChoice.REFERENCE);
    assertThat(table(dataset, "empty").role()).isEqualTo(TableRoleChoice.SKIPPED);
    assertThat(table(dataset, "orders").source().csv().separator()).isEqualTo(";");
    assertThat(table(dataset, "orders").primaryKey()).containsExactly("order_id");
    assertThat(table(dataset, "orders").orderBy()).contains("placed");
    assertThat(table(dataset, "orders").references().get(0).table()).isEqualTo("customers");
    assertThat(Files.readString(Path.of(output)))
        .contains("# found; 100 % of the rows have a parent, 83.33 % of the parents have rows");
  }

  @Test
  void linesThatGoOnInTheNextAreFoundAndOnlyTheirTableIsReadSo() throws IOException {
    table(
        "notes",
        "note_id,remark",
        60,
        i -> i + (i % 3 == 0 ? ",\"first\nsecond, " + i + "\"" : ",plain"));
    // A quote inside a field opens nothing.
    table("pipes", "pipe_id,size", 60, i -> i + ",5\" wide");
    CommandResult.of("discover", "--source", folder.resolve("shop").toString(), "--output", output)
        .assertDone();
    DatasetConfiguration dataset = proposal(Map.of());
    assertThat(table(dataset, "notes").source().csv().multiLine()).isTrue();
    assertThat(table(dataset, "pipes").source().csv().multiLine()).isFalse();
    assertThat(Files.readString(Path.of(output))).contains("# 60 rows");
  }

  @Test
  void aDatabaseIsAskedForItsKeysAndItsPasswordStaysOutside() throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection(URL, "SA", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE USER READER PASSWORD 'swordfish' ADMIN");
      statement.execute(
          "CREATE TABLE book (isbn VARCHAR(9), copy INTEGER, PRIMARY KEY (isbn, copy))");
      statement.execute(
          "CREATE TABLE loan (no INTEGER, what VARCHAR(9), which INTEGER,"
              + " FOREIGN KEY (what, which) REFERENCES book (isbn, copy))");
      for (int i = 0; i < 40; i++) {
        statement.execute("INSERT INTO book VALUES ('B" + i / 2 + "', " + i % 2 + ")");
        statement.execute("INSERT INTO loan VALUES (" + i + ", 'B" + i / 4 + "', " + i % 2 + ")");
      }
    }
    CommandResult.of(
            "discover",
            "--source",
            URL,
            "--output",
            output,
            "--exclude",
            "lob*,blocks",
            "--set",
            "source.jdbc.user=READER",
            "--set",
            "source.jdbc.password=swordfish")
        .assertDone();
    assertThat(Files.readString(Path.of(output)))
        .doesNotContain("swordfish")
        .contains("# declared; 100 % of the rows have a parent");
    DatasetConfiguration dataset = proposal(Map.of("DB_PASSWORD", "swordfish"));
    assertThat(table(dataset, "BOOK").primaryKey()).containsExactly("ISBN", "COPY");
    assertThat(table(dataset, "LOAN").references().get(0).columns())
        .containsExactly("WHAT", "WHICH");
    assertThat(table(dataset, "LOAN").source().jdbc().password()).contains("swordfish");
  }

  private CommandResult discovered(String reference) {
    String source = folder.resolve("shop").toString();
    String separator = "source.csv.separator=;";
    return CommandResult.of(
        "discover",
        "--source",
        source,
        "--output",
        output,
        "--set",
        separator,
        "--reference",
        reference);
  }

  @Test
  void tablesAreKeptWhereTheUserSaysSo() throws IOException {
    shop();
    discovered("Cust*").assertDone();
    assertThat(table(proposal(Map.of()), "customers").role()).isEqualTo(TableRoleChoice.REFERENCE);
    assertThat(table(proposal(Map.of()), "orders").role()).isEqualTo(TableRoleChoice.SYNTHESIZED);
    assertThat(Files.readString(Path.of(output))).contains("# Declared a reference table");
  }

  @Test
  void keptTablesReferToKeptTables() throws IOException {
    shop();
    discovered("orders")
        .assertComplaint(
            2,
            "the table 'orders' is to be kept as it is, but refers to 'customers' (customer_id),"
                + " which is made up",
            "name 'customers' in 'reference' too, or leave 'orders' out of it");
    discovered("shops")
        .assertComplaint(
            2,
            "'reference' names the table 'shops', but the tables are countries, customers, empty,"
                + " orders",
            "correct the name, or remove it");
    assertThat(Path.of(output)).doesNotExist();
  }

  @Test
  void mistakesAreTold() throws IOException {
    shop();
    String source = folder.resolve("shop").toString();
    CommandResult.of("discover", "--source", folder + "/none", "--output", output)
        .assertComplaint(
            3,
            "there is no directory " + folder + "/none",
            "give a directory that holds a file or a directory for each table, or a database's"
                + " URL");
    CommandResult.of("discover", "--source", source, "--output", output, "--tables", "sales_*")
        .assertComplaint(
            3,
            source + " holds no table that is asked for; it has ",
            "check the path, the schema, and 'tables' and 'exclude'");
    Files.writeString(Path.of(output), "mine");
    CommandResult.of("discover", "--source", source, "--output", output)
        .assertComplaint(5, "the output " + output + " already exists", "choose another --output");
    assertThat(Files.readString(Path.of(output))).isEqualTo("mine");
  }
}

package io.mirrorlake.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.jobs.TestSession;
import io.mirrorlake.jobs.configuration.CsvConfiguration;
import io.mirrorlake.jobs.configuration.JdbcConfiguration;
import io.mirrorlake.jobs.configuration.SourceConfiguration;
import io.mirrorlake.jobs.configuration.SourceFormat;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DatabaseTablesTest {
  private static final String URL = "jdbc:hsqldb:mem:shop";
  private static final String PASSWORD = "swordfish";

  @BeforeAll
  static void fillTheDatabase() throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL, "SA", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE USER READER PASSWORD '" + PASSWORD + "' ADMIN");
      statement.execute("CREATE TABLE customer (id INTEGER PRIMARY KEY, name VARCHAR(20))");
      statement.execute(
          "CREATE TABLE \"line item\" (\"order\" INTEGER, \"no\" INTEGER, PRIMARY KEY (\"order\", \"no\"))");
      for (int i = 1; i <= 100; i++) {
        statement.execute("INSERT INTO customer VALUES (" + i + ", 'name " + i + "')");
      }
    }
  }

  private static SourceConfiguration source(
      String url, Optional<String> table, Optional<String> query, JdbcConfiguration jdbc) {
    CsvConfiguration csv =
        new CsvConfiguration(true, ",", "\"", "\"", false, Optional.empty(), "UTF-8", 1);
    return new SourceConfiguration(
        url,
        SourceFormat.AUTO,
        table,
        query,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        csv,
        jdbc,
        Map.of());
  }

  private static JdbcConfiguration jdbc(
      String password, Optional<String> driver, Optional<String> partitionColumn) {
    return new JdbcConfiguration(
        Optional.of("READER"),
        Optional.of(password),
        driver,
        partitionColumn,
        Optional.empty(),
        Optional.empty(),
        4,
        10);
  }

  private static SourceTable open(SourceConfiguration configuration) {
    return SourceTables.of(TestSession.spark()).open(configuration);
  }

  private static SourceTable table(String name) {
    return open(
        source(
            URL,
            Optional.of(name),
            Optional.empty(),
            jdbc(PASSWORD, Optional.empty(), Optional.empty())));
  }

  @Test
  void aTableIsReadWithItsPrimaryKey() {
    SourceTable table = table("customer");
    assertThat(table.rows().count()).isEqualTo(100);
    assertThat(table.primaryKey()).containsExactly("ID");
    assertThat(table.name()).isEqualTo("customer");
    assertThat(table.description().location()).isEqualTo("jdbc:hsqldb:mem:shop, table customer");
  }

  @Test
  void quotedNamesAndKeysOfSeveralColumnsAreRead() {
    SourceTable table = table("\"PUBLIC\".\"line item\"");
    assertThat(table.primaryKey()).containsExactly("order", "no");
    assertThat(table.name()).isEqualTo("line item");
  }

  @Test
  void aQueryIsRead() {
    String query = "SELECT name FROM customer WHERE id <= 10;";
    SourceTable table =
        open(
            source(
                URL,
                Optional.empty(),
                Optional.of(query),
                jdbc(PASSWORD, Optional.empty(), Optional.empty())));
    assertThat(table.rows().count()).isEqualTo(10);
    assertThat(table.primaryKey()).isEmpty();
  }

  @Test
  void rowsAreSplitByAColumn() {
    SourceTable table =
        open(
            source(
                URL,
                Optional.of("customer"),
                Optional.empty(),
                jdbc(PASSWORD, Optional.empty(), Optional.of("ID"))));
    assertThat(table.rows().rdd().getNumPartitions()).isEqualTo(4);
    assertThat(table.rows().count()).isEqualTo(100);
  }

  @Test
  void aWrongPasswordIsToldWithoutIt() {
    assertThatThrownBy(
            () ->
                open(
                    source(
                        URL,
                        Optional.of("customer"),
                        Optional.empty(),
                        jdbc("wrong-secret", Optional.empty(), Optional.empty()))))
        .isInstanceOfSatisfying(
            UserException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.ENVIRONMENT);
              assertThat(e.problem())
                  .startsWith("the database jdbc:hsqldb:mem:shop cannot be reached: ");
              assertThat(e.cure())
                  .isEqualTo(
                      "check the URL, the network, and the user and password ('jdbc.user', 'jdbc.password')");
              assertThat(e.getMessage()).doesNotContain("wrong-secret");
            });
  }

  @Test
  void anUnreachableDatabaseIsTold() {
    String url = "jdbc:hsqldb:hsql://127.0.0.1:1/shop?password=wrong-secret";
    assertThatThrownBy(
            () ->
                open(
                    source(
                        url,
                        Optional.of("customer"),
                        Optional.empty(),
                        jdbc(PASSWORD, Optional.empty(), Optional.empty()))))
        .isInstanceOfSatisfying(
            UserException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.ENVIRONMENT);
              assertThat(e.problem())
                  .startsWith(
                      "the database jdbc:hsqldb:hsql://127.0.0.1:1/shop cannot be reached: ");
              assertThat(e.getMessage()).doesNotContain("wrong-secret");
            });
  }

  @Test
  void aMissingDriverIsTold() {
    assertThatThrownBy(
            () ->
                open(
                    source(
                        "jdbc:oracle:thin:@h",
                        Optional.of("t"),
                        Optional.empty(),
                        jdbc(PASSWORD, Optional.empty(), Optional.empty()))))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.ENVIRONMENT))
        .hasMessageContaining("no driver on the class path accepts jdbc:oracle:thin:@h")
        .hasMessageContaining(
            "add the driver's jar with --set spark.jars=driver.jar, or spark-submit --jars driver.jar");
    assertThatThrownBy(
            () ->
                open(
                    source(
                        URL,
                        Optional.of("t"),
                        Optional.empty(),
                        jdbc(PASSWORD, Optional.of("com.example.Driver"), Optional.empty()))))
        .hasMessageContaining("the driver com.example.Driver is not on the class path");
  }

  @Test
  void aMissingTableIsTold() {
    assertThatThrownBy(() -> table("nowhere"))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.SOURCE))
        .hasMessageContaining("the database jdbc:hsqldb:mem:shop refuses table nowhere: ")
        .hasMessageContaining("check the name as the database writes it");
  }
}

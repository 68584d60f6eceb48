package io.mirrorlake.jobs.source;

import io.mirrorlake.jobs.configuration.Locations;
import io.mirrorlake.jobs.configuration.SourceConfiguration;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A database, asked from the driver before Spark reads it, so that what is wrong is said at once
 * and in plain words.
 */
final class Database {
  private final SourceConfiguration configuration;
  private final Driver driver;

  private Database(SourceConfiguration configuration, Driver driver) {
    this.configuration = configuration;
    this.driver = driver;
  }

  /** The database behind the configuration's URL; its driver must be on the class path. */
  static Database of(SourceConfiguration configuration) {
    Optional<String> name = configuration.jdbc().driver();
    Driver driver = name.isPresent() ? named(name.get()) : accepting(configuration);
    return new Database(configuration, driver);
  }

  /** What is done with a connection. */
  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** Two values that a query gives. */
  record Range(Optional<String> low, Optional<String> high) {}

  String driverClass() {
    return driver.getClass().getName();
  }

  /** The URL as it may be shown. */
  String location() {
    return Locations.shown(configuration.path());
  }

  /** The user, the password and further properties. */
  Map<String, String> properties() {
    SortedMap<String, String> properties = new TreeMap<>(configuration.options());
    configuration.jdbc().user().ifPresent(user -> properties.put("user", user));
    configuration.jdbc().password().ifPresent(password -> properties.put("password", password));
    return properties;
  }

  <T> T ask(Work<T> work, String what) {
    try (Connection connection = connect()) {
      return work.with(connection);
    } catch (SQLException e) {
      throw UserException.of(
              ErrorKind.SOURCE,
              "the database " + location() + " refuses " + what + ": " + message(e),
              "check the name as the database writes it, with quotes if it has lower case, and your rights")
          .withCause(e);
    }
  }

  private Connection connect() {
    Properties properties = new Properties();
    properties.putAll(properties());
    try {
      return Objects.requireNonNull(
          driver.connect(configuration.path(), properties), this::location);
    } catch (SQLException e) {
      throw UserException.of(
              ErrorKind.ENVIRONMENT,
              "the database " + location() + " cannot be reached: " + message(e),
              "check the URL, the network, and the user and password ('jdbc.user', 'jdbc.password')")
          .withCause(e);
    }
  }

  /** The columns of a table's primary key, in the order of the key; none where it has no key. */
  List<String> primaryKey(String table) {
    return ask(
        connection -> {
          DatabaseMetaData metaData = connection.getMetaData();
          TableName name = TableName.of(table, metaData);
          SortedMap<Short, String> columns = new TreeMap<>();
          try (ResultSet keys =
              metaData.getPrimaryKeys(
                  connection.getCatalog(), name.schema().orElse(null), name.table())) {
            while (keys.next()) {
              columns.put(keys.getShort("KEY_SEQ"), keys.getString("COLUMN_NAME"));
            }
          }
          return List.copyOf(columns.values());
        },
        "the primary key of " + table);
  }

  /** The least and greatest value of a column; {@code from} is a table or a query in brackets. */
  Range range(String column, String from) {
    return ask(
        connection -> {
          String quote = connection.getMetaData().getIdentifierQuoteString().strip();
          String name = quote + column + quote;
          String query = "SELECT MIN(" + name + "), MAX(" + name + ") FROM " + from;
          try (PreparedStatement statement = connection.prepareStatement(query);
              ResultSet values = statement.executeQuery()) {
            values.next();
            return new Range(
                Optional.ofNullable(values.getString(1)), Optional.ofNullable(values.getString(2)));
          }
        },
        "the range of column '" + column + "'");
  }

  /** Makes sure that the rows can be asked for. */
  void requireReadable(String from, String what) {
    String query = "SELECT * FROM " + from + " WHERE 1 = 0";
    ask(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(query);
              ResultSet none = statement.executeQuery()) {
            return none.getMetaData().getColumnCount();
          }
        },
        what);
  }

  /** The driver's words, without the password, which some drivers repeat. */
  private String message(SQLException e) {
    String line = SourceFailures.firstLine(e);
    return configuration
        .jdbc()
        .password()
        .filter(password -> !password.isEmpty())
        .map(password -> line.replace(password, "***"))
        .orElse(line)
        .replace(configuration.path(), location());
  }

  private static Driver named(String name) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try {
      return Class.forName(name, true, loader)
          .asSubclass(Driver.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw missing("the driver " + name + " is not on the class path").withCause(e);
    }
  }

  private static Driver accepting(SourceConfiguration configuration) {
    for (Driver driver : ServiceLoader.load(Driver.class)) {
      try {
        if (driver.acceptsURL(configuration.path())) {
          return driver;
        }
      } catch (SQLException e) {
        throw missing(
                "the driver "
                    + driver.getClass().getName()
                    + " fails: "
                    + SourceFailures.firstLine(e))
            .withCause(e);
      }
    }
    throw missing("no driver on the class path accepts " + Locations.shown(configuration.path()));
  }

  private static UserException missing(String problem) {
    return UserException.of(
        ErrorKind.ENVIRONMENT,
        problem,
        "add the driver's jar with --set spark.jars=driver.jar, or spark-submit --jars driver.jar; 'jdbc.driver' names its class");
  }
}

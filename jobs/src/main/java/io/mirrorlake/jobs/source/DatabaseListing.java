package io.mirrorlake.jobs.source;

import io.mirrorlake.jobs.configuration.DiscoverConfiguration.DatasetSourceConfiguration;
import io.mirrorlake.jobs.configuration.SourceConfiguration;
import io.mirrorlake.jobs.configuration.SourceFormat;
import io.mirrorlake.profiler.relation.discovery.DeclaredKeys;
import io.mirrorlake.profiler.relation.discovery.DeclaredKeys.ForeignKey;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The tables of a database, with the keys that it declares. */
final class DatabaseListing {
  /** Schemas of the databases themselves. */
  private static final Set<String> SYSTEM =
      Set.of(
          "information_schema",
          "pg_catalog",
          "sys",
          "system",
          "system_lobs",
          "mysql",
          "performance_schema",
          "sysibm",
          "syscat",
          "sysstat");

  private final DatasetSourceConfiguration source;
  private final Connection connection;

  private DatabaseListing(DatasetSourceConfiguration source, Connection connection) {
    this.source = source;
    this.connection = connection;
  }

  /** The tables whose names are wanted. */
  static List<ListedTable> of(DatasetSourceConfiguration source, Predicate<String> wanted) {
    return Database.of(configuration(source, "tables"))
        .ask(
            connection -> new DatabaseListing(source, connection).tables(wanted),
            "the names of its tables");
  }

  private List<ListedTable> tables(Predicate<String> wanted) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    Map<String, String> schemas = new LinkedHashMap<>();
    try (ResultSet found =
        metaData.getTables(
            connection.getCatalog(), source.schema().orElse(null), "%", new String[] {"TABLE"})) {
      while (found.next()) {
        String schema = Optional.ofNullable(found.getString("TABLE_SCHEM")).orElse("");
        String name = found.getString("TABLE_NAME");
        if (!SYSTEM.contains(schema.toLowerCase(Locale.ROOT)) && wanted.test(name)) {
          schemas.put(name, schema);
        }
      }
    }
    String quote = metaData.getIdentifierQuoteString().strip();
    List<ListedTable> tables = new ArrayList<>();
    for (Map.Entry<String, String> entry : schemas.entrySet()) {
      String schema = entry.getValue();
      String name = quote + entry.getKey() + quote;
      String full = schema.isEmpty() ? name : quote + schema + quote + "." + name;
      tables.add(
          new ListedTable(
              entry.getKey(), configuration(source, full), declared(schema, entry.getKey())));
    }
    return tables;
  }

  private DeclaredKeys declared(String schema, String table) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    String in = schema.isEmpty() ? null : schema;
    SortedMap<Short, String> primary = new TreeMap<>();
    try (ResultSet keys = metaData.getPrimaryKeys(connection.getCatalog(), in, table)) {
      while (keys.next()) {
        primary.put(keys.getShort("KEY_SEQ"), keys.getString("COLUMN_NAME"));
      }
    }
    List<ForeignKey> references = new ArrayList<>();
    try (ResultSet keys = metaData.getImportedKeys(connection.getCatalog(), in, table)) {
      List<String> columns = new ArrayList<>();
      List<String> parentColumns = new ArrayList<>();
      String parent = "";
      while (keys.next()) {
        // Rows come key by key; the first of each has the number 1.
        if (keys.getShort("KEY_SEQ") == 1 && !columns.isEmpty()) {
          references.add(new ForeignKey(columns, parent, parentColumns));
          columns.clear();
          parentColumns.clear();
        }
        parent = keys.getString("PKTABLE_NAME");
        columns.add(keys.getString("FKCOLUMN_NAME"));
        parentColumns.add(keys.getString("PKCOLUMN_NAME"));
      }
      if (!columns.isEmpty()) {
        references.add(new ForeignKey(columns, parent, parentColumns));
      }
    }
    return new DeclaredKeys(List.copyOf(primary.values()), references);
  }

  private static SourceConfiguration configuration(
      DatasetSourceConfiguration source, String table) {
    return new SourceConfiguration(
        source.path(),
        SourceFormat.JDBC,
        Optional.of(table),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        source.csv(),
        source.jdbc(),
        source.options());
  }
}

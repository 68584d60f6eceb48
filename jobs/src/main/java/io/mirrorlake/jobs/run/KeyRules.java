package io.mirrorlake.jobs.run;

import io.mirrorlake.jobs.configuration.DatasetConfiguration;
import io.mirrorlake.jobs.configuration.Keys;
import io.mirrorlake.jobs.configuration.ReferenceConfiguration;
import io.mirrorlake.jobs.configuration.TableConfiguration;
import io.mirrorlake.jobs.configuration.TableRoleChoice;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** The keys of a dataset, held against the tables' columns before any row is read. */
final class KeyRules {
  /** The types of parts of a composite key, beside whole numbers. */
  private static final List<Class<? extends DataType>> PART_TYPES =
      List.of(
          DecimalType.class,
          StringType.class,
          BooleanType.class,
          DateType.class,
          TimestampType.class,
          TimestampNTZType.class);

  private final Map<String, TableConfiguration> tables;
  private final Map<String, StructType> schemas;
  private final Map<String, List<String>> primaryKeys = new HashMap<>();

  private KeyRules(Map<String, TableConfiguration> tables, Map<String, StructType> schemas) {
    this.tables = tables;
    this.schemas = schemas;
  }

  /**
   * Refuses keys that cannot be.
   *
   * @param schemas the columns of each table
   * @param declared the primary keys that sources declare, for tables whose configuration has none
   */
  static KeyRules of(
      DatasetConfiguration configuration,
      Map<String, StructType> schemas,
      Map<String, List<String>> declared) {
    KeyRules rules = new KeyRules(new LinkedHashMap<>(configuration.profiled()), schemas);
    rules.tables.forEach(
        (name, table) ->
            rules.primaryKeys.put(
                name,
                table.primaryKey().isEmpty()
                    ? declared.getOrDefault(name, List.of())
                    : table.primaryKey()));
    rules.tables.forEach((name, table) -> rules.requireTable(name, table, configuration.skipped()));
    rules.requireNoCycle();
    return rules;
  }

  /** The columns of a table's primary key. */
  List<String> primaryKey(String table) {
    return primaryKeys.getOrDefault(table, List.of());
  }

  /** The columns that a reference refers to. */
  List<String> parentColumns(ReferenceConfiguration reference) {
    return reference.parentColumns().isEmpty()
        ? primaryKey(reference.table())
        : reference.parentColumns();
  }

  private void requireTable(String name, TableConfiguration table, List<String> skipped) {
    requireColumns(name, "primaryKey", primaryKey(name), table);
    requireKeyTypes(name, table);
    table.orderBy().ifPresent(column -> requireColumns(name, "orderBy", List.of(column), table));
    Set<List<String>> seen = new HashSet<>();
    for (ReferenceConfiguration reference : table.references()) {
      requireParent(name, table, reference, skipped);
      requireTypes(name, reference);
      if (!seen.add(reference.columns())) {
        throw complaint(where(name, reference) + " is written twice", "keep one of the references");
      }
    }
    List<ReferenceConfiguration> leading =
        table.references().stream().filter(ReferenceConfiguration::leading).toList();
    if (leading.size() > 1) {
      throw complaint(
          "table '" + name + "' has " + leading.size() + " references that lead",
          "keep 'leading: true' at the one whose rows belong together most");
    }
  }

  /** The parts of a key of rows that are made up are counted, listed or follow from parents. */
  private void requireKeyTypes(String name, TableConfiguration table) {
    if (table.role() == TableRoleChoice.REFERENCE || primaryKey(name).size() < 2) {
      return;
    }
    for (String column : primaryKey(name)) {
      DataType type = schemaOf(name).apply(column).dataType();
      boolean refers =
          table.references().stream().anyMatch(reference -> reference.columns().contains(column));
      boolean counted =
          isWhole(type) || PART_TYPES.stream().anyMatch(kind -> kind.isInstance(type));
      if (!refers && !counted) {
        throw complaint(
            "the composite primary key of table '"
                + name
                + "' has the column '"
                + column
                + "' of type "
                + shown(type)
                + ", whose values cannot be counted",
            "name a key of whole numbers, decimals, strings, booleans, dates, timestamps or"
                + " references, or leave the key out");
      }
    }
  }

  private void requireParent(
      String name,
      TableConfiguration table,
      ReferenceConfiguration reference,
      List<String> skipped) {
    String where = where(name, reference);
    TableConfiguration parent = tables.get(reference.table());
    if (parent == null) {
      throw missing(where, reference.table(), skipped);
    }
    if (table.role() == TableRoleChoice.REFERENCE && parent.role() != TableRoleChoice.REFERENCE) {
      throw complaint(
          where
              + " is in a table that is kept as it is, but refers to '"
              + reference.table()
              + "', whose rows are made up",
          "keep both, or make up both, or remove the reference");
    }
    if (reference.leading() && reference.table().equals(name)) {
      throw complaint(
          where + " leads, but refers to its own table",
          "let another reference lead; a table that refers to itself is laid out by levels");
    }
    requireColumns(name, "references", reference.columns(), table);
    requireColumns(reference.table(), "references", parentColumns(reference), parent);
    requireWidth(where, reference);
  }

  private void requireWidth(String where, ReferenceConfiguration reference) {
    int known = parentColumns(reference).size();
    if (known != reference.columns().size()) {
      throw complaint(
          where
              + " has "
              + reference.columns().size()
              + " columns, but "
              + (known == 0
                  ? "'" + reference.table() + "' has no primary key"
                  : "refers to " + known + ": " + parentColumns(reference)),
          "write 'parentColumns', one for each of 'columns', or the primaryKey of that table");
    }
  }

  private UserException missing(String where, String parent, List<String> skipped) {
    boolean left = skipped.contains(parent);
    String cure =
        left
            ? "remove the reference, or do not skip the table"
            : Keys.nearest(parent, tables.keySet().stream())
                .map(nearest -> "did you mean '" + nearest + "'?")
                .orElse("the tables are " + String.join(", ", tables.keySet()));
    return complaint(
        where
            + " refers to the table '"
            + parent
            + (left ? "', which is skipped" : "', which is not in the dataset"),
        cure);
  }

  private void requireColumns(
      String name, String key, List<String> columns, TableConfiguration table) {
    List<String> present = List.of(schemaOf(name).fieldNames());
    for (String column : columns) {
      if (!present.contains(column)) {
        String cure =
            Keys.nearest(column, present.stream())
                .map(nearest -> "did you mean '" + nearest + "'?")
                .orElse("its columns are " + String.join(", ", present));
        throw complaint(
            "the key 'tables."
                + name
                + "."
                + key
                + "' names the column '"
                + column
                + "', which the table has not",
            cure);
      }
      if (table.exclude().contains(column)) {
        throw complaint(
            "table '" + name + "' leaves out the column '" + column + "', which a key needs",
            "remove it from 'exclude', or remove the key");
      }
    }
    if (new HashSet<>(columns).size() < columns.size()) {
      throw complaint(
          "a key of table '" + name + "' names a column twice: " + columns, "keep one of them");
    }
  }

  private StructType schemaOf(String table) {
    return Optional.ofNullable(schemas.get(table))
        .orElseThrow(() -> new IllegalArgumentException("no schema of " + table));
  }

  /** Whole numbers of different widths may refer to each other; anything else has one type. */
  private void requireTypes(String name, ReferenceConfiguration reference) {
    List<String> parents = parentColumns(reference);
    for (int i = 0; i < parents.size(); i++) {
      String column = reference.columns().get(i);
      DataType child = schemaOf(name).apply(column).dataType();
      DataType parent = schemaOf(reference.table()).apply(parents.get(i)).dataType();
      if (!child.equals(parent)
          && !(isWhole(child) && isWhole(parent))
          && !(child instanceof StringType && parent instanceof StringType)) {
        throw complaint(
            name
                + "."
                + column
                + " is "
                + shown(child)
                + ", but refers to "
                + reference.table()
                + "."
                + parents.get(i)
                + ", which is "
                + shown(parent),
            "give both the same type: 'source.schema' sets the types of files, a cast in a query those of a database");
      }
    }
  }

  private static boolean isWhole(DataType type) {
    return type instanceof IntegralType || (type instanceof DecimalType d && d.scale() == 0);
  }

  private static String shown(DataType type) {
    return type.sql().toLowerCase(Locale.ROOT);
  }

  /** Rows cannot lie by families of each other. */
  private void requireNoCycle() {
    for (String start : tables.keySet()) {
      Set<String> way = new LinkedHashSet<>();
      Optional<String> next = Optional.of(start);
      while (next.isPresent() && way.add(next.get())) {
        next = leadingParent(next.get());
      }
      if (next.isPresent()) {
        List<String> cycle =
            new ArrayList<>(way).subList(new ArrayList<>(way).indexOf(next.get()), way.size());
        throw complaint(
            "the leading references of " + String.join(", ", cycle) + " go in a circle",
            "take 'leading: true' from one of them");
      }
    }
  }

  private Optional<String> leadingParent(String table) {
    return Optional.ofNullable(tables.get(table)).stream()
        .flatMap(each -> each.references().stream())
        .filter(ReferenceConfiguration::leading)
        .map(ReferenceConfiguration::table)
        .findFirst();
  }

  private static String where(String table, ReferenceConfiguration reference) {
    return "the reference " + table + "(" + String.join(", ", reference.columns()) + ")";
  }

  private static UserException complaint(String problem, String cure) {
    return UserException.of(ErrorKind.CONFIGURATION, problem, cure);
  }
}

package io.mirrorlake.evaluator.spark;

import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.report.Subject.SkippedColumn;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns that the datasets share, in train's order; nested ones by their leaves.
 *
 * @param columns those that metrics can look at
 * @param skipped those that are excluded or of a type without a metric
 */
record ComparedSchema(List<ComparedColumn> columns, List<SkippedColumn> skipped) {
  private static final String EXCLUDED = "excluded by the configuration";

  ComparedSchema {
    columns = List.copyOf(columns);
    skipped = List.copyOf(skipped);
  }

  /**
   * The schemas by the names that messages give them, train first.
   *
   * @param byName the schemas
   */
  record Schemas(Map<String, StructType> byName) {
    Schemas {
      byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    StructType train() {
      return byName.values().iterator().next();
    }

    /** The leaves of one field in each dataset. */
    List<List<Leaf>> leaves(String field) {
      return byName.values().stream().map(schema -> Leaf.of(schema.apply(field))).toList();
    }
  }

  /** The shared schema, or a message that names everything that differs. */
  static ComparedSchema of(Schemas schemas, EvaluationOptions options) {
    requireKnown(schemas.train(), options);
    requireSameNames(schemas, options);
    Map<String, ComparedColumn> columns = new LinkedHashMap<>();
    List<SkippedColumn> skipped = new ArrayList<>();
    List<String> differences = new ArrayList<>();
    for (StructField field : schemas.train().fields()) {
      if (options.excludedColumns().contains(field.name())) {
        skipped.add(new SkippedColumn(field.name(), EXCLUDED));
        continue;
      }
      List<List<Leaf>> leaves = schemas.leaves(field.name());
      if (leaves.stream().allMatch(List::isEmpty)) {
        skipped.add(
            new SkippedColumn(field.name(), "type " + field.dataType().sql() + " has no metric"));
      } else if (!addShared(leaves, options, columns, skipped)) {
        differences.add(difference(field.name(), schemas));
      }
    }
    requireAlike(differences);
    requireSome(List.copyOf(columns.values()), skipped);
    return new ComparedSchema(List.copyOf(columns.values()), skipped);
  }

  /** Adds the leaves that all datasets have in comparable types, or says that they differ. */
  private static boolean addShared(
      List<List<Leaf>> leaves,
      EvaluationOptions options,
      Map<String, ComparedColumn> columns,
      List<SkippedColumn> skipped) {
    if (leaves.stream().map(ComparedSchema::names).distinct().count() > 1) {
      return false;
    }
    for (int i = 0; i < leaves.get(0).size(); i++) {
      int place = i;
      Leaf leaf = leaves.get(0).get(i);
      Optional<ComparedColumn> column =
          ComparedColumn.of(
              leaf.name(),
              leaf.value(),
              leaves.stream().map(each -> each.get(place).type()).toList());
      if (column.isEmpty()) {
        return false;
      }
      if (options.excludedColumns().contains(leaf.name())) {
        skipped.add(new SkippedColumn(leaf.name(), EXCLUDED));
      } else if (columns.putIfAbsent(leaf.name(), column.get()) != null) {
        skipped.add(new SkippedColumn(leaf.name(), "another column has the same name"));
      }
    }
    return true;
  }

  private static List<String> names(List<Leaf> leaves) {
    return leaves.stream().map(Leaf::name).toList();
  }

  private static void requireKnown(StructType train, EvaluationOptions options) {
    List<String> named = new ArrayList<>(options.excludedColumns());
    options.target().ifPresent(named::add);
    TreeSet<String> known = names(train);
    for (StructField field : train.fields()) {
      known.addAll(names(Leaf.of(field)));
    }
    List<String> unknown = named.stream().filter(name -> !known.contains(name)).toList();
    if (!unknown.isEmpty()) {
      String which =
          options.target().filter(unknown::contains).isPresent() ? "target" : "excludedColumns";
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          which
              + " names "
              + unknown
              + ", but train has only the columns "
              + List.of(train.fieldNames()),
          "name columns as train does; upper and lower case count");
    }
  }

  private static TreeSet<String> names(StructType schema) {
    return new TreeSet<>(List.of(schema.fieldNames()));
  }

  private static void requireSameNames(Schemas schemas, EvaluationOptions options) {
    TreeSet<String> all = new TreeSet<>();
    schemas.byName().values().forEach(schema -> all.addAll(names(schema)));
    options.excludedColumns().forEach(all::remove);
    List<String> differences = new ArrayList<>();
    schemas
        .byName()
        .forEach(
            (name, schema) -> {
              List<String> missing =
                  all.stream().filter(column -> !names(schema).contains(column)).toList();
              if (!missing.isEmpty()) {
                differences.add(name + " lacks " + missing);
              }
            });
    if (!differences.isEmpty()) {
      throw UserException.of(
          ErrorKind.SOURCE,
          "the tables must have the same columns: " + String.join("; ", differences),
          "add, rename or exclude these columns; upper and lower case count");
    }
  }

  private static String difference(String name, Schemas schemas) {
    List<String> types = new ArrayList<>();
    schemas
        .byName()
        .forEach((set, schema) -> types.add(set + " " + schema.apply(name).dataType().sql()));
    return name + " (" + String.join(", ", types) + ")";
  }

  private static void requireAlike(List<String> differences) {
    if (!differences.isEmpty()) {
      throw UserException.of(
          ErrorKind.SOURCE,
          "columns differ in type: " + String.join("; ", differences),
          "read all tables with the same types, or exclude these columns");
    }
  }

  private static void requireSome(List<ComparedColumn> columns, List<SkippedColumn> skipped) {
    if (columns.isEmpty()) {
      throw UserException.of(
          ErrorKind.SOURCE,
          "no column is left to compare: " + skipped,
          "exclude fewer columns, or evaluate tables with numbers, times, booleans or text");
    }
  }
}

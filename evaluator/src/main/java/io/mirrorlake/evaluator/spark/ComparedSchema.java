package io.mirrorlake.evaluator.spark;

import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.report.Subject.SkippedColumn;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns that three datasets share, in train's order.
 *
 * @param columns those that metrics can look at
 * @param skipped those that are excluded or of a type without a metric
 */
record ComparedSchema(List<ComparedColumn> columns, List<SkippedColumn> skipped) {
  ComparedSchema {
    columns = List.copyOf(columns);
    skipped = List.copyOf(skipped);
  }

  /** The three schemas by the names that messages give them, train first. */
  record Schemas(StructType train, StructType holdout, StructType synthetic) {
    Map<String, StructType> byName() {
      Map<String, StructType> schemas = new LinkedHashMap<>();
      schemas.put("train", train);
      schemas.put("holdout", holdout);
      schemas.put("synthetic", synthetic);
      return schemas;
    }
  }

  /** The shared schema, or a message that names everything that differs. */
  static ComparedSchema of(Schemas schemas, EvaluationOptions options) {
    requireKnown(schemas.train, options);
    requireSameNames(schemas, options);
    List<ComparedColumn> columns = new ArrayList<>();
    List<SkippedColumn> skipped = new ArrayList<>();
    List<String> differences = new ArrayList<>();
    for (StructField field : schemas.train.fields()) {
      if (options.excludedColumns().contains(field.name())) {
        skipped.add(new SkippedColumn(field.name(), "excluded by the configuration"));
        continue;
      }
      List<DataType> types =
          schemas.byName().values().stream()
              .map(schema -> schema.apply(field.name()).dataType())
              .toList();
      Optional<ComparedColumn> column = ComparedColumn.of(field.name(), types);
      if (column.isPresent()) {
        columns.add(column.get());
      } else if (types.stream().allMatch(type -> ComparedColumn.family(type).isEmpty())) {
        skipped.add(
            new SkippedColumn(field.name(), "type " + types.get(0).sql() + " has no metric yet"));
      } else {
        differences.add(difference(field.name(), schemas));
      }
    }
    requireAlike(differences);
    requireSome(columns, skipped);
    return new ComparedSchema(columns, skipped);
  }

  private static void requireKnown(StructType train, EvaluationOptions options) {
    List<String> named = new ArrayList<>(options.excludedColumns());
    options.target().ifPresent(named::add);
    List<String> unknown = named.stream().filter(name -> !names(train).contains(name)).toList();
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
          "the three tables must have the same columns: " + String.join("; ", differences),
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
          "read all three tables with the same types, or exclude these columns");
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

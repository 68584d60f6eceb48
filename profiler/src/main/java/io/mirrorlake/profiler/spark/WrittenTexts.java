package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.count_if;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.writing.TimeWriting;
import io.mirrorlake.profiler.writing.Writing;
import io.mirrorlake.profiler.writing.WritingSearch;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * The string columns of a table that write numbers, dates or times, and the table with these in
 * place of texts. What fewer rows than the threshold write otherwise becomes null.
 *
 * @param rows the table, with values in place of what is written
 * @param writings how they are written, by column
 * @param notes what became of texts that are written otherwise
 */
record WrittenTexts(Dataset<Row> rows, Map<String, Writing> writings, List<String> notes) {
  /** The rows that are looked at before any is counted. */
  private static final int LOOKED_AT = 4096;

  WrittenTexts {
    writings = Map.copyOf(writings);
    notes = List.copyOf(notes);
  }

  /**
   * The written columns of a table.
   *
   * @param keys columns whose texts are compared with those of other tables, or taken as they are
   */
  static WrittenTexts of(
      Dataset<Row> rows, String table, ProfileOptions options, Collection<String> keys) {
    Set<String> left = new HashSet<>(keys);
    left.addAll(options.excludedColumns());
    left.addAll(options.texts().kinds().keySet());
    options.primaryKey().ifPresent(left::add);
    options.privacyUnit().ifPresent(left::add);
    List<String> texts =
        Arrays.stream(rows.schema().fields())
            .filter(field -> field.dataType().equals(DataTypes.StringType))
            .filter(
                field -> SourceTypes.of(table, field).equals(ColumnType.of(ColumnType.Kind.STRING)))
            .map(StructField::name)
            .filter(name -> !left.contains(name))
            .toList();
    Map<String, List<Writing>> found = search(rows, texts);
    return found.isEmpty()
        ? new WrittenTexts(rows, Map.of(), List.of())
        : counted(rows, table, options, found);
  }

  private static Map<String, List<Writing>> search(Dataset<Row> rows, List<String> columns) {
    Map<String, List<Writing>> found = new LinkedHashMap<>();
    if (columns.isEmpty()) {
      return found;
    }
    List<Row> sample = rows.select(named(columns)).limit(LOOKED_AT).collectAsList();
    for (int c = 0; c < columns.size(); c++) {
      int column = c;
      List<String> texts =
          sample.stream()
              .filter(row -> !row.isNullAt(column))
              .map(row -> row.getString(column))
              .toList();
      List<Writing> writings = WritingSearch.search(texts);
      if (!writings.isEmpty()) {
        found.put(columns.get(c), writings);
      }
    }
    return found;
  }

  /** Takes of each column's writings the one that most rows follow, if all but a few do. */
  private static WrittenTexts counted(
      Dataset<Row> rows, String table, ProfileOptions options, Map<String, List<Writing>> found) {
    Row counted = counts(rows, found);
    DisclosurePolicy policy = options.policy();
    Map<String, Writing> taken = new LinkedHashMap<>();
    int place = 0;
    for (var entry : found.entrySet()) {
      long distinct = counted.getLong(place++);
      long fewest = Long.MAX_VALUE;
      Writing best = entry.getValue().get(0);
      for (Writing writing : entry.getValue()) {
        long others = counted.getLong(place++);
        best = others < fewest ? writing : best;
        fewest = Math.min(fewest, others);
      }
      String name = entry.getKey();
      int threshold = isNullable(rows, name) ? policy.column(table, name).threshold() : 1;
      if (distinct >= WritingSearch.leastDistinct(best) && fewest < threshold) {
        taken.put(name, best);
      }
    }
    return read(rows, taken);
  }

  /** For each column its different texts, and for each writing the texts that are none. */
  private static Row counts(Dataset<Row> rows, Map<String, List<Writing>> found) {
    List<Column> counts = new ArrayList<>();
    found.forEach(
        (name, writings) -> {
          counts.add(approx_count_distinct(named(name)));
          for (Writing writing : writings) {
            Column read = reader(writing, true).apply(named(name));
            counts.add(count_if(named(name).isNotNull().and(read.isNull())));
          }
        });
    return rows.agg(counts.get(0), counts.subList(1, counts.size()).toArray(Column[]::new)).head();
  }

  private static WrittenTexts read(Dataset<Row> rows, Map<String, Writing> taken) {
    List<Column> columns = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (String name : rows.columns()) {
      Writing writing = taken.get(name);
      columns.add(
          writing == null
              ? named(name)
              : reader(writing, isNullable(rows, name)).apply(named(name)).as(name));
      if (writing != null) {
        notes.add(
            "column '"
                + name
                + "' is text that writes values of type "
                + writing.type()
                + " as '"
                + writing.text()
                + "'; what few rows write otherwise became null");
      }
    }
    return new WrittenTexts(rows.select(columns.toArray(Column[]::new)), taken, notes);
  }

  private static boolean isNullable(Dataset<Row> rows, String column) {
    return rows.schema().apply(column).nullable();
  }

  private static UserDefinedFunction reader(Writing writing, boolean nullable) {
    UDF1<String, Object> read = text -> value(writing, text);
    UserDefinedFunction reader = functions.udf(read, DataType.fromDDL(writing.type().ddl()));
    return nullable ? reader : reader.asNonNullable();
  }

  /** The value as Spark takes it from functions. */
  private static @Nullable Object value(Writing writing, @Nullable String text) {
    OptionalLong read = text == null ? OptionalLong.empty() : writing.read(text);
    if (read.isEmpty()) {
      return null;
    }
    long value = read.getAsLong();
    return switch (writing.type().kind()) {
      case DATE -> LocalDate.ofEpochDay(value);
      case TIMESTAMP_NTZ -> TimeWriting.moment(value);
      case INT -> (int) value;
      default -> BigDecimal.valueOf(value, writing.type().scale());
    };
  }
}

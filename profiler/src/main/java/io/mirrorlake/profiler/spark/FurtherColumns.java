package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.numbered;
import static io.mirrorlake.profiler.spark.ColumnNames.select;

import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.relation.StaticRows;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What is given of a further parent's row: of a made up one what its children are like and its own
 * columns, of a kept one the places of its values.
 *
 * @param rows the parent's rows: their keys, a column that is never null, and the given columns
 * @param given what is given
 */
record FurtherColumns(Dataset<Row> rows, List<GivenSource> given) {
  /** Trees ask 32 columns at most, and tables have several further parents. */
  private static final int MAX_COLUMNS = 10;

  /**
   * Texts have no order, in which neighbours could share a code; and where nearly each row has one
   * of its own, a question finds groups of them that differ by chance.
   */
  private static final int MAX_TEXTS = 24;

  FurtherColumns {
    given = List.copyOf(given);
  }

  /** What a child is given of the parent that it refers to. */
  static FurtherColumns of(TableNode child, DeclaredReference reference, TableNode parent) {
    String name = reference.name(child.name());
    Optional<StaticRows> kept = parent.profile().orElseThrow().relations().rows();
    return kept.isPresent()
        ? kept(name, reference, parent, kept.get())
        : made(name, reference, parent, SummaryColumns.prefix(child, reference));
  }

  private static String name(String reference, String column) {
    return "further." + reference + "." + column;
  }

  /** Summaries of this table's rows first, then what the parent itself is. */
  private static FurtherColumns made(
      String name, DeclaredReference reference, TableNode parent, String prefix) {
    List<ColumnProfile> telling = KnownColumns.telling(parent);
    List<GivenSource> given =
        Stream.concat(
                telling.stream().filter(of -> of.hidden() && of.name().startsWith(prefix)),
                telling.stream().filter(of -> !of.hidden()))
            .limit(MAX_COLUMNS)
            .map(of -> GivenSource.ofFurther(name(name, of.name()), name, of))
            .toList();
    return new FurtherColumns(
        KnownColumns.rows(parent, reference, Surroundings.HAS_FURTHER + name, given), given);
  }

  private static FurtherColumns kept(
      String name, DeclaredReference reference, TableNode parent, StaticRows rows) {
    List<GivenSource> given = new ArrayList<>();
    List<int[]> places = new ArrayList<>();
    for (ColumnProfile column : parent.profile().orElseThrow().columns()) {
      if (given.size() == MAX_COLUMNS) {
        break;
      }
      ColumnType type = column.column().type();
      int[] of = rows.places(column.name(), type.kind().isNumber());
      List<Integer> starts = starts(of, type);
      if (starts.size() > 1) {
        given.add(
            GivenSource.ofKept(
                name(name, column.name()), name, column.name(), starts, !isText(type)));
        places.add(of);
      }
    }
    Dataset<Row> coded = coded(parent, given, places);
    Dataset<Row> keys =
        select(
            parent.rows(),
            Stream.concat(
                numbered(reference.parentColumns(), KnownColumns.PART),
                Stream.of(named(FamilyRows.PLACE).as(Surroundings.HAS_FURTHER + name))));
    return new FurtherColumns(
        keys.join(coded, named(Surroundings.HAS_FURTHER + name).equalTo(named(FamilyRows.PLACE)))
            .drop(named(FamilyRows.PLACE)),
        given);
  }

  /**
   * A code for each text, or for as many neighbouring values each as have the same part of rows.
   */
  private static List<Integer> starts(int[] places, ColumnType type) {
    int values = Arrays.stream(places).max().orElse(0) + 1;
    if (isText(type) && values > MAX_TEXTS) {
      return List.of();
    }
    double[] edges = new double[values + 1];
    Arrays.stream(places).forEach(place -> edges[place + 1]++);
    Arrays.parallelPrefix(edges, Double::sum);
    return GivenCoder.starts(edges);
  }

  private static boolean isText(ColumnType type) {
    return type.kind().isText() || type.kind() == Kind.BINARY;
  }

  /** For each row by its place the places of the given columns' values. */
  private static Dataset<Row> coded(TableNode parent, List<GivenSource> given, List<int[]> places) {
    StructType type = new StructType().add(FamilyRows.PLACE, DataTypes.IntegerType, false);
    for (GivenSource source : given) {
      type = type.add(source.name(), DataTypes.IntegerType, false);
    }
    List<Row> rows =
        IntStream.range(0, Math.toIntExact(parent.count()))
            .mapToObj(
                row ->
                    RowFactory.create(
                        Stream.concat(Stream.of(row), places.stream().map(of -> of[row]))
                            .toArray()))
            .toList();
    return parent.rows().sparkSession().createDataFrame(rows, type);
  }
}

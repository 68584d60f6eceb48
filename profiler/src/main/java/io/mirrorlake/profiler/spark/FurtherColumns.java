package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.numbered;
import static io.mirrorlake.profiler.spark.ColumnNames.select;
import static org.apache.spark.sql.functions.lit;

import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.TableProfile;
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
  /** What the names of the key's columns begin with. */
  static final String PART = "?part";

  /** Trees ask 32 columns at most, and tables have several further parents. */
  private static final int MAX_COLUMNS = 10;

  /** More values of a kept column share codes. */
  private static final int MAX_CODES = 48;

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
    TableProfile profile = parent.profile().orElseThrow();
    Optional<StaticRows> kept = profile.relations().rows();
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
    List<String> there = List.of(parent.wide().columns());
    TableProfile profile = parent.profile().orElseThrow();
    List<GivenSource> summaries = new ArrayList<>();
    List<GivenSource> own = new ArrayList<>();
    for (ColumnProfile column : profile.columns()) {
      Optional<Marginal> marginal = column.distribution().filter(GivenCoder::isTelling);
      boolean summary = column.hidden() && column.name().startsWith(prefix);
      boolean known = profile.decider(column.name()).isPresent() && there.contains(column.name());
      if (marginal.isPresent() && known && (summary || !column.hidden())) {
        String of = column.name();
        ColumnType type = column.column().type();
        (summary ? summaries : own)
            .add(GivenSource.ofFurther(name(name, of), name, of, type, marginal.get()));
      }
    }
    List<GivenSource> chosen =
        Stream.concat(summaries.stream(), own.stream()).limit(MAX_COLUMNS).toList();
    Dataset<Row> rows =
        select(
            parent.wide(),
            Stream.of(
                    numbered(reference.parentColumns(), PART),
                    Stream.of(lit(1).as(Surroundings.HAS_FURTHER + name)),
                    chosen.stream().map(source -> named(source.column()).as(source.name())))
                .flatMap(stream -> stream));
    return new FurtherColumns(rows, chosen);
  }

  private static FurtherColumns kept(
      String name, DeclaredReference reference, TableNode parent, StaticRows rows) {
    List<GivenSource> given = new ArrayList<>();
    List<int[]> places = new ArrayList<>();
    for (ColumnProfile column : parent.profile().orElseThrow().columns()) {
      ColumnType type = column.column().type();
      int[] of = rows.places(column.name(), type.kind().isNumber());
      List<Integer> starts = starts(of, type);
      if (starts.size() > 1 && given.size() < MAX_COLUMNS) {
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
                numbered(reference.parentColumns(), PART),
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
    int[] rows = new int[Arrays.stream(places).max().orElse(0) + 1];
    Arrays.stream(places).forEach(place -> rows[place]++);
    boolean text = isText(type);
    if (text && rows.length > MAX_TEXTS) {
      return List.of();
    }
    int share = text || rows.length <= MAX_CODES ? 1 : (places.length + MAX_CODES - 1) / MAX_CODES;
    List<Integer> starts = new ArrayList<>();
    int filled = share;
    for (int place = 0; place < rows.length; place++) {
      if (filled >= share) {
        starts.add(place);
        filled = 0;
      }
      filled += rows[place];
    }
    return starts;
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

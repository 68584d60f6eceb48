package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.numbered;
import static io.mirrorlake.profiler.spark.ColumnNames.select;
import static io.mirrorlake.profiler.spark.ColumnNames.withMatching;
import static org.apache.spark.sql.functions.lit;

import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.GivenColumn.Origin;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Enumerated;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.schema.ColumnType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/** What is known of a table's rows before they are drawn, as columns of a wide query. */
final class KnownColumns {
  /** Trees ask 32 at most; more would only be carried along. */
  private static final int MAX_PARENT_COLUMNS = 28;

  private static final int MAX_PREVIOUS_COLUMNS = 24;

  /** What the names of the key's columns begin with. */
  static final String PART = "?part";

  /** No source's column, as its name begins with a question mark. */
  private static final String IN_CELL = "?in";

  private static final String DIGIT = "?digit.";

  private final TableNode table;
  private final List<GivenSource> given = new ArrayList<>();
  private final Map<String, Set<String>> followers = new HashMap<>();
  private Dataset<Row> wide;

  KnownColumns(TableNode table, Dataset<Row> rows) {
    this.table = table;
    this.wide = rows;
  }

  /** For references to further parents the columns that follow these. */
  Map<String, Set<String>> followers() {
    return followers;
  }

  List<GivenSource> given() {
    return given;
  }

  Dataset<Row> wide() {
    return wide;
  }

  /** Adds the leading parent's columns, and what that one's parent passed on. */
  KnownColumns withParent(TableNode parent, DeclaredReference leading) {
    List<GivenSource> known = new ArrayList<>();
    for (ColumnProfile column : telling(parent)) {
      Marginal marginal = column.distribution().orElseThrow();
      known.add(source(column.name(), column.column().type(), marginal));
    }
    String own = "#" + table.name() + ".";
    known.sort(Comparator.comparingInt(source -> rank(source.column(), own)));
    passed(parent, known);
    List<GivenSource> chosen = known.stream().limit(MAX_PARENT_COLUMNS).toList();
    Dataset<Row> above = rows(parent, leading, Surroundings.HAS_PARENT, chosen);
    wide = withMatching(wide, leading.columns(), above, PART);
    given.addAll(chosen);
    return this;
  }

  /** The columns of a made up parent that children can be given. */
  static List<ColumnProfile> telling(TableNode parent) {
    TableProfile profile = parent.profile().orElseThrow();
    List<String> there = List.of(parent.wide().columns());
    return profile.columns().stream()
        .filter(column -> there.contains(column.name()) && !RepeatedColumns.isFlag(column))
        .filter(column -> profile.decider(column.name()).isPresent())
        .filter(column -> column.distribution().filter(GivenCoder::isTelling).isPresent())
        .toList();
  }

  /**
   * The rows of a made up parent: their keys, numbered, and what is given of them.
   *
   * @param presence the name of a column that is never null
   */
  static Dataset<Row> rows(
      TableNode parent, DeclaredReference reference, String presence, List<GivenSource> given) {
    return select(
        parent.wide(),
        Stream.of(
                numbered(reference.parentColumns(), PART),
                Stream.of(lit(1).as(presence)),
                given.stream().map(source -> named(source.column()).as(source.name())))
            .flatMap(stream -> stream));
  }

  /** Adds columns of a further parent. */
  KnownColumns withFurther(DeclaredReference reference, TableNode parent) {
    Set<String> following = Followers.names(table, reference, List.of(wide.columns()));
    if (following.isEmpty()) {
      return this;
    }
    String name = reference.name(table.name());
    List<GivenSource> columns = FurtherColumns.of(table, reference, parent);
    if (!columns.isEmpty()) {
      // Of a kept parent the row has the place already.
      if (!parent.table().isKept()) {
        String presence = Surroundings.HAS_FURTHER + name;
        Dataset<Row> others = rows(parent, reference, presence, columns);
        wide = withMatching(wide, reference.columns(), others, PART);
      }
      given.addAll(columns);
      followers.put(name, following);
    }
    return this;
  }

  /** What this table's family is like comes first, then what the parent is, then the rest. */
  private static int rank(String column, String own) {
    if (column.startsWith(own)) {
      return 0;
    }
    return column.startsWith("#") || ParentCells.isCell(column) ? 2 : 1;
  }

  private static void passed(TableNode parent, List<GivenSource> known) {
    for (GivenColumn of : parent.profile().orElseThrow().copula().given()) {
      Optional<GivenSource> source =
          parent.given().stream().filter(from -> from.name().equals(of.name())).findFirst();
      if (of.origin() == Origin.PARENT && source.flatMap(GivenSource::marginal).isPresent()) {
        Marginal marginal = source.get().marginal().orElseThrow();
        if (!(source.get().how() instanceof GivenSource.How.Passed)) {
          known.add(source(of.name(), source.get().type(), marginal).passedAs(of));
        }
      }
    }
  }

  private static GivenSource source(String column, ColumnType type, Marginal marginal) {
    return GivenSource.ofColumn(
        "parent." + column, Origin.PARENT, column, type, Optional.of(marginal));
  }

  /**
   * Adds the columns of the sibling before.
   *
   * @param left the columns that are not drawn
   */
  KnownColumns withPrevious(Set<String> left) {
    List<String> columns = new ArrayList<>();
    for (StructField field : wide.schema().fields()) {
      String name = field.name();
      boolean own = !name.startsWith("?") && !name.startsWith("parent.") && !left.contains(name);
      if (own
          && SummaryColumns.isPlain(field.dataType())
          && columns.size() < MAX_PREVIOUS_COLUMNS) {
        columns.add(name);
        given.add(
            GivenSource.ofColumn(
                "previous." + name,
                Origin.PREVIOUS,
                name,
                (ColumnType) SourceTypes.of(table.name(), field),
                Optional.empty()));
      }
    }
    wide = FamilyRows.withPrevious(wide, table, columns);
    given.add(GivenSource.ofPlace(FamilyRows.POSITION, Origin.POSITION));
    return this;
  }

  /** Adds the cell that the row lies in. */
  KnownColumns withCell() {
    wide = wide.withColumn(IN_CELL, named(TableNode.CELL));
    given.add(GivenSource.ofPlace(IN_CELL, Origin.CELL));
    return this;
  }

  /** Adds the parts of the row's key that run through all combinations. */
  KnownColumns withDigits(Collection<ColumnProfile> placed) {
    for (ColumnProfile column : placed) {
      if (column instanceof Enumerated part && KeyAxis.isTelling(part.digit())) {
        String name = DIGIT + part.name();
        ColumnType type = part.column().type();
        wide = wide.withColumn(name, KeyAxis.place(named(part.name()), type, part.digit()));
        given.add(GivenSource.ofDigit(name, part.name(), part.digit()));
      }
    }
    return this;
  }
}

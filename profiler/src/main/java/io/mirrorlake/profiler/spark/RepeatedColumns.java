package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.select;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.mirrorlake.profiler.disclosure.SecretRounding;
import io.mirrorlake.profiler.fit.CodedColumn;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.StructField;

/**
 * The columns in which siblings keep the value of the one before far more often than by chance, and
 * the flags that say where: 1 where a row has its sibling's value, 0 where not, and for the first
 * of a family.
 *
 * <p>How often beyond chance is Cohen's kappa (1960): (o - e) / (1 - e), where o is the share of
 * rows that have the value of the sibling before, and e the probability that any two rows have the
 * same, the sum of the squared shares of all values. A null is a value like others.
 */
final class RepeatedColumns {
  /** What the names of flags begin with. */
  private static final String FLAG = "=";

  /** Where siblings are alike less often, the codes that trees are given tell enough of it. */
  private static final double LEAST_KAPPA = 0.5;

  /**
   * The same where a code of the sibling stands for several values, so that no tree can repeat one:
   * the day of a laboratory's result, which half of them share with the one before.
   */
  private static final double LEAST_KAPPA_OF_MANY = 0.25;

  /** Where fewer pairs of rows are alike, values are more than a sibling has codes. */
  private static final double CHANCE_OF_MANY = 1.0 / GivenCoder.MAX_GROUPS;

  /**
   * A column in which more pairs of rows are alike has fewer than four values in effect: the code
   * of the sibling's value is the value itself, and trees ask it at once.
   */
  private static final double MOST_CHANCE = 0.25;

  /** Limits are drawn from a range of a fifth, so that no single row tips them. */
  private static final double RANGE = 1.2;

  /** Each costs a column; the strongest tell most. */
  private static final int MAX_COLUMNS = 8;

  private static final String NUMBER = "?number";

  private static final String VALUE = "?value";

  private static final String ROWS = "?rows";

  private final TableNode table;
  private final List<String> candidates;

  private RepeatedColumns(TableNode table, List<String> candidates) {
    this.table = table;
    this.candidates = candidates;
  }

  /**
   * The columns that come into question: those that are drawn, and have one value a row.
   *
   * @param rows the table's rows with their hidden columns, whose names begin with # but for cells
   * @param evolved the column that follows from the sibling's value, if there is one
   */
  static RepeatedColumns among(Dataset<Row> rows, TableNode table, Optional<String> evolved) {
    Set<String> not = new HashSet<>(table.table().primaryKey());
    evolved.ifPresent(not::add);
    not.addAll(table.table().options().excludedColumns());
    table.table().references().forEach(reference -> not.addAll(reference.columns()));
    List<String> names = new ArrayList<>();
    for (StructField field : rows.schema().fields()) {
      String name = field.name();
      boolean hidden = name.startsWith("#") || name.startsWith("?");
      boolean free = !List.of(rows.columns()).contains(flag(name));
      if (!hidden && free && !not.contains(name) && SummaryColumns.isPlain(field.dataType())) {
        names.add(name);
      }
    }
    return new RepeatedColumns(table, names);
  }

  private static String flag(String column) {
    return FLAG + column;
  }

  /** The columns that these flags are of. */
  static Set<String> flagged(List<String> flags) {
    return flags.stream().map(flag -> flag.substring(FLAG.length())).collect(Collectors.toSet());
  }

  /** Whether it is a flag. */
  static boolean isFlag(ColumnProfile column) {
    return column.hidden() && column.name().startsWith(FLAG);
  }

  /** The rows with the flags of all columns that come into question. */
  Dataset<Row> flagged(Dataset<Row> rows, WindowSpec family) {
    Column follows = named(FamilyRows.POSITION).gt(0);
    Stream<Column> flags =
        candidates.stream()
            .map(
                name -> {
                  Column before = lag(named(name), 1).over(family);
                  Column same = follows.and(named(name).eqNullSafe(before));
                  return when(same, lit(1)).otherwise(lit(0)).as(flag(name));
                });
    return select(rows, Stream.concat(Stream.of(rows.columns()).map(ColumnNames::named), flags));
  }

  /** The flags that tell something, the strongest first. */
  List<String> telling(Dataset<Row> flagged) {
    Map<String, Double> same = same(flagged);
    Map<String, Double> chances = chance(flagged, List.copyOf(same.keySet()));
    Map<String, Double> kappas = new TreeMap<>();
    same.forEach(
        (name, share) -> {
          double chance = chances.getOrDefault(name, 1.0);
          double kappa = (share - chance) / (1 - chance);
          if (isTelling(name, chance, kappa)) {
            kappas.put(flag(name), kappa);
          }
        });
    return kappas.entrySet().stream()
        .sorted(Comparator.comparingDouble(entry -> -entry.getValue()))
        .limit(MAX_COLUMNS)
        .map(Map.Entry::getKey)
        .toList();
  }

  private boolean isTelling(String column, double chance, double kappa) {
    SecretRounding secret =
        table.table().options().policy().column(table.name(), column).rounding();
    boolean many = chance <= secret.limit(CHANCE_OF_MANY / RANGE, CHANCE_OF_MANY, "many");
    double least = many ? LEAST_KAPPA_OF_MANY : LEAST_KAPPA;
    return chance <= secret.limit(MOST_CHANCE, MOST_CHANCE * RANGE, "chance")
        && kappa >= secret.limit(least, least * RANGE, "kappa");
  }

  /** The share of rows that have the value of the sibling before, where it is great enough. */
  private Map<String, Double> same(Dataset<Row> flagged) {
    Map<String, Double> same = new TreeMap<>();
    if (!candidates.isEmpty()) {
      Column[] sums =
          candidates.stream().map(name -> sum(named(flag(name)))).toArray(Column[]::new);
      Row row = flagged.where(named(FamilyRows.POSITION).gt(0)).agg(count(lit(1)), sums).head();
      for (int i = 0; i < candidates.size() && row.getLong(0) > 0; i++) {
        double share = (double) row.getLong(i + 1) / row.getLong(0);
        if (share >= LEAST_KAPPA_OF_MANY) {
          same.put(candidates.get(i), share);
        }
      }
    }
    return same;
  }

  /** The probability that any two rows have the same value: one query for all columns. */
  private static Map<String, Double> chance(Dataset<Row> rows, List<String> columns) {
    Map<String, Double> chance = new TreeMap<>();
    if (!columns.isEmpty()) {
      Column[] values =
          IntStream.range(0, columns.size())
              .mapToObj(i -> struct(lit(i).as(NUMBER), xxhash64(named(columns.get(i))).as(VALUE)))
              .toArray(Column[]::new);
      Column share = named(ROWS).cast("double");
      rows.select(explode(array(values)).as(VALUE))
          .groupBy(named(VALUE))
          .agg(count(lit(1)).as(ROWS))
          .groupBy(named(VALUE).getField(NUMBER).as(NUMBER))
          .agg(sum(share.multiply(share)), sum(share))
          .collectAsList()
          .forEach(
              row ->
                  chance.put(
                      columns.get(row.getInt(0)),
                      row.getDouble(1) / (row.getDouble(2) * row.getDouble(2))));
    }
    return chance;
  }

  /** The rows without the flags that tell nothing; the others in their order, last. */
  Dataset<Row> keeping(Dataset<Row> flagged, List<String> telling) {
    List<String> names = new ArrayList<>(List.of(flagged.columns()));
    candidates.forEach(name -> names.remove(flag(name)));
    names.addAll(telling);
    return flagged.select(named(names));
  }

  /** The columns of a fit without the flags of what is not drawn after all, or does not vary. */
  static List<ColumnProfile> fitting(List<ColumnProfile> columns) {
    Map<String, ColumnProfile> known = new HashMap<>();
    columns.forEach(column -> known.put(column.name(), column));
    return columns.stream()
        .filter(
            column ->
                !isFlag(column)
                    || (outcomes(Optional.of(column)) == 2 && varies(flagged(column, known))))
        .toList();
  }

  private static Optional<ColumnProfile> flagged(
      ColumnProfile flag, Map<String, ColumnProfile> known) {
    return Optional.ofNullable(known.get(flag.name().substring(FLAG.length())));
  }

  /** Whether values differ, though all may have one code: texts of a format, a range of numbers. */
  private static boolean varies(Optional<ColumnProfile> column) {
    return outcomes(column) > 1
        || column
            .filter(Drawn.class::isInstance)
            .filter(drawn -> isRange(((Drawn) drawn).marginal()))
            .isPresent();
  }

  private static boolean isRange(Marginal marginal) {
    return marginal.makesTexts()
        || (marginal instanceof NumericMarginal numbers
            && numbers.segments().stream().anyMatch(of -> !of.isAtom()));
  }

  /** Between how many outcomes a position decides; 0 for what is not drawn. */
  private static int outcomes(Optional<ColumnProfile> column) {
    return column
        .filter(Drawn.class::isInstance)
        .map(drawn -> ((Drawn) drawn).marginal())
        .filter(GivenCoder::isTelling)
        .map(of -> of.segmentCount() + (of.nullProbability() > 0 ? 1 : 0))
        .orElse(0);
  }

  /** The flag of each of these columns that has one: only where it is 0 a row draws the column. */
  static Map<String, String> flags(List<CodedColumn> columns) {
    Set<String> names = columns.stream().map(CodedColumn::name).collect(Collectors.toSet());
    return names.stream()
        .filter(name -> names.contains(flag(name)))
        .collect(Collectors.toMap(name -> name, RepeatedColumns::flag));
  }
}

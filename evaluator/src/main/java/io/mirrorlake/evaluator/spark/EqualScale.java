package io.mirrorlake.evaluator.spark;

import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.xxhash64;

import io.mirrorlake.evaluator.judge.TablesSection.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * Makes a synthetic database of another size comparable. At ten times the rows, each row of a table
 * that is kept as it is has ten times the children, as it should. So of what refers to kept rows a
 * part is judged, as large as it would be at the size of the real tables: a tenth of the synthetic
 * children, or of a smaller database a part of the real ones.
 *
 * @param scale how many times the rows of the real tables most synthetic ones have
 * @param kept the tables that are kept as they are
 */
record EqualScale(double scale, Set<String> kept) {
  /** Sizes nearer to each other than this need nothing: numbers of rows are told with noise. */
  private static final double NEARLY = 1.25;

  private static final long HASHES = 1L << 30;

  EqualScale {
    kept = Set.copyOf(kept);
  }

  /** The scale is the median of the tables that are not kept: some may stay full at any scale. */
  static EqualScale of(List<Table> tables, Set<String> kept) {
    double[] ratios =
        tables.stream()
            .filter(table -> !kept.contains(table.name()) && table.realRows() > 0)
            .mapToDouble(table -> (double) table.syntheticRows() / table.realRows())
            .sorted()
            .toArray();
    return new EqualScale(ratios.length == 0 ? 1 : ratios[ratios.length / 2], kept);
  }

  private static boolean isNear(double one, double other) {
    return one < NEARLY * other && other < NEARLY * one;
  }

  /** Whether the children of a kept table are to be thinned out: where there are more, or fewer. */
  boolean differs(String parent, Table children) {
    double ratio = (double) children.syntheticRows() / Math.max(1, children.realRows());
    return kept.contains(parent) && scale > 0 && !isNear(scale, 1) && !isNear(ratio, 1);
  }

  /** The part of the real children to judge. */
  Dataset<Row> real(Dataset<Row> children) {
    return part(children, scale);
  }

  /** The part of the synthetic children to judge. */
  Dataset<Row> synthetic(Dataset<Row> children) {
    return part(children, 1 / scale);
  }

  /**
   * Rows chosen by a hash of all they are, so that the part is a function of the rows. The function
   * is declared as one that is not deterministic, though it is: of a filter on so many columns that
   * are renamed above it, Spark would infer one for every choice of old and new names.
   */
  private static Dataset<Row> part(Dataset<Row> rows, double share) {
    if (share >= 1) {
      return rows;
    }
    long limit = (long) (share * HASHES);
    UserDefinedFunction chosen =
        udf((Long hash) -> Math.floorMod(hash, HASHES) < limit, DataTypes.BooleanType)
            .asNondeterministic();
    Column[] all = Arrays.stream(rows.columns()).map(KeyCounts::quoted).toArray(Column[]::new);
    return rows.where(chosen.apply(xxhash64(all)));
  }

  /** What to tell of it. */
  List<String> notes() {
    if (kept.isEmpty() || !(scale > 0) || isNear(scale, 1)) {
      return List.of();
    }
    return List.of(
        String.format(
            Locale.ROOT,
            "The synthetic tables have about %.3g times the rows of the real ones, and tables that"
                + " are kept as they are have no more: what refers to these is judged by a part of"
                + " the rows, as large as it would be at the size of the real tables. Keys are"
                + " counted over all rows.",
            scale));
  }
}

package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;

import io.mirrorlake.profiler.disclosure.SecretRounding;
import io.mirrorlake.profiler.fit.MeanMatch;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.ReferenceLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Brings numbers of children in line with how many children there are: a distribution whose shares
 * are told with noise and whose largest values are not told has another mean than the source, and
 * every table below would have too many or too few rows.
 */
final class FanOutMeans {
  /**
   * The mean may move by four times what the parent with the most children moves it, so that it
   * does not tell whether this parent is there.
   */
  private static final double UNITS = 4;

  /** By hidden column: how many parents have how many children. */
  private final Map<String, SortedMap<Long, Long>> counts = new ConcurrentHashMap<>();

  /** Counts the parents by their numbers of children: as many rows as there are such numbers. */
  void count(Dataset<Row> parents, List<String> fanOuts) {
    for (String fanOut : fanOuts) {
      SortedMap<Long, Long> found = new TreeMap<>();
      for (Row row : parents.groupBy(named(fanOut).cast("bigint")).count().collectAsList()) {
        found.put(row.getLong(0), row.getLong(1));
      }
      counts.put(fanOut, found);
    }
  }

  /** The parent's profile with these means, where its children have profiles too. */
  TableProfile inLine(TableNode parent, TableProfile profile, List<TableProfile> children) {
    List<ColumnProfile> columns = new ArrayList<>(profile.columns());
    for (TableProfile child : children) {
      ReferenceLaw.Family family =
          (ReferenceLaw.Family) child.relations().leading().orElseThrow().law();
      columns.replaceAll(
          column ->
              column.name().equals(family.fanOut()) && counts.containsKey(column.name())
                  ? inLine(parent, profile, (Drawn) column, child, family.parentless())
                  : column);
    }
    return profile.withColumns(columns);
  }

  private ColumnProfile inLine(
      TableNode parent, TableProfile profile, Drawn column, TableProfile child, double parentless) {
    SortedMap<Long, Long> of = counts.get(column.name());
    if (of == null || of.isEmpty() || !(column.marginal() instanceof NumericMarginal marginal)) {
      return column;
    }
    double parents = 0;
    double families = 0;
    double all = 0;
    for (var entry : of.entrySet()) {
      parents += entry.getValue();
      families += entry.getKey() > 0 ? entry.getValue() : 0;
      all += (double) entry.getKey() * entry.getValue();
    }
    double mean = all / parents;
    SecretRounding rounding = parent.table().options().policy().table(parent.name());
    double step = UNITS * (of.lastKey() - mean) / parents;
    double told = rounding.number(mean, step, "mean " + column.name());
    // Both counts are told already, each with the noise of the units that it counts.
    double ratio = child.rows() * (1 - parentless) / profile.rows();
    double ratioError =
        mean * Math.sqrt(rounding.variance()) * Math.hypot(1 / parents, 1 / Math.max(1, families));
    double toldError = rounding.isOn() ? step / Math.sqrt(12) : 0;
    NumericMarginal matched =
        MeanMatch.of(marginal, of, Math.max(0, toldError <= ratioError ? told : ratio));
    return new Drawn(column.column(), matched, column.hidden());
  }
}

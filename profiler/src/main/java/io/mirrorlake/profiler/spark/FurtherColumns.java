package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.relation.StaticRows;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.spark.GivenSource.How;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is given of a further parent's row: of a made up one what its children are like and its own
 * columns, of a kept one the places of its values.
 */
final class FurtherColumns {
  /** Trees ask 32 columns at most, and tables have several further parents. */
  private static final int MAX_COLUMNS = 10;

  /**
   * Texts have no order, in which neighbours could share a code; and where nearly each row has one
   * of its own, a question finds groups of them that differ by chance.
   */
  private static final int MAX_TEXTS = 24;

  private FurtherColumns() {}

  /** What a child is given of the parent that it refers to. */
  static List<GivenSource> of(TableNode child, DeclaredReference reference, TableNode parent) {
    String name = reference.name(child.name());
    Optional<StaticRows> kept = parent.profile().orElseThrow().relations().rows();
    return kept.isPresent()
        ? kept(name, parent, kept.get())
        : made(name, parent, SummaryColumns.prefix(child, reference));
  }

  private static String name(String reference, String column) {
    return "further." + reference + "." + column;
  }

  /** Summaries of this table's rows first, then what the parent itself is. */
  private static List<GivenSource> made(String name, TableNode parent, String prefix) {
    List<ColumnProfile> telling = KnownColumns.telling(parent);
    return Stream.concat(
            telling.stream().filter(of -> of.hidden() && of.name().startsWith(prefix)),
            telling.stream().filter(of -> !of.hidden()))
        .limit(MAX_COLUMNS)
        .map(of -> GivenSource.ofFurther(name(name, of.name()), name, of))
        .toList();
  }

  private static List<GivenSource> kept(String name, TableNode parent, StaticRows rows) {
    List<GivenSource> given = new ArrayList<>();
    for (ColumnProfile column : parent.profile().orElseThrow().columns()) {
      if (given.size() == MAX_COLUMNS) {
        break;
      }
      ColumnType type = column.column().type();
      int[] places = rows.places(column.name(), type.kind().isNumber());
      List<Integer> starts = starts(places, type);
      if (starts.size() > 1) {
        List<Integer> codes =
            Arrays.stream(places).mapToObj(place -> GivenCoder.group(starts, place)).toList();
        How.Kept how = new How.Kept(codes, starts, !isText(type));
        given.add(GivenSource.ofKept(name(name, column.name()), name, column.name(), how));
      }
    }
    return given;
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
}

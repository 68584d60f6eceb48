package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.fit.ColumnSketch;
import io.mirrorlake.profiler.fit.SegmentCounts;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The exact count of rows by segment where the first scan has lower bounds for point masses: in
 * columns of more distinct values than a sketch tells apart. The segments stay as they are.
 */
final class SegmentRecount {
  private SegmentRecount() {}

  /** Empty counts of the columns of a draft that need them. */
  static SegmentCounts counts(TableDraft draft, TableScan scan) {
    return new SegmentCounts(
        Arrays.stream(draft.drawn())
            .map(
                column -> isWanted(draft, scan, column) ? draft.marginal(column).segmentCount() : 0)
            .toArray());
  }

  private static boolean isWanted(TableDraft draft, TableScan scan, int column) {
    return scan.column(column) instanceof ColumnSketch.Numbers numbers
        && !numbers.values().isExact()
        && draft.marginal(column) instanceof NumericMarginal marginal
        && marginal.segments().stream().anyMatch(Segment::isAtom)
        && marginal.segments().stream().anyMatch(segment -> !segment.isAtom());
  }

  /**
   * The draft with the weights that follow from the counts, in columns that all of their values
   * were counted of: where tables are joined, the second scan may see other rows.
   */
  static TableDraft recounted(
      String table,
      TableDraft draft,
      TableScan scan,
      SegmentCounts counts,
      DisclosurePolicy policy) {
    List<ColumnProfile> columns = new ArrayList<>(draft.columns());
    int[] positions = draft.drawn();
    for (int i = 0; i < positions.length; i++) {
      int at = positions[i];
      if (counts.has(i) && counts.rows(i) == scan.column(at).rows()) {
        Drawn drawn = (Drawn) columns.get(at);
        NumericMarginal marginal =
            counts.told(i, (NumericMarginal) drawn.marginal(), policy.column(table, drawn.name()));
        columns.set(at, new Drawn(drawn.column(), marginal, drawn.hidden()));
      }
    }
    return new TableDraft(columns, draft.notes());
  }
}

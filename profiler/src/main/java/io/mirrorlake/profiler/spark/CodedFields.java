package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.fit.SegmentCoder;
import io.mirrorlake.profiler.fit.SegmentCounts;
import java.io.Serializable;
import java.util.List;

/**
 * What the second scan codes of a row.
 *
 * @param columns the positions of the table's own columns that take part
 * @param coders their coders
 * @param given what is given beside them
 * @param counts empty counts of the segments that all rows are counted in
 */
record CodedFields(
    List<Integer> columns, List<SegmentCoder> coders, List<GivenCoder> given, SegmentCounts counts)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  CodedFields {
    columns = List.copyOf(columns);
    coders = List.copyOf(coders);
    given = List.copyOf(given);
  }

  int[] positions() {
    return columns.stream().mapToInt(Integer::intValue).toArray();
  }
}

package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.fit.CodeSample;
import io.mirrorlake.profiler.fit.CodedColumn;
import io.mirrorlake.profiler.fit.SegmentCoder;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The second scan's state: a sample of rows, every value replaced by the segment of its marginal.
 */
final class CodeScan implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] positions;
  private final List<SegmentCoder> coders;
  private final CodeSample sample;

  /**
   * @param positions the columns of the query that take part
   * @param coders their coders
   */
  CodeScan(int[] positions, List<SegmentCoder> coders, int sampleRows) {
    this.positions = positions.clone();
    this.coders = List.copyOf(coders);
    this.sample = new CodeSample(sampleRows);
  }

  /** Adds the row at this place of the table. */
  void add(InternalRow row, long place) {
    short[] codes = new short[positions.length];
    for (int i = 0; i < positions.length; i++) {
      int position = positions[i];
      SegmentCoder coder = coders.get(i);
      if (row.isNullAt(position)) {
        codes[i] = CodedColumn.NULL;
      } else if (coder instanceof SegmentCoder.Numbers numbers) {
        codes[i] = numbers.code(row.getDouble(position));
      } else if (coder instanceof SegmentCoder.Texts texts) {
        codes[i] = texts.code(row.getUTF8String(position).toString());
      }
    }
    sample.add(codes, place);
  }

  /** This scan and another one of other rows. */
  CodeScan merge(CodeScan other) {
    sample.merge(other.sample);
    return this;
  }

  CodeSample sample() {
    return sample;
  }
}

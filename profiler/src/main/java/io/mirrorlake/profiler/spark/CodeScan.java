package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.fit.BytesText;
import io.mirrorlake.profiler.fit.CodeSample;
import io.mirrorlake.profiler.fit.CodedColumn;
import io.mirrorlake.profiler.fit.SegmentCoder;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The second scan's state: a sample of rows, every value replaced by the segment of its marginal.
 */
final class CodeScan implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] positions;
  private final List<Kind> kinds;
  private final List<SegmentCoder> coders;
  private final CodeSample sample;

  /**
   * @param positions the columns of the query that take part
   * @param kinds the kinds of their types
   * @param coders their coders
   */
  CodeScan(int[] positions, List<Kind> kinds, List<SegmentCoder> coders, int sampleRows) {
    this.positions = positions.clone();
    this.kinds = List.copyOf(kinds);
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
        codes[i] = numbers.code(PlainValues.number(row, position, kinds.get(i)));
      } else if (coder instanceof SegmentCoder.Texts texts) {
        String text = row.getUTF8String(position).toString();
        codes[i] = texts.code(kinds.get(i) == Kind.BINARY ? BytesText.category(text) : text);
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

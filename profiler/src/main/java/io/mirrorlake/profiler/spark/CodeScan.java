package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.discovery.ConstraintScan;
import io.mirrorlake.profiler.discovery.TableRow;
import io.mirrorlake.profiler.fit.BytesText;
import io.mirrorlake.profiler.fit.CodeSample;
import io.mirrorlake.profiler.fit.CodedColumn;
import io.mirrorlake.profiler.fit.SegmentCoder;
import io.mirrorlake.profiler.fit.SegmentCounts;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.tree.GivenCodes;
import io.mirrorlake.profiler.tree.RowUnits;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The second scan's state: a sample of rows, every value replaced by the segment of its marginal,
 * and the checks of constraints.
 */
final class CodeScan implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final double[] NO_NUMBERS = new double[0];

  private final int[] positions;
  private final List<Kind> kinds;
  private final List<SegmentCoder> coders;
  private final List<GivenCoder> given;
  private final SegmentCounts counts;
  private final CodeSample sample;
  private final ConstraintScan constraints;
  private final List<Kind> allKinds;
  private final int unitColumn;
  private final TableRow current;

  /**
   * @param fields the columns of the query that take part
   * @param constraints what else to gather
   * @param kinds the kinds of all the columns that have one value a row
   * @param unitColumn the position of the privacy unit's hash in a row, negative for none
   */
  CodeScan(
      CodedFields fields,
      int sampleRows,
      ConstraintScan constraints,
      List<Kind> kinds,
      int unitColumn) {
    this.positions = fields.positions();
    this.kinds = IntStream.of(positions).mapToObj(kinds::get).toList();
    this.allKinds = List.copyOf(kinds);
    this.constraints = constraints;
    this.unitColumn = unitColumn;
    this.current = new TableRow(kinds.size());
    this.coders = fields.coders();
    this.given = fields.given();
    this.counts = fields.counts().fresh();
    this.sample = new CodeSample(sampleRows);
  }

  /** Adds the row at this place of the table. */
  void add(InternalRow row, long place) {
    short[] codes = new short[positions.length + given.size()];
    for (int i = 0; i < given.size(); i++) {
      codes[positions.length + i] = given.get(i).code(row);
    }
    for (int i = 0; i < positions.length; i++) {
      int position = positions[i];
      SegmentCoder coder = coders.get(i);
      if (row.isNullAt(position)) {
        codes[i] = CodedColumn.NULL;
      } else if (coder instanceof SegmentCoder.Numbers numbers) {
        double value = PlainValues.number(row, position, kinds.get(i));
        codes[i] = numbers.code(value);
        if (counts.has(i)) {
          counts.add(i, codes[i], numbers.holds(codes[i], value));
        }
      } else if (coder instanceof SegmentCoder.Texts texts) {
        String text = row.getUTF8String(position).toString();
        codes[i] = texts.code(kinds.get(i) == Kind.BINARY ? BytesText.category(text) : text);
      }
    }
    long unit = unitColumn < 0 ? 0 : row.getLong(unitColumn);
    sample.add(codes, hiddenNumbers(row, unit), place, unit);
  }

  private double[] hiddenNumbers(InternalRow row, long unit) {
    if (constraints.isEmpty()) {
      return NO_NUMBERS;
    }
    for (int i = 0; i < allKinds.size(); i++) {
      PlainValues.put(row, i, allKinds.get(i), current);
    }
    return constraints.add(current, unit);
  }

  /** This scan and another one of other rows. */
  CodeScan merge(CodeScan other) {
    sample.merge(other.sample);
    counts.merge(other.counts);
    constraints.merge(other.constraints);
    return this;
  }

  ConstraintScan constraints() {
    return constraints;
  }

  /** The rows of each segment of the columns that are counted. */
  SegmentCounts counts() {
    return counts;
  }

  CodeSample sample() {
    return sample;
  }

  /** The sample's codes column by column, what is given after the table's own. */
  List<short[]> columns() {
    return sample.columns(positions.length + given.size());
  }

  /** Whose the rows of the sample are. */
  RowUnits units() {
    return unitColumn < 0 ? RowUnits.ROWS : RowUnits.of(sample.units());
  }

  /** The sample of what is given. */
  List<GivenCodes> given() {
    List<short[]> all = columns();
    List<GivenCodes> codes = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      short[] of = all.get(positions.length + i);
      byte[] bytes = new byte[of.length];
      for (int row = 0; row < bytes.length; row++) {
        bytes[row] = (byte) of[row];
      }
      codes.add(GivenCodes.of(given.get(i).column(), bytes, given.get(i).isOrdered()));
    }
    return codes;
  }
}

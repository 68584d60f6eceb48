package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.fit.ColumnSketch;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.sketch.KeySketch;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** The first scan's state: a sketch for every column, and one of the primary key. */
final class TableScan implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Cells a numeric column may keep: 1 MiB of counts. */
  private static final int MAX_CAPACITY = 32_768;

  /** All columns together keep to this many cells: 128 MiB of them. */
  private static final int CAPACITY_OF_TABLE = 4_194_304;

  /** A distinct text may take 256 characters, sixteen times a cell. */
  private static final int CELLS_PER_TEXT = 4;

  private static final int LEAST_CAPACITY = 1_024;

  /** Repeated keys of one in a thousand are found with certainty but for e^-32. */
  private static final int KEY_CAPACITY = 65_536;

  private final List<ColumnSketch> columns = new ArrayList<>();
  private final KeySketch key = new KeySketch(KEY_CAPACITY);
  private final int keyColumn;
  private final boolean byUnit;
  private long rows;

  /**
   * @param keyColumn the position of the primary key's hash in a row, negative for none
   */
  TableScan(List<Column> schema, int keyColumn, DisclosurePolicy policy) {
    int capacity = Math.min(MAX_CAPACITY, CAPACITY_OF_TABLE / schema.size());
    for (Column column : schema) {
      int share = column.type().kind().isContinuous() ? capacity : capacity / CELLS_PER_TEXT;
      columns.add(
          ColumnSketch.of(column.type(), Math.max(LEAST_CAPACITY, share), policy.unitLimit()));
    }
    this.keyColumn = keyColumn;
    this.byUnit = policy.byUnit();
  }

  /** This scan and a row of {@link SourceColumns#query}. */
  TableScan add(InternalRow row) {
    rows++;
    long unit = byUnit ? row.getLong(columns.size()) : 0;
    for (int i = 0; i < columns.size(); i++) {
      ColumnSketch sketch = columns.get(i);
      if (row.isNullAt(i)) {
        sketch.addNull(unit);
      } else if (sketch instanceof ColumnSketch.Numbers numbers) {
        numbers.add(row.getDouble(i), unit);
      } else if (sketch instanceof ColumnSketch.Texts texts) {
        texts.add(row.getUTF8String(i).toString(), unit);
      }
    }
    if (keyColumn >= 0) {
      key.add(row.getLong(keyColumn));
    }
    return this;
  }

  /** This scan and another one of other rows. */
  TableScan merge(TableScan other) {
    rows += other.rows;
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).merge(other.columns.get(i));
    }
    key.merge(other.key);
    return this;
  }

  long rows() {
    return rows;
  }

  ColumnSketch column(int i) {
    return columns.get(i);
  }

  KeySketch key() {
    return key;
  }
}

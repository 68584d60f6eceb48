package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.discovery.RowSample;
import io.mirrorlake.profiler.discovery.TableRow;
import io.mirrorlake.profiler.fit.ColumnSketch;
import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.sketch.KeySketch;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;

/**
 * The first scan's state: a sketch for every column, one of the primary key, and a sample of rows
 * that candidates for constraints are found in.
 */
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

  /** The number of units from a sample of so many has a standard error of 2 %. */
  private static final int UNIT_CAPACITY = 4_096;

  /** Enough rows to break what is not a rule in one row of a thousand. */
  private static final int SAMPLE_ROWS = 8_192;

  /** The sample of a wide table holds fewer rows: 8 MiB of numbers. */
  private static final int SAMPLE_CELLS = 1 << 20;

  private final List<ColumnSketch> columns = new ArrayList<>();
  private final RowSample sample;
  private final TableRow current;
  private final boolean isSampled;
  private final KeySketch key = new KeySketch(KEY_CAPACITY);
  private final KeySketch units = new KeySketch(UNIT_CAPACITY);
  private final int keyColumn;
  private final List<Kind> kinds;
  private final int[] parents;
  private final List<ColumnSketch> repeated = new ArrayList<>();
  private final boolean hasUnits;
  private long rows;

  /** An empty scan of these columns. */
  TableScan(SourceColumns source, ProfileOptions options, DisclosurePolicy policy) {
    int count = source.columns().size() + source.repeated().size();
    int capacity = Math.min(MAX_CAPACITY, CAPACITY_OF_TABLE / count);
    for (Column column : source.columns()) {
      columns.add(sketch(column, capacity, policy.unitLimit()));
    }
    for (Column column : source.repeated()) {
      // A row may carry one value many times, and is one unit even so.
      repeated.add(sketch(column, capacity, policy.unitLimitWithin()));
    }
    this.kinds =
        Stream.of(source.columns(), source.repeated())
            .flatMap(List::stream)
            .map(column -> column.type().kind())
            .toList();
    this.isSampled = options.constraints().discover();
    this.sample = new RowSample(Math.min(SAMPLE_ROWS, SAMPLE_CELLS / columns.size()));
    this.current = new TableRow(columns.size());
    this.parents = source.parents();
    this.hasUnits = source.hasUnits(options);
    this.keyColumn = options.primaryKey().isPresent() ? count + (hasUnits ? 1 : 0) : -1;
  }

  private static ColumnSketch sketch(Column column, int capacity, int unitLimit) {
    int share = column.type().kind().isContinuous() ? capacity : capacity / CELLS_PER_TEXT;
    return ColumnSketch.of(column.type(), Math.max(LEAST_CAPACITY, share), unitLimit);
  }

  /** This scan and a row of {@link SourceColumns#query}. */
  TableScan add(InternalRow row) {
    rows++;
    long unit = hasUnits ? row.getLong(kinds.size()) : 0;
    if (hasUnits) {
      units.add(unit);
    }
    for (int i = 0; i < parents.length; i++) {
      if (parents[i] < 0 || !row.isNullAt(parents[i])) {
        PlainValues.add(row, i, kinds.get(i), columns.get(i), unit);
      }
    }
    for (int i = 0; i < repeated.size(); i++) {
      int place = columns.size() + i;
      if (!row.isNullAt(place)) {
        addAll(row.getArray(place), kinds.get(place), repeated.get(i), unit);
      }
    }
    if (isSampled) {
      for (int i = 0; i < parents.length; i++) {
        PlainValues.put(row, i, kinds.get(i), current);
      }
      sample.add(current, rows);
    }
    if (keyColumn >= 0) {
      key.add(row.getLong(keyColumn));
    }
    return this;
  }

  private static void addAll(ArrayData values, Kind kind, ColumnSketch sketch, long unit) {
    for (int j = 0; j < values.numElements(); j++) {
      PlainValues.add(values, j, kind, sketch, unit);
    }
  }

  /** This scan and another one of other rows. */
  TableScan merge(TableScan other) {
    rows += other.rows;
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).merge(other.columns.get(i));
    }
    for (int i = 0; i < repeated.size(); i++) {
      repeated.get(i).merge(other.repeated.get(i));
    }
    key.merge(other.key);
    units.merge(other.units);
    sample.merge(other.sample);
    return this;
  }

  long rows() {
    return rows;
  }

  /** How many privacy units there are, about. */
  long units() {
    return hasUnits ? units.distinct() : rows;
  }

  ColumnSketch column(int i) {
    return columns.get(i);
  }

  /** The sketch of a column inside arrays or maps. */
  ColumnSketch repeated(int i) {
    return repeated.get(i);
  }

  RowSample sample() {
    return sample;
  }

  KeySketch key() {
    return key;
  }
}

package io.mirrorlake.evaluator.sample;

import java.util.ArrayList;
import java.util.List;

/** Bins for every column, fitted on real rows and applied alike to real and synthetic tables. */
public final class TableBins {
  private final List<ColumnBins> columns;

  private TableBins(List<ColumnBins> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Bins for the columns of this real table. */
  public static TableBins fit(SampleTable real, int numberBins, int categoryBins) {
    List<ColumnBins> bins = new ArrayList<>(real.width());
    for (SampleColumn column : real.columns()) {
      bins.add(ColumnBins.fit(column, numberBins, categoryBins));
    }
    return new TableBins(bins);
  }

  /**
   * The finest bins for these columns of which no column has more than {@code limit + 2}: a number
   * with up to {@code limit} values gets one bin each, one with more gets about {@code limit}
   * quantiles.
   */
  public static TableBins compact(SampleTable table, int limit) {
    List<ColumnBins> bins = new ArrayList<>(table.width());
    for (SampleColumn column : table.columns()) {
      bins.add(
          column instanceof NumberColumn numbers
              ? NumberBins.compact(numbers, limit)
              : ColumnBins.fit(column, limit, limit));
    }
    return new TableBins(bins);
  }

  /** The bins of one column. */
  public ColumnBins column(int index) {
    return columns.get(index);
  }

  /** The table with every value replaced by its bin. */
  public CodedTable code(SampleTable table) {
    int[][] codes = new int[columns.size()][];
    int[] sizes = new int[columns.size()];
    for (int c = 0; c < codes.length; c++) {
      codes[c] = columns.get(c).codes(table.column(c));
      sizes[c] = columns.get(c).size();
    }
    return new CodedTable(codes, sizes, table.rows());
  }
}

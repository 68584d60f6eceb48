package io.mirrorlake.evaluator.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes categories with very many labels manageable: the most frequent real labels stay, the
 * others, and those that no real row has, become one label. Numbers stay as they are.
 */
public final class CoarseCategories {
  private final List<ColumnBins> bins;

  private CoarseCategories(List<ColumnBins> bins) {
    this.bins = List.copyOf(bins);
  }

  /** Keeps the {@code labels} most frequent labels of each category column of this real table. */
  public static CoarseCategories fit(SampleTable real, int labels) {
    return new CoarseCategories(
        real.columns().stream().map(column -> ColumnBins.fit(column, 1, labels)).toList());
  }

  /** The table with coarse categories. */
  public SampleTable apply(SampleTable table) {
    List<SampleColumn> coarse = new ArrayList<>(table.width());
    for (int c = 0; c < table.width(); c++) {
      SampleColumn column = table.column(c);
      coarse.add(column instanceof CategoryColumn ? apply(column, bins.get(c)) : column);
    }
    return new SampleTable(coarse, table.rows());
  }

  private static SampleColumn apply(SampleColumn column, ColumnBins bins) {
    int missing = bins.size() - 1;
    List<String> labels = new ArrayList<>();
    for (int bin = 0; bin < missing; bin++) {
      labels.add(bins.label(bin));
    }
    int[] codes =
        Arrays.stream(bins.codes(column))
            .map(bin -> bin == missing ? CategoryColumn.MISSING : bin)
            .toArray();
    return CategoryColumn.of(column.name(), labels, codes);
  }
}

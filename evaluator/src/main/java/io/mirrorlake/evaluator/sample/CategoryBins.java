package io.mirrorlake.evaluator.sample;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One bin for each of the most frequent real labels, then one for all others (also those no real
 * row has), then one for the missing values.
 */
public final class CategoryBins implements ColumnBins {
  private final List<String> labels;
  private final int[] kept;
  private final int[] binOfCode;

  private CategoryBins(List<String> labels, int[] kept) {
    this.labels = labels;
    this.kept = kept;
    this.binOfCode = new int[labels.size()];
    Arrays.fill(binOfCode, kept.length);
    for (int bin = 0; bin < kept.length; bin++) {
      binOfCode[kept[bin]] = bin;
    }
  }

  /**
   * At most {@code bins} bins of single labels, the most frequent first and among equals the
   * alphabetically first.
   */
  static CategoryBins fit(CategoryColumn real, int bins) {
    long[] counts = real.counts();
    int[] kept =
        IntStream.range(0, counts.length)
            .filter(code -> counts[code] > 0)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingLong(code -> -counts[code])
                    .thenComparing(code -> real.labels().get(code)))
            .limit(bins)
            .mapToInt(Integer::intValue)
            .toArray();
    return new CategoryBins(real.labels(), kept);
  }

  /** The labels with a bin of their own, in the order of the bins. */
  public List<String> kept() {
    return Arrays.stream(kept).mapToObj(labels::get).toList();
  }

  @Override
  public int size() {
    return kept.length + 2;
  }

  @Override
  public int[] codes(SampleColumn column) {
    CategoryColumn categories = (CategoryColumn) column;
    int[] codes = new int[categories.rows()];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = categories.isMissing(row) ? size() - 1 : binOfCode[categories.code(row)];
    }
    return codes;
  }

  @Override
  public String label(int bin) {
    if (bin < kept.length) {
      return labels.get(kept[bin]);
    }
    return bin == kept.length ? "other" : "missing";
  }
}

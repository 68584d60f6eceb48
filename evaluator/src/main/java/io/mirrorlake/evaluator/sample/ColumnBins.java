package io.mirrorlake.evaluator.sample;

/** Cuts one column into numbered bins; the last bin holds the missing values. */
public sealed interface ColumnBins permits NumberBins, CategoryBins {
  /** The number of bins, that of the missing values included. */
  int size();

  /** The bin of every row of this column of any table. */
  int[] codes(SampleColumn column);

  /** What the bin holds, for a reader. */
  String label(int bin);

  /** Bins for this real column. */
  static ColumnBins fit(SampleColumn real, int numberBins, int categoryBins) {
    return real instanceof NumberColumn numbers
        ? NumberBins.fit(numbers, numberBins)
        : CategoryBins.fit((CategoryColumn) real, categoryBins);
  }
}

package io.mirrorlake.evaluator.utility;

import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.Arrays;

/** The features of rows and what is to be predicted for each: a number, or the place of a class. */
public final class LabelledTable {
  private final SampleTable features;
  private final double[] labels;

  private LabelledTable(SampleTable features, double[] labels) {
    this.features = features;
    this.labels = labels;
  }

  /** A table of these rows. */
  public static LabelledTable of(SampleTable features, double[] labels) {
    if (features.rows() != labels.length) {
      throw new IllegalArgumentException(
          features.rows() + " rows and " + labels.length + " labels");
    }
    return new LabelledTable(features, labels.clone());
  }

  /** The features. */
  public SampleTable features() {
    return features;
  }

  /** The number of rows. */
  public int rows() {
    return labels.length;
  }

  /** What is to be predicted for a row. */
  public double label(int row) {
    return labels[row];
  }

  /** All labels. */
  public double[] labels() {
    return labels.clone();
  }

  /** The number of different labels. */
  public long distinctLabels() {
    return Arrays.stream(labels).distinct().count();
  }
}

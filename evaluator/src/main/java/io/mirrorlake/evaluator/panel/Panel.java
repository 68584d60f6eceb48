package io.mirrorlake.evaluator.panel;

import io.mirrorlake.evaluator.metric.MetricGroup;

/** A table, matrix or curve of the report. */
public sealed interface Panel permits TablePanel, MatrixPanel, CurvePanel {
  /** What every panel says of itself. */
  Label label();

  /**
   * What a panel is.
   *
   * @param key its name in JSON, once in a report
   * @param group the part of the report it stands in
   * @param title its name for a reader
   * @param note what it shows and how to read it, in a sentence or two
   */
  record Label(String key, MetricGroup group, String title, String note) {
    private static final String KEY = "[a-z][A-Za-z0-9]*";

    public Label {
      if (!key.matches(KEY)) {
        throw new IllegalArgumentException("a panel's key is " + KEY + ", not " + key);
      }
    }
  }
}

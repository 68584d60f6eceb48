package io.mirrorlake.evaluator.metric;

/** What a metric is about, in the order of the report. The keys are those of the JSON. */
public enum MetricGroup {
  /** Each column alone. */
  COLUMNS("fidelity.columns", "Columns", "columns"),
  /** Two columns together. */
  PAIRS("fidelity.pairs", "Pairs of columns", "pairs"),
  /** Three columns and more together, up to whole rows. */
  JOINT("fidelity.joint", "Whole rows", "joint"),
  /** What the synthetic table lacks, or has in excess. */
  MISSING("missing", "What is missing", "missing"),
  /** What models learn from the synthetic table. */
  UTILITY("utility", "Utility", "utility"),
  /** What queries answer on the synthetic table. */
  QUERY("query", "Queries", "query"),
  /** What the synthetic table gives away. */
  PRIVACY("privacy", "Privacy smoke tests", "privacy"),
  /** Tables that refer to each other. */
  RELATIONS("relations", "Relations", "relations"),
  /** Rows that follow each other. */
  SEQUENCES("sequences", "Sequences", "sequences");

  private final String key;
  private final String title;
  private final String anchor;

  MetricGroup(String key, String title, String anchor) {
    this.key = key;
    this.title = title;
    this.anchor = anchor;
  }

  /** The name in JSON. */
  public String key() {
    return key;
  }

  /** The name for a reader. */
  public String title() {
    return title;
  }

  /** The name of its place in the page. */
  public String anchor() {
    return anchor;
  }
}

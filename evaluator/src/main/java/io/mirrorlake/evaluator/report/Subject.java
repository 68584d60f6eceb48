package io.mirrorlake.evaluator.report;

import java.util.List;

/**
 * What was evaluated and how.
 *
 * @param train the rows the profile saw
 * @param holdout real rows that it never saw
 * @param holdoutUnseen whether that is so; without a holdout, train is split, and a generator that
 *     saw train saw both halves
 * @param synthetic the rows that are judged
 * @param skipped columns left out, and why
 * @param options the settings
 */
public record Subject(
    TableSize train,
    TableSize holdout,
    boolean holdoutUnseen,
    TableSize synthetic,
    List<SkippedColumn> skipped,
    EvaluationOptions options) {
  public Subject {
    skipped = List.copyOf(skipped);
  }

  /**
   * The size of a table.
   *
   * @param rows all its rows
   * @param sampledRows those brought into memory
   */
  public record TableSize(long rows, int sampledRows) {}

  /**
   * A column that no metric looks at.
   *
   * @param name the column
   * @param reason why
   */
  public record SkippedColumn(String name, String reason) {}
}

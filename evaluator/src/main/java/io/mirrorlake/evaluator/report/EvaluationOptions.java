package io.mirrorlake.evaluator.report;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.List;
import java.util.Optional;

/**
 * How to evaluate.
 *
 * @param target the column that models learn to predict; without it the train-synthetic score is
 *     not computed
 * @param groups columns whose values tell the groups that a model must treat alike
 * @param sequences which rows follow each other, where some do
 * @param excludedColumns columns that say nothing about likeness, such as keys
 * @param seed the seed of every random choice
 * @param sampleRows the most rows of each table that are brought into memory, at least 1,000
 * @param probes the most synthetic rows whose nearest real rows are sought, at least 100
 * @param thresholds where verdicts change
 */
public record EvaluationOptions(
    Optional<String> target,
    List<String> groups,
    Optional<SequenceOptions> sequences,
    List<String> excludedColumns,
    long seed,
    int sampleRows,
    int probes,
    Thresholds thresholds) {
  /**
   * Sampling errors of shares are below 0.2 % then, and three tables of 50 columns take about 120
   * MB.
   */
  public static final int DEFAULT_SAMPLE_ROWS = 100_000;

  /** The standard error of the nearest-record share is 0.7 % then. */
  public static final int DEFAULT_PROBES = 5_000;

  private static final int MIN_SAMPLE_ROWS = 1_000;
  private static final int MIN_PROBES = 100;

  public EvaluationOptions {
    groups = List.copyOf(groups);
    excludedColumns = List.copyOf(excludedColumns);
    if (sampleRows < MIN_SAMPLE_ROWS) {
      throw invalid("sampleRows", sampleRows, "at least " + MIN_SAMPLE_ROWS);
    }
    if (probes < MIN_PROBES) {
      throw invalid("probes", probes, "at least " + MIN_PROBES);
    }
    if (target.isEmpty() && !groups.isEmpty()) {
      throw invalid("groups", groups, "nothing, or name the target that a model predicts");
    }
    if (target.isPresent() && groups.contains(target.get())) {
      throw invalid("groups", groups, "columns other than the target");
    }
    if (target.isPresent() && excludedColumns.contains(target.get())) {
      throw invalid("target", target.get(), "a column that excludedColumns does not name");
    }
  }

  /** No target, no groups, no sequences, nothing excluded, seed 1, default sizes and thresholds. */
  public static EvaluationOptions defaults() {
    return new EvaluationOptions(
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        1,
        DEFAULT_SAMPLE_ROWS,
        DEFAULT_PROBES,
        Thresholds.defaults());
  }

  /** The same with a target. */
  public EvaluationOptions withTarget(String column) {
    return new EvaluationOptions(
        Optional.of(column),
        groups,
        sequences,
        excludedColumns,
        seed,
        sampleRows,
        probes,
        thresholds);
  }

  /** The same with groups that are to be treated alike. */
  public EvaluationOptions withGroups(List<String> columns) {
    return new EvaluationOptions(
        target, columns, sequences, excludedColumns, seed, sampleRows, probes, thresholds);
  }

  /** The same with sequences. */
  public EvaluationOptions withSequences(SequenceOptions rows) {
    return new EvaluationOptions(
        target, groups, Optional.of(rows), excludedColumns, seed, sampleRows, probes, thresholds);
  }

  /** The same without these columns. */
  public EvaluationOptions withExcludedColumns(List<String> columns) {
    return new EvaluationOptions(
        target, groups, sequences, columns, seed, sampleRows, probes, thresholds);
  }

  /** The same with another seed. */
  public EvaluationOptions withSeed(long other) {
    return new EvaluationOptions(
        target, groups, sequences, excludedColumns, other, sampleRows, probes, thresholds);
  }

  /** The same with another bound on rows in memory. */
  public EvaluationOptions withSampleRows(int most) {
    return new EvaluationOptions(
        target, groups, sequences, excludedColumns, seed, most, probes, thresholds);
  }

  /** The same with another bound on probes. */
  public EvaluationOptions withProbes(int most) {
    return new EvaluationOptions(
        target, groups, sequences, excludedColumns, seed, sampleRows, most, thresholds);
  }

  /** The same with other thresholds. */
  public EvaluationOptions withThresholds(Thresholds others) {
    return new EvaluationOptions(
        target, groups, sequences, excludedColumns, seed, sampleRows, probes, others);
  }

  static UserException invalid(String key, Object value, String allowed) {
    return UserException.of(
        ErrorKind.CONFIGURATION,
        "evaluation option " + key + " is " + value,
        "set it to " + allowed);
  }
}

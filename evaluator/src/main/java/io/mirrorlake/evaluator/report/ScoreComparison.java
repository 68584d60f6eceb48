package io.mirrorlake.evaluator.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * This report's scores beside others: those of an earlier report, or of another synthetic table
 * that was scored in the same way.
 *
 * @param kind what the other scores are
 * @param name what a reader calls the other side
 * @param changes one for each score that both sides have, in the order of the report
 * @param onlyHere keys of scores that only this report has
 * @param onlyThere keys of scores that only the other side has
 */
public record ScoreComparison(
    Kind kind,
    String name,
    List<ScoreChange> changes,
    List<String> onlyHere,
    List<String> onlyThere) {
  /** What scores are compared with. */
  public enum Kind {
    /** An earlier report. */
    BASELINE,
    /** Another generator's rows, scored beside these. */
    GENERATOR
  }

  public ScoreComparison {
    changes = List.copyOf(changes);
    onlyHere = List.copyOf(onlyHere);
    onlyThere = List.copyOf(onlyThere);
  }

  /**
   * A score and its error, as an earlier report has it.
   *
   * @param score the score
   * @param standardError its error
   */
  public record Score(double score, double standardError) {}

  /** The comparison of these results with other scores by key. */
  static ScoreComparison of(
      Kind kind, String name, List<MetricResult> here, Map<String, Score> there) {
    Map<String, Score> left = new TreeMap<>(there);
    List<MetricResult> measured =
        here.stream().filter(result -> result.measurement().isPresent()).toList();
    List<ScoreChange> changes =
        measured.stream()
            .flatMap(
                result ->
                    Optional.ofNullable(left.remove(result.metric().key()))
                        .map(
                            score ->
                                ScoreChange.of(
                                    result.metric(), result.measurement().orElseThrow(), score))
                        .stream())
            .toList();
    List<String> onlyHere =
        measured.stream()
            .map(result -> result.metric().key())
            .filter(key -> !there.containsKey(key))
            .toList();
    return new ScoreComparison(kind, name, changes, onlyHere, List.copyOf(left.keySet()));
  }

  /** The changes in one direction. */
  public List<ScoreChange> changes(ScoreChange.Direction direction) {
    return changes.stream().filter(change -> change.direction() == direction).toList();
  }

  /** The change of one score, or empty where only one side has it. */
  Optional<ScoreChange> change(MetricResult result) {
    return changes.stream().filter(one -> one.metric().equals(result.metric())).findFirst();
  }
}

package io.mirrorlake.evaluator.report;

import java.util.List;

/**
 * Which rows follow each other.
 *
 * @param by the column that names the entity, such as an account
 * @param order the column of numbers or times that orders the entity's rows
 * @param columns the columns to look at; all that are compared if none is given
 */
public record SequenceOptions(String by, String order, List<String> columns) {
  public SequenceOptions {
    columns = List.copyOf(columns);
    if (by.equals(order)) {
      throw EvaluationOptions.invalid(
          "sequences.order", order, "another column than sequences.by, which names the entity");
    }
  }
}

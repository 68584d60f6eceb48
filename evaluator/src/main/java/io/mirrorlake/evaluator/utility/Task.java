package io.mirrorlake.evaluator.utility;

import java.util.List;

/**
 * What is to be predicted.
 *
 * @param target the column
 * @param classes the labels of a classification, in order; empty for a regression
 */
public record Task(String target, List<String> classes) {
  public Task {
    classes = List.copyOf(classes);
    if (classes.size() == 1) {
      throw new IllegalArgumentException(
          "target " + target + " has only the class " + classes.get(0));
    }
  }

  /** Whether a number is predicted, not a class. */
  public boolean isRegression() {
    return classes.isEmpty();
  }

  /** Whether one of two classes is predicted. */
  public boolean isBinary() {
    return classes.size() == 2;
  }

  /** The name of the score that models are compared by. */
  public String scoreName() {
    if (isRegression()) {
      return "R2";
    }
    return isBinary() ? "AUC" : "macro AUC";
  }

  /** The name of the other customary score. */
  public String secondName() {
    if (isRegression()) {
      return "RMSE";
    }
    return isBinary() ? "F1" : "macro F1";
  }
}

package io.mirrorlake.evaluator.spark;

import io.mirrorlake.evaluator.utility.Task;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.regression.GBTRegressor;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.RandomForestRegressor;

/**
 * The models of Spark MLlib that learn from synthetic rows, with settings that take seconds, not
 * minutes.
 */
enum MllibModel {
  /** Logistic or linear regression. */
  LINEAR("MLlib linear") {
    @Override
    boolean handles(Task task) {
      return true;
    }

    @Override
    Estimator<?> estimator(Task task, long seed) {
      return task.isRegression()
          ? new LinearRegression().setRegParam(RIDGE)
          : new LogisticRegression().setRegParam(RIDGE).setMaxIter(ITERATIONS);
    }
  },
  /** Random forest. */
  FOREST("MLlib random forest") {
    @Override
    boolean handles(Task task) {
      return true;
    }

    @Override
    Estimator<?> estimator(Task task, long seed) {
      return task.isRegression()
          ? new RandomForestRegressor().setNumTrees(TREES).setMaxDepth(FOREST_DEPTH).setSeed(seed)
          : new RandomForestClassifier().setNumTrees(TREES).setMaxDepth(FOREST_DEPTH).setSeed(seed);
    }
  },
  /** Gradient-boosted trees; MLlib has none for more than two classes. */
  BOOSTED("MLlib boosted trees") {
    @Override
    boolean handles(Task task) {
      return task.isRegression() || task.isBinary();
    }

    @Override
    Estimator<?> estimator(Task task, long seed) {
      return task.isRegression()
          ? new GBTRegressor().setMaxIter(ROUNDS).setStepSize(STEP).setSeed(seed)
          : new GBTClassifier().setMaxIter(ROUNDS).setStepSize(STEP).setSeed(seed);
    }
  };

  /** Keeps coefficients finite where classes are separable; too small to matter elsewhere. */
  private static final double RIDGE = 1e-4;

  /** Coefficients change in the fourth digit only after that. */
  private static final int ITERATIONS = 30;

  private static final int TREES = 15;

  private static final int FOREST_DEPTH = 8;

  /** Each costs about ten Spark jobs, which is most of the time that all models take. */
  private static final int ROUNDS = 10;

  /** A larger step than the customary 0.1, for as few rounds. */
  private static final double STEP = 0.4;

  private final String title;

  MllibModel(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Whether it splits on categories itself. */
  boolean isTree() {
    return this != LINEAR;
  }

  abstract boolean handles(Task task);

  abstract Estimator<?> estimator(Task task, long seed);
}

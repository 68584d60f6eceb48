package io.mirrorlake.evaluator.utility;

import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.score.ClassificationScores;
import io.mirrorlake.evaluator.score.RegressionScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Trains every learner on the synthetic, the real and the independent table and tests all on the
 * same real rows.
 *
 * @param task what is predicted
 * @param learners the scores of each learner that handles the task, at least one
 */
public record TrainSyntheticTestReal(Task task, List<LearnerScores> learners) {
  public TrainSyntheticTestReal {
    learners = List.copyOf(learners);
  }

  /**
   * The tables.
   *
   * @param synthetic trained on for the score
   * @param train trained on for the ceiling
   * @param independent trained on for the floor
   * @param test tested on; real rows that none of the three contains
   */
  public record Tables(
      LabelledTable synthetic,
      LabelledTable train,
      LabelledTable independent,
      LabelledTable test) {}

  /**
   * Runs the learners that handle the task one after the other, each on the three tables side by
   * side.
   */
  public static TrainSyntheticTestReal of(
      Task task, Tables tables, List<Learner> learners, long seed) {
    List<LabelledTable> trainings = List.of(tables.synthetic, tables.train, tables.independent);
    List<LearnerScores> scores = new ArrayList<>();
    for (Learner learner : learners.stream().filter(one -> one.handles(task)).toList()) {
      List<Callable<ModelScore>> work = new ArrayList<>();
      for (LabelledTable training : trainings) {
        work.add(() -> score(task, learner, training, tables.test, seed));
      }
      List<ModelScore> three = sideBySide(work);
      scores.add(new LearnerScores(learner.name(), three.get(0), three.get(1), three.get(2)));
    }
    return new TrainSyntheticTestReal(task, scores);
  }

  /**
   * New threads, not the common pool's: they inherit the caller's class loader, which a cluster's
   * learners need.
   */
  private static <T> List<T> sideBySide(List<Callable<T>> work) {
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(work)) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a model could not be trained or tested", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while models were trained", e);
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * The learner that is best when it learns from real rows: chosen without a look at the synthetic
   * ones.
   */
  public LearnerScores best() {
    return learners.stream()
        .max(Comparator.comparingDouble(scores -> scores.real().score()))
        .orElseThrow();
  }

  private static ModelScore score(
      Task task, Learner learner, LabelledTable training, LabelledTable test, long seed) {
    double[][] predictions =
        training.distinctLabels() < 2
            ? constant(task, training, test)
            : learner.predict(task, training, test, Draw.seedOf(seed, learner.name()));
    double[] labels = test.labels();
    if (task.isRegression()) {
      double[] predicted = Arrays.stream(predictions).mapToDouble(row -> row[0]).toArray();
      RegressionScores scores = RegressionScores.of(predicted, labels);
      return new ModelScore(scores.r2(), scores.r2StandardError(), scores.rmse());
    }
    int[] truth = Arrays.stream(labels).mapToInt(label -> (int) label).toArray();
    ClassificationScores scores =
        ClassificationScores.of(predictions, truth, task.classes().size());
    return new ModelScore(scores.auc(), scores.aucStandardError(), scores.f1());
  }

  /** All that rows with one label, or none, can teach: that label for every row. */
  private static double[][] constant(Task task, LabelledTable training, LabelledTable test) {
    double label = training.rows() == 0 ? 0 : training.label(0);
    double[] row = new double[Math.max(1, task.classes().size())];
    if (task.isRegression()) {
      row[0] = label;
    } else {
      row[(int) label] = 1;
    }
    double[][] predictions = new double[test.rows()][];
    Arrays.fill(predictions, row);
    return predictions;
  }
}

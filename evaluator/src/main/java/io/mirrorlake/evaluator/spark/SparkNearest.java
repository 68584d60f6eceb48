package io.mirrorlake.evaluator.spark;

import io.mirrorlake.evaluator.privacy.NearestCounts;
import io.mirrorlake.evaluator.privacy.NearestEngine;
import io.mirrorlake.evaluator.privacy.Points;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/**
 * Searches nearest records as Spark tasks: all points are broadcast, each task takes some of the
 * probes.
 */
final class SparkNearest implements NearestEngine {
  /**
   * Probes a task takes: tens of milliseconds against ten thousand rows, a second against a hundred
   * thousand.
   */
  private static final int TASK_PROBES = 250;

  private final SparkSession spark;

  SparkNearest(SparkSession spark) {
    this.spark = spark;
  }

  @Override
  public NearestCounts count(Points probes, Points train, Points holdout) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<Points> allProbes = context.broadcast(probes);
    Broadcast<Points> allTrain = context.broadcast(train);
    Broadcast<Points> allHoldout = context.broadcast(holdout);
    int size = probes.size();
    List<Integer> starts =
        IntStream.iterate(0, start -> start < size, start -> start + TASK_PROBES).boxed().toList();
    try {
      return context
          .parallelize(starts, starts.size())
          .map(
              start ->
                  NearestCounts.of(
                      allProbes.value(),
                      start,
                      Math.min(size, start + TASK_PROBES),
                      allTrain.value(),
                      allHoldout.value()))
          .reduce(NearestCounts::plus);
    } finally {
      List.of(allProbes, allTrain, allHoldout).forEach(Broadcast::destroy);
    }
  }
}

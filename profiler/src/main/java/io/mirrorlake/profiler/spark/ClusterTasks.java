package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.tree.ColumnTasks;
import io.mirrorlake.profiler.tree.TreeGrowth;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Grows the trees of each column in a Spark task of its own, from a broadcast sample of codes. */
final class ClusterTasks {
  private ClusterTasks() {}

  static ColumnTasks on(SparkContext context) {
    JavaSparkContext cluster = JavaSparkContext.fromSparkContext(context);
    return growth -> run(cluster, growth);
  }

  private static List<TreeColumn> run(JavaSparkContext cluster, TreeGrowth growth) {
    Broadcast<TreeGrowth> sample = cluster.broadcast(growth);
    try {
      List<Integer> positions = IntStream.range(0, growth.size()).boxed().toList();
      return cluster
          .parallelize(positions, positions.size())
          .map(position -> sample.value().column(position))
          .collect();
    } finally {
      sample.destroy();
    }
  }
}

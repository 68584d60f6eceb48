package io.mirrorlake.evaluator.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Runs steps that plan queries of their own in as many threads as there are processors: of many
 * small tables, planning and reading results take longer than the queries, and leave the cluster
 * waiting.
 */
final class SideBySide {
  private SideBySide() {}

  /**
   * The results in the order of the items.
   *
   * @throws RuntimeException what a step threw; steps that have begun are interrupted
   */
  static <T, R> List<R> map(List<T> items, Function<T, R> step) {
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), items.size());
    if (threads <= 1) {
      return items.stream().map(step).toList();
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<R>> open = new ArrayList<>();
      for (T item : items) {
        open.add(pool.submit(() -> step.apply(item)));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> result : open) {
        results.add(result.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      pool.shutdownNow();
    }
  }
}

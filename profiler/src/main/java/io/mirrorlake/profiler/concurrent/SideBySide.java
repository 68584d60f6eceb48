package io.mirrorlake.profiler.concurrent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs steps that plan queries of their own in as many threads as there are processors: of many
 * small tables, planning and reading results take longer than the queries, and leave the cluster
 * waiting.
 */
public final class SideBySide {
  private final int threads;

  private SideBySide(int threads) {
    this.threads = threads;
  }

  /** So many steps at a time. */
  public static SideBySide of(int threads) {
    return new SideBySide(threads);
  }

  /**
   * The results in the order of the items. Where a step fails, no other is begun, and those that
   * have begun are brought to their end.
   *
   * @throws RuntimeException what the step threw on the first item, in order, that failed
   */
  public static <T, R> List<R> map(Collection<T> items, Function<T, R> step) {
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), items.size());
    return threads <= 1 ? items.stream().map(step).toList() : of(threads).results(items, step);
  }

  /** The same for steps without results. */
  public static <T> void each(Collection<T> items, Consumer<T> step) {
    map(
        items,
        item -> {
          step.accept(item);
          return true;
        });
  }

  /** The results, as of {@link #map}. */
  public <T, R> List<R> results(Collection<T> items, Function<T, R> step) {
    AtomicBoolean failed = new AtomicBoolean();
    List<Callable<List<R>>> attempts = new ArrayList<>();
    for (T item : items) {
      attempts.add(() -> failed.get() ? List.of() : List.of(attempt(item, step, failed)));
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<R> results = new ArrayList<>();
      for (Future<List<R>> attempt : pool.invokeAll(attempts)) {
        results.addAll(attempt.get());
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

  private static <T, R> R attempt(T item, Function<T, R> step, AtomicBoolean failed) {
    boolean done = false;
    try {
      R result = step.apply(item);
      done = true;
      return result;
    } finally {
      if (!done) {
        failed.set(true);
      }
    }
  }
}

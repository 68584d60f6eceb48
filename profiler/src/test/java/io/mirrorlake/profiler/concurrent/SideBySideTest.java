package io.mirrorlake.profiler.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SideBySideTest {
  private final Queue<String> ended = new ConcurrentLinkedQueue<>();

  @Test
  void resultsStandInTheOrderOfTheItems() {
    List<Integer> items = IntStream.range(0, 100).boxed().toList();

    assertThat(SideBySide.of(4).results(items, item -> item * item))
        .isEqualTo(items.stream().map(item -> item * item).toList());
    assertThat(SideBySide.map(List.of(), item -> item)).isEmpty();
  }

  @Test
  void afterAFailureNoOtherIsBegun() {
    assertThatThrownBy(() -> SideBySide.of(1).results(List.of("a", "b", "c"), this::workExceptOnB))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no room for b");

    assertThat(ended).containsExactly("a");
  }

  /** The first table ends only after the second one has failed, and before the failure is told. */
  @Test
  void whatIsInWorkEndsBeforeAFailureIsTold() {
    CountDownLatch firstBegins = new CountDownLatch(1);
    CountDownLatch secondFails = new CountDownLatch(1);

    assertThatThrownBy(
            () ->
                SideBySide.of(2)
                    .results(
                        List.of("a", "b"),
                        table -> {
                          if (table.equals("b")) {
                            await(firstBegins);
                            secondFails.countDown();
                          } else {
                            firstBegins.countDown();
                            await(secondFails);
                          }
                          return workExceptOnB(table);
                        }))
        .hasMessage("no room for b");

    assertThat(ended).containsExactly("a");
  }

  private boolean workExceptOnB(String table) {
    if (table.equals("b")) {
      throw new IllegalArgumentException("no room for " + table);
    }
    return ended.add(table);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

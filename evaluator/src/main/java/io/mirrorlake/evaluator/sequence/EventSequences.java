package io.mirrorlake.evaluator.sequence;

import io.mirrorlake.evaluator.sample.Draw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which events belong to which entity, in the order of their times. Equal times keep the order in
 * which the events were given. An event without a time is in no sequence, and an entity without
 * events is none. Immutable.
 */
public final class EventSequences {
  private final double[] times;
  private final int[][] rows;

  private EventSequences(double[] times, int[][] rows) {
    this.times = times;
    this.rows = rows;
  }

  /**
   * The sequences of these events.
   *
   * @param times the time of each event, NaN where it has none; the caller no longer changes it
   * @param entityOf the entity of each event, 0 or above
   */
  public static EventSequences of(double[] times, int... entityOf) {
    if (times.length != entityOf.length) {
      throw new IllegalArgumentException(times.length + " times of " + entityOf.length + " events");
    }
    int entities = Arrays.stream(entityOf).max().orElse(-1) + 1;
    List<List<Integer>> grouped = new ArrayList<>();
    for (int e = 0; e < entities; e++) {
      grouped.add(new ArrayList<>());
    }
    for (int event = 0; event < times.length; event++) {
      if (!Double.isNaN(times[event])) {
        grouped.get(entityOf[event]).add(event);
      }
    }
    int[][] rows =
        grouped.stream()
            .filter(events -> !events.isEmpty())
            .map(events -> inOrder(times, events.stream().mapToInt(Integer::intValue).toArray()))
            .toArray(int[][]::new);
    return new EventSequences(times, rows);
  }

  private static int[] inOrder(double[] times, int[] events) {
    return IntStream.of(events)
        .boxed()
        .sorted(Comparator.comparingDouble(event -> times[event]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** How many entities there are. */
  public int entities() {
    return rows.length;
  }

  /** How many events there are. */
  public int events() {
    return Arrays.stream(rows).mapToInt(one -> one.length).sum();
  }

  /** How many events an entity has, at least 1. */
  int length(int entity) {
    return rows[entity].length;
  }

  /** The event at a place of an entity's sequence. */
  int event(int entity, int place) {
    return rows[entity][place];
  }

  /** The numbers of events of the entities, ascending. */
  double[] lengths() {
    return Arrays.stream(rows).mapToDouble(one -> one.length).sorted().toArray();
  }

  /** The times from each event of an entity to its next one, of all entities, ascending. */
  public double[] gaps() {
    double[] gaps = new double[events() - entities()];
    int size = 0;
    for (int[] sequence : rows) {
      double[] sorted =
          Arrays.stream(sequence).mapToDouble(event -> times[event]).sorted().toArray();
      for (int i = 1; i < sorted.length; i++) {
        gaps[size++] = sorted[i] - sorted[i - 1];
      }
    }
    Arrays.sort(gaps);
    return gaps;
  }

  /** These entities; one may be taken any number of times. */
  public EventSequences take(int[] entities) {
    return new EventSequences(
        times, IntStream.of(entities).mapToObj(entity -> rows[entity]).toArray(int[][]::new));
  }

  /** The same entities with the same events in random order: what no order is worth. */
  EventSequences shuffledInTime(Draw draw) {
    int[][] shuffled = new int[rows.length][];
    for (int e = 0; e < rows.length; e++) {
      int[] sequence = rows[e];
      shuffled[e] =
          IntStream.of(draw.permutation(sequence.length)).map(place -> sequence[place]).toArray();
    }
    return new EventSequences(times, shuffled);
  }

  /** As many events an entity as before, dealt to the entities at random. */
  EventSequences dealtAtRandom(Draw draw) {
    int[] all = Arrays.stream(rows).flatMapToInt(IntStream::of).toArray();
    int[] order = draw.permutation(all.length);
    int[][] dealt = new int[rows.length][];
    int next = 0;
    for (int e = 0; e < rows.length; e++) {
      int[] hand = new int[rows[e].length];
      for (int i = 0; i < hand.length; i++) {
        hand[i] = all[order[next++]];
      }
      dealt[e] = inOrder(times, hand);
    }
    return new EventSequences(times, dealt);
  }
}

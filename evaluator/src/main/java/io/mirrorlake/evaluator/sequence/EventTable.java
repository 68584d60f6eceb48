package io.mirrorlake.evaluator.sequence;

import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.Arrays;

/** Events as they were read: their columns, which of them is the time, and whose they are. */
public final class EventTable {
  private final SampleTable events;
  private final String time;
  private final int[] entityOf;

  private EventTable(SampleTable events, String time, int[] entityOf) {
    this.events = events;
    this.time = time;
    this.entityOf = entityOf;
  }

  /**
   * Events.
   *
   * @param events their columns
   * @param time the name of the column that orders them, of numbers or times
   * @param entityOf the entity of each, 0 or above; the caller no longer changes it
   */
  public static EventTable of(SampleTable events, String time, int... entityOf) {
    boolean ordered =
        events.indexOf(time).stream()
            .mapToObj(events::column)
            .anyMatch(column -> column instanceof NumberColumn);
    if (!ordered || entityOf.length != events.rows()) {
      throw new IllegalArgumentException(
          entityOf.length + " entities of " + events.rows() + " events with time " + time);
    }
    return new EventTable(events, time, entityOf);
  }

  SampleTable events() {
    return events;
  }

  String time() {
    return time;
  }

  EventSequences sequences() {
    NumberColumn column = (NumberColumn) events.column(events.indexOf(time).orElseThrow());
    double[] times = new double[column.rows()];
    Arrays.setAll(times, column::value);
    return EventSequences.of(times, entityOf);
  }
}

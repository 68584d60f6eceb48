package io.mirrorlake.evaluator.sequence;

import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Events in order, with their columns.
 *
 * @param sequences the order
 * @param columns the columns; the time is none of them
 */
record Events(EventSequences sequences, List<EventColumn> columns) {
  Events {
    columns = List.copyOf(columns);
  }

  /**
   * Events, measured by the reference's columns.
   *
   * @param side the events
   * @param reference those that all are compared with
   */
  static Events of(EventTable side, EventTable reference) {
    SampleTable table = side.events();
    List<EventColumn> columns = new ArrayList<>();
    for (int c = 0; c < table.width(); c++) {
      if (!table.column(c).name().equals(side.time())) {
        columns.add(EventColumn.of(table.column(c), reference.events().column(c)));
      }
    }
    return new Events(side.sequences(), columns);
  }

  Events take(int[] entities) {
    return new Events(sequences.take(entities), columns);
  }

  Events drawn(int most, Draw draw) {
    return take(draw.subset(sequences.entities(), most));
  }

  Events shuffledInTime(Draw draw) {
    return new Events(sequences.shuffledInTime(draw), columns);
  }

  Events dealtAtRandom(Draw draw) {
    return new Events(sequences.dealtAtRandom(draw), columns);
  }
}

package io.mirrorlake.synthesizer.plan;

import io.mirrorlake.synthesizer.dependence.Draw;
import io.mirrorlake.synthesizer.dependence.Draw.Purpose;
import io.mirrorlake.synthesizer.random.EvenSequence;
import io.mirrorlake.synthesizer.random.RandomStream;
import io.mirrorlake.synthesizer.random.StratifiedSequence;
import io.mirrorlake.synthesizer.random.Uniforms;
import java.util.ArrayList;
import java.util.List;

/** Where the numbers come from that draws ask for. */
public final class DrawStreams {
  private DrawStreams() {}

  /** The numbers of each draw, for a table and a seed. */
  public static List<Uniforms> of(String table, long seed, List<Draw> draws) {
    return of(table, seed, draws, false);
  }

  /**
   * The numbers of each draw, for a table and a seed.
   *
   * @param stratified whether values are spread evenly over the rows: by chance, few rows would
   *     often have far more or fewer children together than they should. Rows of a family must not
   *     be stratified, as their sums vary from family to family.
   */
  public static List<Uniforms> of(String table, long seed, List<Draw> draws, boolean stratified) {
    List<Uniforms> streams = new ArrayList<>();
    int targets = 0;
    for (Draw draw : draws) {
      RandomStream stream =
          RandomStream.of(seed, table, draw.column(), draw.purpose().streamName());
      if (draw.purpose() == Purpose.TARGET) {
        streams.add(EvenSequence.of(targets++, stream));
      } else {
        boolean even = stratified && draw.purpose() == Purpose.VALUE;
        streams.add(even ? StratifiedSequence.of(stream) : stream);
      }
    }
    return streams;
  }
}

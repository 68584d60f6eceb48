package io.mirrorlake.synthesizer.plan;

import io.mirrorlake.synthesizer.dependence.Draw;
import io.mirrorlake.synthesizer.dependence.Draw.Purpose;
import io.mirrorlake.synthesizer.random.EvenSequence;
import io.mirrorlake.synthesizer.random.RandomStream;
import io.mirrorlake.synthesizer.random.Uniforms;
import java.util.ArrayList;
import java.util.List;

/** Where the numbers come from that draws ask for. */
public final class DrawStreams {
  private DrawStreams() {}

  /** The numbers of each draw, for a table and a seed. */
  public static List<Uniforms> of(String table, long seed, List<Draw> draws) {
    List<Uniforms> streams = new ArrayList<>();
    int targets = 0;
    for (Draw draw : draws) {
      RandomStream stream =
          RandomStream.of(seed, table, draw.column(), draw.purpose().streamName());
      streams.add(draw.purpose() == Purpose.TARGET ? EvenSequence.of(targets++, stream) : stream);
    }
    return streams;
  }
}

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
    List<Uniforms> streams = new ArrayList<>();
    int targets = 0;
    for (Draw draw : draws) {
      RandomStream stream = stream(table, seed, draw);
      boolean target = draw.purpose() == Purpose.TARGET;
      streams.add(target ? EvenSequence.of(targets++, stream) : stream);
    }
    return streams;
  }

  /**
   * The numbers of each draw where values are spread evenly over the rows: by chance, few rows
   * would often have far more or fewer children together than they should. Rows of a family must
   * not be stratified, as their sums vary from family to family.
   *
   * @param together the columns that are spread evenly together, whether they are drawn or not: a
   *     column's numbers do not depend on which others are
   */
  public static List<Uniforms> stratified(
      String table, long seed, List<Draw> draws, List<String> together) {
    RandomStream dealing = RandomStream.of(seed, table, "", "deal");
    List<Uniforms> streams = new ArrayList<>(of(table, seed, draws));
    for (int i = 0; i < draws.size(); i++) {
      if (draws.get(i).purpose() == Purpose.VALUE) {
        RandomStream stream = stream(table, seed, draws.get(i));
        int dimension = together.indexOf(draws.get(i).column());
        boolean joint = dimension >= 0 && dimension < StratifiedSequence.DIMENSIONS;
        streams.set(
            i,
            joint
                ? StratifiedSequence.of(dimension, dealing, stream)
                : StratifiedSequence.of(stream));
      }
    }
    return streams;
  }

  private static RandomStream stream(String table, long seed, Draw draw) {
    return RandomStream.of(seed, table, draw.column(), draw.purpose().streamName());
  }
}

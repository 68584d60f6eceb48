package io.mirrorlake.synthesizer.plan;

import io.mirrorlake.synthesizer.dependence.Draw;
import io.mirrorlake.synthesizer.dependence.Draw.Purpose;
import io.mirrorlake.synthesizer.random.EvenSequence;
import io.mirrorlake.synthesizer.random.Permutation;
import io.mirrorlake.synthesizer.random.PermutedUniforms;
import io.mirrorlake.synthesizer.random.RandomStream;
import io.mirrorlake.synthesizer.random.StratifiedSequence;
import io.mirrorlake.synthesizer.random.Uniforms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
   * The numbers of each draw of a root's rows, where some values are spread evenly over them: by
   * chance, few rows would often have far more or fewer children together than they should. Rows of
   * a family must not be stratified, as their sums vary from family to family.
   */
  public static List<Uniforms> stratified(
      String table, long seed, List<Draw> draws, Spreading spreading) {
    RandomStream dealing = RandomStream.of(seed, table, "", "deal");
    List<Uniforms> streams = new ArrayList<>(of(table, seed, draws));
    for (int i = 0; i < draws.size(); i++) {
      String column = draws.get(i).column();
      if (draws.get(i).purpose() == Purpose.VALUE && spreading.columns().contains(column)) {
        RandomStream stream = stream(table, seed, draws.get(i));
        int dimension = spreading.together().indexOf(column);
        boolean joint = dimension >= 0 && dimension < StratifiedSequence.DIMENSIONS;
        Uniforms even =
            joint
                ? StratifiedSequence.of(dimension, dealing, stream)
                : StratifiedSequence.of(stream);
        boolean cell = spreading.cells().contains(column) && spreading.rows() > 0;
        streams.set(i, cell ? permuted(even, spreading.rows(), table, seed, column) : even);
      }
    }
    return streams;
  }

  private static Uniforms permuted(
      Uniforms even, long rows, String table, long seed, String column) {
    RandomStream stream = RandomStream.of(seed, table, column, "order");
    return new PermutedUniforms(even, Permutation.of(rows, stream));
  }

  /**
   * What is spread evenly.
   *
   * @param rows how many rows there are
   * @param columns the columns that are spread evenly, if they are drawn
   * @param cells those of them that are spread over all rows only, not over any part of them
   * @param together the columns that are spread evenly together, whether they are drawn or not: a
   *     column's numbers do not depend on which others are
   */
  public record Spreading(
      long rows, Set<String> columns, Set<String> cells, List<String> together) {}

  private static RandomStream stream(String table, long seed, Draw draw) {
    return RandomStream.of(seed, table, draw.column(), draw.purpose().streamName());
  }
}

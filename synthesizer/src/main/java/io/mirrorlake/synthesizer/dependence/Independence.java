package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.synthesizer.dependence.Draw.Purpose;
import java.util.List;

/** No dependence: each column's draw is its u. */
final class Independence implements Dependence {
  private final List<Draw> draws;

  private Independence(List<Draw> draws) {
    this.draws = draws;
  }

  static Independence of(List<Drawn> wanted) {
    return new Independence(
        wanted.stream().map(column -> new Draw(column.name(), Purpose.VALUE)).toList());
  }

  @Override
  public List<Draw> draws() {
    return draws;
  }

  @Override
  public int slot(int column) {
    return column;
  }

  @Override
  public void couple(double[][] arrays, int rows) {
    // The draws are the result.
  }
}

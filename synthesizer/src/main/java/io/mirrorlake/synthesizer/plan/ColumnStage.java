package io.mirrorlake.synthesizer.plan;

import io.mirrorlake.synthesizer.column.ColumnSampler;
import io.mirrorlake.synthesizer.column.LookupPositions;
import io.mirrorlake.synthesizer.column.LowerBound;
import io.mirrorlake.synthesizer.column.Tile;
import io.mirrorlake.synthesizer.column.Values;
import java.util.List;
import java.util.Optional;

/**
 * The sampling of one column, after the columns it depends on.
 *
 * @param uniforms its positions on the u-scale
 * @param lookup where the positions come from, if another column decides them
 * @param bounds what the column must not fall below
 * @param sampler makes its values
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared
record ColumnStage(
    double[] uniforms, Optional<Decision> lookup, List<LowerBound> bounds, ColumnSampler sampler) {

  /**
   * Another column decides the positions.
   *
   * @param positions what it decides
   * @param from its own stage
   */
  record Decision(LookupPositions positions, ColumnStage from) {}

  Values values() {
    return sampler.values();
  }

  void sample(Tile tile) {
    lookup.ifPresent(
        decision ->
            decision
                .positions()
                .fill(tile, decision.from().uniforms(), decision.from().values(), uniforms));
    bounds.forEach(bound -> bound.steer(tile, uniforms));
    sampler.sample(tile, uniforms);
    bounds.forEach(bound -> bound.enforce(tile));
  }
}

package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.synthesizer.column.SegmentGroups;
import java.util.Optional;

/**
 * Where the codes come from that children are given.
 *
 * @param source the draw, or the given column
 * @param groups the codes of a draw's positions; empty for a given column
 * @param starts the codes of a given column's codes; empty for a draw
 */
record Export(int source, Optional<SegmentGroups> groups, Optional<CodeStarts> starts) {

  /** Writes the codes of a chunk's rows. */
  void fill(Chunk chunk, byte[] codes) {
    if (groups.isPresent()) {
      SegmentGroups of = groups.get();
      double[] positions = chunk.positions[source];
      for (int row = 0; row < chunk.rows; row++) {
        codes[row] = (byte) of.find(positions[row]);
      }
    } else {
      CodeStarts of = starts.orElseThrow();
      byte[] given = chunk.given[source];
      for (int row = 0; row < chunk.rows; row++) {
        codes[row] = of.of(given[row] & 0xff);
      }
    }
  }
}

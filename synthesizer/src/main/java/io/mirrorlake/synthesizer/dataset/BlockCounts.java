package io.mirrorlake.synthesizer.dataset;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was counted of one table's rows, block by block.
 *
 * @param children for each table of children, how many rows of it descend from each block
 * @param cells for each reference to a further parent and each of its cells, how many rows have it
 *     that lie before each block; the last number counts all
 */
@SuppressWarnings("ArrayRecordComponent") // bulk numbers, never compared
record BlockCounts(Map<String, long[]> children, Map<String, long[][]> cells)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  BlockCounts {
    children = new LinkedHashMap<>(children);
    cells = new LinkedHashMap<>(cells);
  }
}

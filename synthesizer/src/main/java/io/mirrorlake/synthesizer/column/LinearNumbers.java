package io.mirrorlake.synthesizer.column;

import io.mirrorlake.synthesizer.column.IndexedSampler.Numbers;

/**
 * Numbers in sequence: start + step i.
 *
 * @param start the first number
 * @param step the distance
 */
record LinearNumbers(long start, long step) implements Numbers {
  @Override
  public long number(long index) {
    return start + step * index;
  }

  @Override
  public void replace(long[] indexes, int rows) {
    for (int i = 0; i < rows; i++) {
      indexes[i] = start + step * indexes[i];
    }
  }
}

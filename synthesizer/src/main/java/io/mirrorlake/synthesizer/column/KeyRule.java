package io.mirrorlake.synthesizer.column;

import java.math.BigInteger;

/** A one-to-one function from the row index to whole numbers. */
interface KeyRule {
  /** The key of a row; the index must be below the capacity for the type's bounds. */
  long key(long row);

  /** How many rows, from row 0 on, get a key in [least, greatest]; at most the greatest long. */
  long capacity(BigInteger least, BigInteger greatest);

  /** The number as a long, or the greatest long where it is larger, or 0 where it is negative. */
  static long clamp(BigInteger capacity) {
    return capacity.signum() < 0
        ? 0
        : capacity.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
  }
}

package io.mirrorlake.synthesizer.random;

/**
 * A seeded permutation of [0, size) that is computed point by point, in constant memory.
 *
 * <p>A Feistel network over the least number of bits that holds the size, in two parts of (nearly)
 * equal length that take turns, is a permutation of [0, 2^bits); following it until the value falls
 * below the size (cycle walking) makes a permutation of [0, size) of it (Black, Rogaway: Ciphers
 * with arbitrary finite domains. CT-RSA 2002). As 2^bits &lt; 2 size, a value takes fewer than two
 * walks on average. Immutable.
 */
public final class Permutation {
  /**
   * Luby and Rackoff need four rounds of random functions; ours are only hashes and narrow in small
   * domains, so twice as many.
   */
  private static final int ROUNDS = 8;

  /** How many words of its stream a permutation consumes, from word 0 on. */
  public static final int WORDS = ROUNDS;

  private final long size;
  private final int lowBits;
  private final long lowMask;
  private final long highMask;
  private final long[] roundKeys = new long[ROUNDS];

  private Permutation(long size, RandomStream stream) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(size - 1);
    this.size = size;
    this.lowBits = bits / 2;
    this.lowMask = (1L << lowBits) - 1;
    this.highMask = (1L << (bits - lowBits)) - 1;
    stream.words(0, ROUNDS, roundKeys);
  }

  /**
   * The permutation of [0, size) that the first words of a stream define.
   *
   * @param size the size of the domain, at least 1
   */
  public static Permutation of(long size, RandomStream stream) {
    if (size < 1) {
      throw new IllegalArgumentException("a permutation of " + size + " values");
    }
    return new Permutation(size, stream);
  }

  /** The size of the domain. */
  public long size() {
    return size;
  }

  /** The image of {@code index}, which must lie in [0, size). */
  public long apply(long index) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("index " + index + " is outside [0, " + size + ")");
    }
    long value = index;
    do {
      value = network(value);
    } while (value >= size);
    return value;
  }

  private long network(long value) {
    long low = value & lowMask;
    long high = value >>> lowBits;
    for (int round = 0; round < ROUNDS; round += 2) {
      low ^= CounterHash.hash(high ^ roundKeys[round]) & lowMask;
      high ^= CounterHash.hash(low ^ roundKeys[round + 1]) & highMask;
    }
    return high << lowBits | low;
  }
}

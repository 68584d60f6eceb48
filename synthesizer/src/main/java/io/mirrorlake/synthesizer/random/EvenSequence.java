package io.mirrorlake.synthesizer.random;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Places that are spread evenly over (0, 1): place i is the fractional part of start + i sqrt(p),
 * with a prime p (Richtmyer's sequence; Kuipers, Niederreiter: Uniform distribution of sequences.
 * 1974). Of any n places in a row, every part of (0, 1) gets its share of n up to a few: the error
 * grows with log n, not with its root. Sequences of different primes are spread evenly together as
 * well. Immutable.
 */
public final class EvenSequence implements Uniforms {
  /** The primes; further sequences take the first ones again, with a start of their own. */
  private static final int[] PRIMES = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53};

  /** 20 digits before and after the point tell all words apart. */
  private static final MathContext DIGITS = new MathContext(40);

  private final long start;
  private final long step;

  private EvenSequence(long start, long step) {
    this.start = start;
    this.step = step;
  }

  /**
   * Number {@code index} of a family of sequences, from 0.
   *
   * @param stream its first word is the start
   */
  public static EvenSequence of(int index, RandomStream stream) {
    long[] start = new long[1];
    stream.words(0, 1, start);
    BigDecimal root = BigDecimal.valueOf(PRIMES[index % PRIMES.length]).sqrt(DIGITS);
    BigInteger scaled = root.multiply(new BigDecimal(BigInteger.TWO.pow(Long.SIZE))).toBigInteger();
    return new EvenSequence(start[0], scaled.longValue());
  }

  @Override
  public void uniforms(long first, int count, double[] uniforms) {
    for (int i = 0; i < count; i++) {
      uniforms[i] = RandomStream.uniform(start + (first + i) * step);
    }
  }
}

package io.mirrorlake.synthesizer.random;

/**
 * A fast hash of a 64-bit number to a 64-bit number, one-to-one, with good diffusion: the output
 * step of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators. OOPSLA
 * 2014) with the multipliers of Stafford's variant 13.
 *
 * <p>It stretches one random word into many: numbers hash(word, 0), hash(word, 1), ... are a
 * SplitMix64 sequence that starts at the word. Statistical quality only; not a cryptographic hash.
 */
public final class CounterHash {
  /** 2^64 divided by the golden ratio, odd: SplitMix64's increment. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private static final long MULTIPLIER_1 = 0xBF58476D1CE4E5B9L;
  private static final long MULTIPLIER_2 = 0x94D049BB133111EBL;

  private CounterHash() {}

  /** The hash of x. */
  public static long hash(long x) {
    long y = (x ^ (x >>> 30)) * MULTIPLIER_1;
    y = (y ^ (y >>> 27)) * MULTIPLIER_2;
    return y ^ (y >>> 31);
  }

  /** Number {@code counter} of the sequence that {@code word} starts. */
  public static long hash(long word, long counter) {
    return hash(word + (counter + 1) * GOLDEN);
  }

  /**
   * A number in [0, bound) from a random word: floor(word bound / 2^64) for the unsigned word. The
   * bias is below bound / 2^64.
   */
  public static int below(long word, int bound) {
    return (int) Math.multiplyHigh(word >>> 1, (long) bound << 1);
  }
}

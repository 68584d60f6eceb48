package io.mirrorlake.profiler.sketch;

/** The 64-bit hashes that sketches sample by. */
public final class Hashing {
  /**
   * 2^64 divided by the golden ratio, made odd: the Weyl increment of SplitMix64 (Steele, Lea,
   * Flood 2014).
   */
  private static final long WEYL = 0x9e3779b97f4a7c15L;

  private Hashing() {}

  /** A one-to-one scrambling of 64 bits: SplitMix64's finalizer (Stafford's variant 13). */
  public static long mix(long value) {
    long z = value + WEYL;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** The hash of a sequence that continues with {@code next}. */
  public static long chain(long hash, long next) {
    return mix(hash * 31 + next);
  }

  /** The hash of a text. */
  public static long hash(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = chain(hash, text.charAt(i));
    }
    return hash;
  }
}

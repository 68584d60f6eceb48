package io.mirrorlake.synthesizer.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.rng.core.source64.Philox4x64;

/**
 * A sequence of 2^64 random 64-bit words that is read at any position in constant time.
 *
 * <p>Word i is output i mod 4 of the counter-based generator Philox4x64-10 at counter floor(i / 4)
 * + 1 (Salmon, Moraes, Dror, Shaw: Parallel random numbers, as easy as 1, 2, 3. SC 2011). The key
 * is the first 128 bits, big-endian, of the SHA-256 of {@link #DOMAIN}, the seed (8 bytes) and the
 * names (each its length in 4 bytes, then UTF-8). Two streams with different seeds or names are
 * independent for all practical purposes. Immutable.
 */
public final class RandomStream implements Uniforms {
  /**
   * Keeps these keys apart from any other use of SHA-256; a change of the scheme must change it.
   */
  private static final String DOMAIN = "mirrorlake stream 1";

  /** Philox4x64 makes four words from one counter. */
  private static final int WORDS_PER_COUNTER = 4;

  /** 2^-52, the spacing of the uniforms. */
  private static final double UNIFORM_SPACING = 0x1p-52;

  private final long key0;
  private final long key1;

  private RandomStream(long key0, long key1) {
    this.key0 = key0;
    this.key1 = key1;
  }

  /** The stream of this seed and these names, such as a table, a column and a purpose. */
  public static RandomStream of(long seed, String... names) {
    MessageDigest sha256 = sha256();
    update(sha256, DOMAIN);
    sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
    for (String name : names) {
      update(sha256, name);
    }
    ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
    return new RandomStream(digest.getLong(), digest.getLong());
  }

  /** The stream of this key; for known-answer tests. */
  static RandomStream ofKey(long key0, long key1) {
    return new RandomStream(key0, key1);
  }

  private static void update(MessageDigest digest, String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** Writes words {@code first} to {@code first + count - 1} to the start of {@code words}. */
  public void words(long first, int count, long[] words) {
    Philox4x64 philox = at(first);
    for (int i = 0; i < count; i++) {
      words[i] = philox.nextLong();
    }
  }

  /**
   * Writes the uniforms of words {@code first} to {@code first + count - 1} to the start of {@code
   * uniforms}.
   */
  @Override
  public void uniforms(long first, int count, double[] uniforms) {
    Philox4x64 philox = at(first);
    for (int i = 0; i < count; i++) {
      uniforms[i] = uniform(philox.nextLong());
    }
  }

  /**
   * The uniform number of a word: (k + 1/2) 2^-52 with the word's upper 52 bits k. It lies inside
   * (0, 1), from 2^-53 to 1 - 2^-53, and is exact.
   */
  public static double uniform(long word) {
    return ((word >>> 12) + 0.5) * UNIFORM_SPACING;
  }

  private Philox4x64 at(long index) {
    Philox4x64 philox = new Philox4x64(new long[] {key0, key1, index / WORDS_PER_COUNTER, 0, 0, 0});
    for (long skip = index % WORDS_PER_COUNTER; skip > 0; skip--) {
      philox.nextLong();
    }
    return philox;
  }
}

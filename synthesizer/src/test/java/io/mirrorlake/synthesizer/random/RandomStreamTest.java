package io.mirrorlake.synthesizer.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
  /**
   * numpy 2: {@code numpy.random.Philox(key=numpy.array(key, dtype=numpy.uint64),
   * counter=0).random_raw(8)} with key [0x0123456789abcdef, 0xfedcba9876543210].
   */
  private static final long[] KNOWN_ANSWER = {
    0x2d2e7c09c193c5faL, 0xd56c6aa2d11f06aaL, 0x184fcdf7f5474a23L, 0x367832d087008054L,
    0x56ffd4cf84d16286L, 0x9fc1192f2145d80L, 0x53d6554fb9aa0f62L, 0xc3f437f88182365L
  };

  private static long[] words(RandomStream stream, long first, int count) {
    long[] words = new long[count];
    stream.words(first, count, words);
    return words;
  }

  @Test
  void givesTheKnownAnswer() {
    RandomStream stream = RandomStream.ofKey(0x0123456789abcdefL, 0xfedcba9876543210L);
    assertThat(words(stream, 0, 8)).containsExactly(KNOWN_ANSWER);
  }

  /** As above with counter=[2**60, 0, 0, 0]: word 2^62 and the three after it. */
  @Test
  void givesTheKnownAnswerFarAway() {
    RandomStream stream = RandomStream.ofKey(0x0123456789abcdefL, 0xfedcba9876543210L);
    assertThat(words(stream, 1L << 62, 4))
        .containsExactly(
            0x40c3f68506fe4a37L, 0xcbcf5bf38ce68741L, 0xc3f969cbf49a4842L, 0xd2c3cc97b16d80e1L);
  }

  /**
   * Python: {@code hashlib.sha256} of the names, each packed as {@code struct.pack('>i', len(b)) +
   * b}, the seed as {@code struct.pack('>q', 7)} after the first; its first 16 bytes, unpacked as
   * '>QQ', are the key for numpy's Philox.
   */
  @Test
  void derivesKeysFromSeedAndNames() {
    RandomStream stream = RandomStream.of(7, "orders", "größe", "value");
    assertThat(words(stream, 0, 4))
        .containsExactly(
            0x949cb7dc7a0d5116L, 0x7ecf957968996cfdL, 0xb9573b786bcdc2acL, 0xe244952e34a70f2dL);
  }

  @Test
  void differsBySeedAndByEachName() {
    assertThat(
            new long[] {
              words(RandomStream.of(1, "ab", "c"), 0, 1)[0],
              words(RandomStream.of(2, "ab", "c"), 0, 1)[0],
              words(RandomStream.of(1, "a", "bc"), 0, 1)[0],
              words(RandomStream.of(1, "ab"), 0, 1)[0],
              words(RandomStream.of(1, "ab", ""), 0, 1)[0],
            })
        .doesNotHaveDuplicates();
  }

  @Test
  void readsAnySliceAlike() {
    RandomStream stream = RandomStream.of(3, "t", "c");
    long[] whole = words(stream, 0, 5000);
    for (int first : new int[] {0, 1, 2, 3, 4, 5, 1023, 4095, 4096, 4097}) {
      assertThat(words(stream, first, 99)).isEqualTo(Arrays.copyOfRange(whole, first, first + 99));
    }
  }

  @Test
  void makesUniformsInsideTheOpenInterval() {
    assertThat(RandomStream.uniform(0)).isEqualTo(0x1p-53);
    assertThat(RandomStream.uniform(-1)).isEqualTo(1 - 0x1p-53);
    assertThat(RandomStream.uniform(Long.MIN_VALUE)).isEqualTo(0.5 + 0x1p-53);
  }

  @Test
  void uniformsAreThoseOfTheWords() {
    RandomStream stream = RandomStream.of(3, "t", "c");
    double[] uniforms = new double[100];
    stream.uniforms(17, 100, uniforms);
    long[] words = words(stream, 17, 100);
    for (int i = 0; i < 100; i++) {
      assertThat(uniforms[i]).isEqualTo(RandomStream.uniform(words[i]));
    }
  }
}

package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.synthesizer.random.CounterHash;
import io.mirrorlake.synthesizer.random.Permutation;
import io.mirrorlake.synthesizer.random.RandomStream;

/**
 * The law of UUID keys (RFC 9562, version 4): the 62 free bits of the lower half are the permuted
 * row index, which makes them unique; the 60 free bits of the upper half are a hash of it.
 */
final class UuidKeyLaw implements KeyLaw, TextKeySampler.Rule {
  /** The lower half has two bits of variant. */
  private static final long DOMAIN = 1L << 62;

  private static final long VARIANT = 1L << 63;
  private static final long VERSION_MASK = 0xF000L;
  private static final long VERSION_4 = 0x4000L;

  /** Digits and hyphens. */
  private static final int LENGTH = 36;

  private static final int DIGITS_PER_HALF = 16;
  private static final String DIGITS = "0123456789abcdef";

  private final Permutation permutation;
  private final long hashKey;

  private UuidKeyLaw(RandomStream stream) {
    this.permutation = Permutation.of(DOMAIN, stream);
    long[] words = new long[1];
    // The words before it are the permutation's.
    stream.words(Permutation.WORDS, 1, words);
    this.hashKey = words[0];
  }

  static UuidKeyLaw of(RandomStream stream) {
    return new UuidKeyLaw(stream);
  }

  @Override
  public long rowCapacity() {
    return DOMAIN;
  }

  @Override
  public ColumnSampler sampler(int blockRows) {
    return new TextKeySampler(this, LENGTH, blockRows);
  }

  @Override
  public ColumnSampler sampler(Column column, Indexes indexes, int blockRows) {
    return IndexedSampler.of(column, this, LENGTH, indexes, blockRows);
  }

  @Override
  public void write(long row, char[] text) {
    long low = permutation.apply(row);
    long high = CounterHash.hash(low ^ hashKey);
    int place = digits((high & ~VERSION_MASK) | VERSION_4, text, 0);
    digits(low | VARIANT, text, place);
  }

  /** Writes sixteen digits and the hyphens that go before the 9th, 13th, 17th and 21st digit. */
  private static int digits(long half, char[] text, int start) {
    int place = start;
    for (int i = 0; i < DIGITS_PER_HALF; i++) {
      if (place == 8 || place == 13 || place == 18 || place == 23) {
        text[place++] = '-';
      }
      text[place++] = DIGITS.charAt((int) (half >>> (60 - 4 * i)) & 0xF);
    }
    return place;
  }
}

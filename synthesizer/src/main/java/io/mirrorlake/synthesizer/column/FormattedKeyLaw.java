package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.key.Key;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.synthesizer.random.CounterHash;
import io.mirrorlake.synthesizer.random.Permutation;
import io.mirrorlake.synthesizer.random.RandomStream;
import java.util.Collections;

/**
 * The law of keys of one text pattern: the permuted row index in the mixed radix of the alphabets,
 * the last character the least significant.
 *
 * <p>Where the pattern has more texts than the permutation's domain of 2^62, that index is written
 * first, and the hash of it, in place of zeros, fills the characters that are left; texts stay
 * different as their ends do.
 */
final class FormattedKeyLaw implements KeyLaw, TextKeySampler.Rule {
  private final Permutation permutation;
  private final String[] alphabets;
  private final boolean isCapped;

  private FormattedKeyLaw(Key.Formatted key, RandomStream stream) {
    this.permutation = Permutation.of(key.domain(), stream);
    this.alphabets =
        key.pattern().runs().stream()
            .flatMap(run -> Collections.nCopies(run.maxLength(), run.alphabet()).stream())
            .toArray(String[]::new);
    this.isCapped = key.domain() == 1L << 62;
  }

  static FormattedKeyLaw of(Key.Formatted key, RandomStream stream) {
    return new FormattedKeyLaw(key, stream);
  }

  @Override
  public long rowCapacity() {
    return permutation.size();
  }

  @Override
  public ColumnSampler sampler(int blockRows) {
    return new TextKeySampler(this, alphabets.length, blockRows);
  }

  @Override
  public ColumnSampler sampler(Column column, Indexes indexes, int blockRows) {
    return IndexedSampler.of(column, this, alphabets.length, indexes, blockRows);
  }

  @Override
  public void write(long row, char[] text) {
    long number = permutation.apply(row);
    long rest = number;
    long room = permutation.size();
    for (int i = alphabets.length - 1; i >= 0; i--) {
      int radix = alphabets[i].length();
      boolean isPadding = isCapped && room == 0;
      int letter =
          isPadding ? CounterHash.below(CounterHash.hash(number, i), radix) : (int) (rest % radix);
      text[i] = alphabets[i].charAt(letter);
      rest /= radix;
      room = isPadding ? 0 : room / radix;
    }
  }
}

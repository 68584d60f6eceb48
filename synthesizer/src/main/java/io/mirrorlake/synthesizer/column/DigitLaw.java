package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.key.KeyDigit;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Enumerated;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.synthesizer.random.Permutation;
import io.mirrorlake.synthesizer.random.RandomStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The law of one part of a composite key: a digit of D (i div D) + P(i mod D) in mixed radix, where
 * D is the product of all digits' sizes and P a seeded permutation of [0, D), or in a table of
 * families the identity. The last digit, if it is a number, goes on beyond its size.
 */
final class DigitLaw implements IndexedLaw {
  /** The purpose of the stream of the permutation; part of golden digests. */
  private static final String DIGIT_STREAM = "digits";

  private final KeyDigit digit;
  private final long below;
  private final long domain;
  private final boolean last;
  private final boolean endless;
  private final Optional<Permutation> permutation;

  private DigitLaw(List<Enumerated> digits, Enumerated column, Optional<RandomStream> stream) {
    long before = 1;
    long product = 1;
    for (Enumerated one : digits) {
      before = one.equals(column) ? product : before;
      product = Math.multiplyExact(product, one.digit().size());
    }
    this.digit = column.digit();
    this.below = before;
    this.domain = product;
    Enumerated greatest = digits.get(digits.size() - 1);
    this.last = greatest.equals(column);
    this.endless = greatest.digit() instanceof KeyDigit.Numbers;
    long size = product;
    this.permutation = stream.map(words -> Permutation.of(size, words));
  }

  static DigitLaw of(Place place, TableProfile table, Enumerated column, long seed) {
    List<Enumerated> digits =
        table.columns().stream()
            .filter(Enumerated.class::isInstance)
            .map(Enumerated.class::cast)
            .sorted(Comparator.comparingInt(Enumerated::place))
            .toList();
    boolean families = IndexedLaw.isOfPlaces(table, (ColumnProfile) column);
    try {
      return new DigitLaw(
          digits,
          column,
          families
              ? Optional.empty()
              : Optional.of(RandomStream.of(seed, table.name(), DIGIT_STREAM)));
    } catch (ArithmeticException e) {
      throw place.corrupt("its key has more values than a 64-bit number").withCause(e);
    }
  }

  @Override
  public long capacity() {
    return endless ? Long.MAX_VALUE : domain;
  }

  @Override
  public ColumnSampler sampler(Column column, Indexes indexes, int blockRows) {
    if (digit instanceof KeyDigit.Numbers numbers) {
      return IndexedSampler.of(
          column, index -> numbers.start() + numbers.step() * value(index), indexes, blockRows);
    }
    byte[][] words =
        ((KeyDigit.Texts) digit)
            .values().stream()
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    return new IndexedSampler<>(new Texts(blockRows, column.nullable(), words, false), indexes) {
      @Override
      void put(Texts values, int row, long index) {
        values.codes()[row] = (int) value(index);
      }

      @Override
      void clear(Texts values, int row) {
        values.codes()[row] = 0;
      }
    };
  }

  /** The digit of an index. */
  private long value(long index) {
    long within = index % domain;
    long number =
        index - within + permutation.map(permuted -> permuted.apply(within)).orElse(within);
    long rest = number / below;
    return last ? rest : rest % digit.size();
  }
}

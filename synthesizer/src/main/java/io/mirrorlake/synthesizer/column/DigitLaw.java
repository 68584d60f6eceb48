package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.key.KeyDigit;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Enumerated;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.synthesizer.random.Permutation;
import io.mirrorlake.synthesizer.random.RandomStream;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The law of one part of a composite key: a digit of D (i div D) + P(i mod D) in mixed radix, where
 * D is the product of all digits' sizes and P a seeded permutation of [0, D), or in a table of
 * families the identity. The last digit, if it is not a list, goes on beyond its size.
 */
final class DigitLaw implements IndexedLaw {
  /** The purpose of the stream of the permutation; part of golden digests. */
  private static final String DIGIT_STREAM = "digits";

  private final Place place;
  private final KeyDigit digit;
  private final long below;
  private final long domain;
  private final boolean last;
  private final Enumerated greatest;
  private final Optional<Permutation> permutation;

  private DigitLaw(
      Place place, List<Enumerated> digits, Enumerated column, Optional<RandomStream> stream) {
    long before = 1;
    long product = 1;
    for (Enumerated one : digits) {
      before = one.equals(column) ? product : before;
      product = Math.multiplyExact(product, one.digit().size());
    }
    this.place = place;
    this.digit = column.digit();
    this.below = before;
    this.domain = product;
    this.greatest = digits.get(digits.size() - 1);
    this.last = greatest.equals(column);
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
          place,
          digits,
          column,
          families
              ? Optional.empty()
              : Optional.of(RandomStream.of(seed, table.name(), DIGIT_STREAM)));
    } catch (ArithmeticException e) {
      throw place.corrupt("its key has more values than a 64-bit number").withCause(e);
    }
  }

  /** The domain as often as the last digit has room to go on. */
  @Override
  public long capacity() {
    long size = greatest.digit().size();
    BigInteger rounds = KeyRange.of(greatest).divide(BigInteger.valueOf(size));
    return KeyRule.clamp(rounds.multiply(BigInteger.valueOf(domain)));
  }

  @Override
  public ColumnSampler sampler(Column column, Indexes indexes, int blockRows) {
    if (digit instanceof KeyDigit.Months months) {
      return IndexedSampler.of(column, index -> months.day(value(index)), indexes, blockRows);
    }
    if (digit instanceof KeyDigit.Numbers numbers) {
      IndexedSampler.Numbers units = index -> numbers.start() + numbers.step() * value(index);
      return Units.of(column.type()).isWide()
          ? IndexedSampler.wide(column, units, BigInteger.ONE, indexes, blockRows)
          : IndexedSampler.of(column, units, indexes, blockRows);
    }
    return KeptLaw.of(place, ((KeyDigit.Texts) digit).values())
        .sampler(column, values(indexes), blockRows);
  }

  /** The digits of indexes. */
  private Indexes values(Indexes indexes) {
    return (tile, to) -> {
      indexes.fill(tile, to);
      for (int i = 0; i < tile.rows(); i++) {
        to[i] = to[i] < 0 ? Indexes.NONE : value(to[i]);
      }
    };
  }

  /** The digit of an index. */
  long value(long index) {
    long within = index % domain;
    long number =
        index - within + permutation.map(permuted -> permuted.apply(within)).orElse(within);
    long rest = number / below;
    return last ? rest : rest % digit.size();
  }
}

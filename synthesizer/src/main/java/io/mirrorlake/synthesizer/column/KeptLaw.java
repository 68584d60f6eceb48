package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.relation.StaticRows;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The law of listed values of any type, as Spark writes them as texts: of a reference table's
 * column.
 */
final class KeptLaw implements IndexedLaw {
  private final Place place;
  private final List<Optional<String>> texts;

  private KeptLaw(Place place, List<Optional<String>> texts) {
    this.place = place;
    this.texts = texts;
  }

  /** The law of values that are listed by themselves. */
  static KeptLaw of(Place place, List<String> texts) {
    return new KeptLaw(place, texts.stream().map(Optional::of).toList());
  }

  static KeptLaw of(Place place, StaticRows rows) {
    int column = rows.columns().indexOf(place.column().name());
    return new KeptLaw(place, rows.rows().stream().map(row -> row.get(column)).toList());
  }

  @Override
  public long capacity() {
    return texts.size();
  }

  @Override
  public ColumnSampler sampler(Column column, Indexes indexes, int blockRows) {
    Indexes present = present(indexes);
    Kind kind = place.column().type().kind();
    if (kind.isText() || kind == Kind.BINARY) {
      return words(column, present, blockRows);
    }
    if (kind == Kind.BOOLEAN) {
      boolean[] values = new boolean[texts.size()];
      parsed(Boolean::valueOf, false, (index, value) -> values[index] = value);
      return new IndexedSampler<>(new Booleans(blockRows, column.nullable()), present) {
        @Override
        void put(Booleans to, int row, long index) {
          to.array()[row] = values[(int) index];
        }
      };
    }
    return kind.isFloating()
        ? reals(column, present, blockRows)
        : numbers(column, present, blockRows);
  }

  /** Rows that hold a null count as none. */
  private Indexes present(Indexes indexes) {
    if (texts.stream().allMatch(Optional::isPresent)) {
      return indexes;
    }
    return (tile, to) -> {
      indexes.fill(tile, to);
      for (int i = 0; i < tile.rows(); i++) {
        to[i] = to[i] >= 0 && texts.get((int) to[i]).isEmpty() ? Indexes.NONE : to[i];
      }
    };
  }

  /** What to do with a parsed value. */
  private interface Store<T> {
    void put(int index, T value);
  }

  private <T> void parsed(Function<String, T> parse, T missing, Store<T> store) {
    for (int i = 0; i < texts.size(); i++) {
      Optional<String> text = texts.get(i);
      try {
        store.put(i, text.isPresent() ? parse.apply(text.get()) : missing);
      } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
        throw place.corrupt("row " + i + " of it holds '" + text.orElse("") + "'").withCause(e);
      }
    }
  }

  private ColumnSampler words(Column column, Indexes indexes, int blockRows) {
    boolean bytes = place.column().type().kind() == Kind.BINARY;
    byte[][] words = new byte[texts.size()][];
    parsed(
        text -> bytes ? HexFormat.of().parseHex(text) : text.getBytes(StandardCharsets.UTF_8),
        new byte[0],
        (index, word) -> words[index] = word);
    return new IndexedSampler<>(new Texts(blockRows, column.nullable(), words, false), indexes) {
      @Override
      void put(Texts to, int row, long index) {
        to.codes()[row] = (int) index;
      }

      @Override
      void clear(Texts to, int row) {
        to.codes()[row] = 0;
      }
    };
  }

  private ColumnSampler reals(Column column, Indexes indexes, int blockRows) {
    double[] values = new double[texts.size()];
    parsed(Double::valueOf, 0.0, (index, value) -> values[index] = value);
    double[] one = new double[1];
    return new IndexedSampler<>(RealSampler.blank(column, blockRows), indexes) {
      @Override
      void put(Real to, int row, long index) {
        one[0] = values[(int) index];
        to.store(one, 1, row);
      }
    };
  }

  private ColumnSampler numbers(Column column, Indexes indexes, int blockRows) {
    Units units = Units.of(place.column().type());
    BigInteger[] values = new BigInteger[texts.size()];
    parsed(
        text -> units.inRange(units(text), place),
        BigInteger.ZERO,
        (index, value) -> values[index] = value);
    if (units.isWide()) {
      return new IndexedSampler<>(new WideDecimals(blockRows, column.nullable()), indexes) {
        @Override
        void put(WideDecimals to, int row, long index) {
          to.array()[row] = values[(int) index];
        }
      };
    }
    long[] longs = new long[values.length];
    for (int i = 0; i < longs.length; i++) {
      longs[i] = values[i].longValueExact();
    }
    return IndexedSampler.of(column, index -> longs[(int) index], indexes, blockRows);
  }

  /** The value in units: days, microseconds since 1970, or the last digit of a number. */
  private BigInteger units(String text) {
    return switch (place.column().type().kind()) {
      case DATE -> BigInteger.valueOf(LocalDate.parse(text).toEpochDay());
      case TIMESTAMP, TIMESTAMP_NTZ -> {
        Instant time = LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        yield BigInteger.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, time));
      }
      case YEAR_MONTH_INTERVAL, DAY_TIME_INTERVAL ->
          throw place.corrupt("a reference table keeps no spans of time");
      default -> new BigDecimal(text).setScale(place.column().type().scale()).unscaledValue();
    };
  }
}

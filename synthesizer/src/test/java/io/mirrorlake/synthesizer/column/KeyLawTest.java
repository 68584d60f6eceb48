package io.mirrorlake.synthesizer.column;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.key.Key;
import io.mirrorlake.profiler.marginal.TextPattern;
import io.mirrorlake.profiler.marginal.TextPattern.Run;
import io.mirrorlake.profiler.profile.ColumnProfile.Keyed;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyLawTest {
  private static final int MILLION = 1_000_000;
  private static final ColumnType STRING = ColumnType.of(Kind.STRING);

  private static ColumnLaw law(ColumnType type, Key key) {
    return ColumnLaw.of("t", new Keyed(new Column("k", type, false), key), 5);
  }

  private static Key.Formatted formatted(Run... runs) {
    return new Key.Formatted(new TextPattern(1, List.of(runs)));
  }

  /** The keys of rows first .. first + count - 1, as texts. */
  private static Set<String> keys(ColumnLaw law, long first, int count) {
    Set<String> keys = new HashSet<>();
    ColumnSampler sampler = law.sampler(Tile.MAX_ROWS);
    for (int done = 0; done < count; done += Tile.MAX_ROWS) {
      Tile tile = new Tile(first + done, Math.min(Tile.MAX_ROWS, count - done), 0);
      sampler.sample(tile, new double[0]);
      for (int row = 0; row < tile.rows(); row++) {
        keys.add(text(sampler.values(), row));
      }
    }
    return keys;
  }

  private static String text(Values values, int row) {
    if (values instanceof Texts texts) {
      return new String(texts.bytes(), texts.start(row), texts.length(row), StandardCharsets.UTF_8);
    }
    if (values instanceof Ints ints) {
      return Integer.toString(ints.array()[row]);
    }
    return values instanceof Longs longs
        ? Long.toString(longs.array()[row])
        : ((WideDecimals) values).array()[row].toString();
  }

  @Test
  void uuidsAreUniqueAndOfVersionFour() {
    Set<String> keys = keys(law(STRING, new Key.Uuid()), 0, MILLION);
    assertThat(keys).hasSize(MILLION);
    for (String key : List.copyOf(keys).subList(0, 1000)) {
      UUID uuid = UUID.fromString(key);
      assertThat(uuid.version()).isEqualTo(4);
      assertThat(uuid.variant()).isEqualTo(2);
      assertThat(uuid.toString()).isEqualTo(key);
    }
  }

  @Test
  void scatteredKeysAreUniqueBeyondTheirRange() {
    Set<String> keys =
        keys(law(ColumnType.of(Kind.INT), new Key.Scattered(-5, 300_007)), 0, MILLION);
    assertThat(keys).hasSize(MILLION);
    Set<String> firstRange =
        keys(law(ColumnType.of(Kind.INT), new Key.Scattered(-5, 1000)), 0, 1000);
    assertThat(firstRange).hasSize(1000).contains("-5", "994").doesNotContain("995");
  }

  @Test
  void formattedKeysFillTheirDomain() {
    Key.Formatted key =
        formatted(new Run("ABC", 1, 2), new Run("-", 1, 1), new Run("0123456789", 3, 3));
    ColumnLaw law = law(STRING, key);
    assertThat(law.rowCapacity()).isEqualTo(9000);
    Set<String> keys = keys(law, 0, 9000);
    assertThat(keys).hasSize(9000).allMatch(text -> text.matches("[A-C]{2}-[0-9]{3}"));
  }

  /** 32 hexadecimal digits are 2^128 texts, more than the permutation's 2^62. */
  @Test
  void longFormattedKeysAreUniqueAndVaryEverywhere() {
    ColumnLaw law = law(STRING, formatted(new Run("0123456789abcdef", 32, 32)));
    assertThat(law.rowCapacity()).isEqualTo(1L << 62);
    Set<String> keys = keys(law, 0, MILLION);
    assertThat(keys).hasSize(MILLION);
    assertThat(keys.stream().map(key -> key.charAt(0)).distinct()).hasSize(16);
    assertThat(keys.stream().limit(10_000).map(key -> key.substring(0, 16)).distinct().count())
        .isGreaterThan(9_990);
  }

  @Test
  void sequencesCount() {
    assertThat(keys(law(ColumnType.of(Kind.BIGINT), new Key.Sequence(10, -5)), 3, 2))
        .containsExactlyInAnyOrder("-5", "-10");
    assertThat(keys(law(ColumnType.decimal(22, 2), new Key.Sequence(10, 1)), 0, 2))
        .containsExactlyInAnyOrder("1000", "1100");
    assertThat(keys(law(ColumnType.decimal(9, 2), new Key.Sequence(10, 1)), 0, 2))
        .containsExactlyInAnyOrder("1000", "1100");
  }

  @Test
  void knowsHowManyRowsAKeyServes() {
    assertThat(law(ColumnType.of(Kind.TINYINT), new Key.Sequence(1, 1)).rowCapacity())
        .isEqualTo(127);
    assertThat(law(ColumnType.of(Kind.TINYINT), new Key.Sequence(1, -2)).rowCapacity())
        .isEqualTo(65);
    assertThat(law(ColumnType.of(Kind.TINYINT), new Key.Sequence(200, -1)).rowCapacity()).isZero();
    assertThat(law(ColumnType.of(Kind.INT), new Key.Scattered(1, 1_000_000_000)).rowCapacity())
        .isEqualTo(2_000_000_000);
    assertThat(law(ColumnType.of(Kind.SMALLINT), new Key.Scattered(1, 40_000)).rowCapacity())
        .isZero();
    assertThat(law(ColumnType.of(Kind.BIGINT), new Key.Sequence(0, 1)).rowCapacity())
        .isEqualTo(Long.MAX_VALUE);
    assertThat(law(ColumnType.decimal(5, 2), new Key.Sequence(1, 1)).rowCapacity()).isEqualTo(999);
    assertThat(law(STRING, new Key.Uuid()).rowCapacity()).isEqualTo(1L << 62);
    assertThat(KeyRule.clamp(BigInteger.TWO.pow(100))).isEqualTo(Long.MAX_VALUE);
  }
}

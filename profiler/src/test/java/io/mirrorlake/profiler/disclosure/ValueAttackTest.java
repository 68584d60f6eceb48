package io.mirrorlake.profiler.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every string and number of a profile is compared with the values of the table it was learned
 * from: none is a value that fewer than k units carry, and no end of an interval is a real extreme.
 *
 * <p>Numbers are compared with those of their own column. So that none can be equal by chance,
 * columns are compared whose values have six decimals, and values that lie far out.
 */
class ValueAttackTest {
  private static final int K = 10;

  /** What a few rows hold, no two tables the same; each far from everything else. */
  private static final List<Object> PLANTED_NUMBERS = List.of(987_654.321_123, -123_456.789_321);

  private static final List<String> PLANTED_WORDS =
      List.of("Atlantis", "whistleblower", "zyzzyva", "QX-77777", "1877-03-14", "2161-10-01");

  /** The days since 1970-01-01 of the last two of those words. */
  private static final List<Object> PLANTED_DAYS = List.of(-33_895.0, 70_035.0);

  private static MemoryTable table(int rows, int seed) {
    MemoryTable table =
        new MemoryTable()
            .column("skewed", Kind.DOUBLE)
            .column("cents", Kind.DOUBLE)
            .column("heavy", Kind.DOUBLE)
            .column("masses", Kind.DOUBLE)
            .column("number", Kind.INT)
            .column("day", Kind.DATE)
            .column("city", Kind.STRING)
            .column("code", Kind.STRING)
            .column("note", Kind.STRING)
            .column("mail", Kind.STRING);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < rows; i++) {
      boolean rare = i < 3;
      double u = random.nextDouble();
      table.add(
          rare ? PLANTED_NUMBERS.get(i % 2) : (Object) sixDecimals(Math.exp(5 * u)),
          random.nextInt(100_000) / 100.0,
          sixDecimals(Math.pow(1 - u, -0.7)),
          random.nextInt(3) == 0 ? 5.25 : sixDecimals(random.nextInt(9) == 0 ? 9 : 40 * u),
          rare ? 7_654_321.0 : (double) random.nextInt(500),
          rare ? PLANTED_DAYS.get(i % 2) : (Object) (18_000.0 + random.nextInt(900)),
          rare ? "Atlantis" : "city" + random.nextInt(1 + random.nextInt(12)),
          rare ? "QX-77777" : "AB-" + random.nextInt(10_000, 100_000),
          (rare ? "the whistleblower said zyzzyva" : "they came in again and paid")
              + " order "
              + random.nextInt(30),
          i % 7 == 0
              ? Optional.empty()
              : (Object) ("p" + i + "@mail" + random.nextInt(4) + ".test"));
    }
    return table;
  }

  private static double sixDecimals(double value) {
    return Math.rint(value * 1e6) / 1e6;
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 150, 700, 2500})
  void nothingInAProfileIsAValueOfFewUnits(int rows) {
    for (int secret = 1; secret <= 4; secret++) {
      MemoryTable table = table(rows, secret);
      assertThat(found(table, table.profile(K, secret))).as("secret %d", secret).isEmpty();
    }
  }

  /**
   * The attack finds what it looks for: without the rule all that was planted is in the profile.
   */
  @Test
  void withoutTheRuleRareValuesAreFound() {
    MemoryTable table = table(60, 1);
    assertThat(found(table, table.profile(1, 1)))
        .contains("skewed: 987654.321123", "skewed: -123456.789321", "city: Atlantis")
        .anyMatch(text -> text.contains("1877-03-14"))
        .anyMatch(text -> text.contains("zyzzyva"));
  }

  /** One planted figure among all of an honest profile is found. */
  @Test
  void oneRealFigureIsFound() {
    MemoryTable table = table(700, 1);
    String profile = table.profile(K, 1);
    double real = (Double) table.values(2).get(5);
    String planted =
        profile.replaceFirst("(?s)(\"name\": \"heavy\".*?\"from\": )[-0-9.E]+", "$1" + real);
    assertThat(planted).isNotEqualTo(profile);
    assertThat(found(table, planted)).containsExactly("heavy: " + real);
  }

  /** What of the table's rare values is in the profile. */
  private static List<String> found(MemoryTable table, String profile) {
    Map<String, Set<Object>> rare = new HashMap<>();
    for (int c = 0; c < table.columns().size(); c++) {
      Column column = table.columns().get(c);
      rare.put(column.name(), rare(table.values(c), column.type().kind()));
    }
    List<String> found = new ArrayList<>();
    for (ProfileLeaves.Leaf leaf : ProfileLeaves.of(profile)) {
      Set<Object> own = rare.getOrDefault(leaf.column(), Set.of());
      boolean planted = PLANTED_WORDS.stream().anyMatch(leaf.text()::contains);
      boolean wholeValue = rare.values().stream().anyMatch(values -> values.contains(leaf.text()));
      if (own.contains(leaf.number()) || planted || (wholeValue && !leaf.text().isEmpty())) {
        found.add(leaf.column() + ": " + (leaf.text().isEmpty() ? leaf.number() : leaf.text()));
      }
    }
    return found;
  }

  private static boolean hasMoreThanTwoDecimals(double value) {
    // A binary number of up to nine digits is this close to its decimals.
    return Math.abs(value * 100 - Math.rint(value * 100)) > 1e-5;
  }

  /**
   * The values that fewer than k rows have: of numbers those that nothing equals by chance, which
   * extremes of whole numbers and of days are where they were planted.
   */
  private static Set<Object> rare(List<Object> values, Kind kind) {
    Map<Object, Integer> counts = new HashMap<>();
    values.forEach(value -> counts.merge(value, 1, Integer::sum));
    Set<Object> rare = new HashSet<>();
    counts.forEach(
        (value, count) -> {
          boolean distinct =
              value instanceof String
                  || (kind == Kind.DOUBLE && hasMoreThanTwoDecimals((Double) value))
                  || Math.abs((Double) value) > 30_000;
          if (count < K && distinct) {
            rare.add(value);
          }
        });
    return rare;
  }
}

package io.mirrorlake.synthesizer.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.synthesizer.EveryType;
import io.mirrorlake.synthesizer.condition.Conditions;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Conditions hold in every row, and rows stay functions of profile, seed, conditions and index. */
class ConditionedRowsTest {
  private static final TableProfile TABLE = EveryType.table();
  private static final int BLOCK = BlockSampler.BLOCK_ROWS;
  private static final String SEVERAL =
      "{\"day\": {\"from\": \"1990-01-01\", \"below\": \"1990-03-01\"}, \"small\": {\"null\": true},"
          + " \"word\": {\"red\": 0.5, \"null\": 0.25, \"grün\": 0.25}, \"amount\": {\"above\": 99}}";

  private static GenerationPlan plan(String where, List<String> fields) {
    return GenerationPlan.of(TABLE, 7, fields, Conditions.of(TABLE, where));
  }

  private static List<String> column(String where, String name, int rows) {
    return Digest.rows(plan(where, List.of(name)), 0, rows, BLOCK).stream()
        .map(row -> row.substring(0, row.length() - 1))
        .toList();
  }

  static Stream<Arguments> conditions() {
    return Stream.of(
        condition("tiny", "7", "7"::equals),
        condition("tiny", "[\"-128\", 127]", List.of("-128", "127")::contains),
        condition("small", "{\"null\": false}", text -> !text.equals("null")),
        condition("small", "{\"from\": 5, \"to\": 12}", List.of("5", "10")::contains),
        condition("amount", "{\"from\": 99, \"to\": 100}", List.of("99", "100")::contains),
        condition(
            "big", "{\"above\": 8e15}", text -> Long.parseLong(text) > 8_000_000_000_000_000L),
        condition("ratio", "\"0.1\"", Float.toHexString(0.1f)::equals),
        condition("price", "{\"from\": 99.98, \"to\": 99.99}", text -> between(text, 99.98, 99.99)),
        condition("price", "100", text -> between(text, 100, 100)),
        condition("length", "{\"above\": 2, \"below\": 2.25}", text -> between(text, 2, 2.25)),
        condition("money", "{\"to\": \"0.10\"}", List.of("0", "5", "10")::contains),
        condition("fortune", "{\"below\": 0}", text -> text.startsWith("-")),
        condition("flag", "false", "false"::equals),
        condition("flag", "[null, true]", List.of("null", "true")::contains),
        condition("word", "\"grün\"", "grün"::equals),
        condition("day", "\"1970-01-02\"", "1"::equals),
        condition(
            "moment",
            "{\"from\": \"2000-01-01\", \"below\": \"2000-01-01 00:01:00\"}",
            text -> Math.abs(Long.parseLong(text) - 946_684_830_000_000L) <= 30_000_000),
        condition("never", "{\"null\": true}", "null"::equals));
  }

  private static Arguments condition(String column, String asked, Predicate<String> holds) {
    return Arguments.of(column, "{\"" + column + "\": " + asked + "}", holds);
  }

  private static boolean between(String hexadecimal, double low, double high) {
    double value = Double.parseDouble(hexadecimal);
    return value >= low && value <= high;
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("conditions")
  void everyRowKeepsTheCondition(String name, String where, Predicate<String> holds) {
    assertThat(column(where, name, 5000)).allMatch(holds);
  }

  @Test
  void everyRowKeepsSeveralConditions() {
    assertThat(column(SEVERAL, "day", 3000))
        .allMatch(day -> Integer.parseInt(day) >= 7305 && Integer.parseInt(day) < 7364);
    assertThat(column(SEVERAL, "small", 3000)).containsOnly("null");
    assertThat(column(SEVERAL, "amount", 3000)).allMatch(text -> Integer.parseInt(text) > 99);
    assertThat(column(SEVERAL, "word", 3000)).containsOnly("red", "null", "grün");
  }

  /** Evenly spread places give any 1,000 rows in a row their shares up to three rows. */
  @Test
  void rowsGetTheirShares() {
    List<String> words = column(SEVERAL, "word", 5000);
    for (int first = 0; first < 4000; first += 250) {
      List<String> some = words.subList(first, first + 1000);
      assertThat(some.stream().filter("red"::equals).count()).isBetween(497L, 503L);
      assertThat(some.stream().filter("null"::equals).count()).isBetween(247L, 253L);
    }
  }

  @Test
  void neitherBlocksNorFieldsChangeAValue() {
    GenerationPlan plan = plan(SEVERAL, TABLE.fields());
    List<String> whole = Digest.rows(plan, 0, 3000, BLOCK);
    assertThat(Digest.rows(plan, 700, 1800, 513)).isEqualTo(whole.subList(700, 1800));
    for (String name : List.of("length", "word", "ratio", "id", "small")) {
      int index = TABLE.columns().stream().map(ColumnProfile::name).toList().indexOf(name);
      assertThat(column(SEVERAL, name, 3000))
          .isEqualTo(whole.stream().map(row -> row.split("\\|", -1)[index]).toList());
    }
  }
}

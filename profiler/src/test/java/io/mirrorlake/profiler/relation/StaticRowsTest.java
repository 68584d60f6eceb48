package io.mirrorlake.profiler.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StaticRowsTest {
  private static List<Optional<String>> row(String number, String text) {
    return List.of(Optional.of(number), Optional.of(text));
  }

  private static final StaticRows ROWS =
      new StaticRows(
          List.of("number", "text"),
          List.of(
              row("10", "b"),
              row("9", "10"),
              List.of(Optional.empty(), Optional.of("9")),
              row("-2.5", "b"),
              row("10", "a")));

  @Test
  void numbersRiseAsNumbersAndNullsComeLast() {
    assertThat(ROWS.places("number", true)).containsExactly(2, 1, 3, 0, 2);
  }

  @Test
  void textsRiseAsTexts() {
    assertThat(ROWS.places("text", false)).containsExactly(3, 0, 1, 3, 2);
  }

  @Test
  void numbersThatAreNearlyTheSameKeepTheirPlaces() {
    StaticRows wide =
        new StaticRows(
            List.of("id"),
            List.of(
                List.of(Optional.of("9007199254740993")),
                List.of(Optional.of("9007199254740992"))));
    assertThat(wide.places("id", true)).containsExactly(1, 0);
  }
}

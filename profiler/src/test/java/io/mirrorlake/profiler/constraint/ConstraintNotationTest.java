package io.mirrorlake.profiler.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConstraintNotationTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "start <= end",
        "start < end",
        "total = net + tax - rebate",
        "rest = - paid + due",
        "end = start + minutes * 60000000",
        "amount = price * pieces",
        "label = name",
        "city -> state",
        "education <-> education-num",
        "left null when right null",
        "left null exactly when right null",
        "one of red green blue",
        "combination of make model",
        "currency constant",
        "number in constant steps",
        "cost in steps of 0.01 sales",
        "`total cost` in steps of 0.0001 sales",
        "total in steps of price",
        "paid = `bill in part` in part",
        "part = b in part",
        "fahrenheit * 5 = celsius * 9 + 160",
        "off = - on + 100",
        "kelvin * 100 = celsius * 100 - 27315",
        "date * 12 = year * 12 + month - 1",
        "double = single * 2",
        "total in steps of 0.1",
        "`ship date` <= `null`",
        "`a``b` = `12`"
      })
  void writesWhatItReads(String text) {
    assertThat(ConstraintNotation.parse(text).text()).isEqualTo(text);
  }

  @Test
  void readsTheOtherDirection() {
    assertThat(ConstraintNotation.parse("end >= start"))
        .isEqualTo(new Constraint.Order("start", "end", false));
    assertThat(ConstraintNotation.parse("`the end` > start"))
        .isEqualTo(new Constraint.Order("start", "the end", true));
    assertThat(ConstraintNotation.parse("a = b * 2 - c"))
        .isEqualTo(new Constraint.Sum("a", List.of(new Term("b", 2), new Term("c", -1))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a | it relates no columns",
        "a is b | 'is' is not a word of the notation",
        "a <= | a column is missing at its end",
        "a <= b c | 'c' is one word too many",
        "a = b + + c | '+' stands where a column is expected",
        "a = b c d | 'c' stands where '+' or '-' is expected",
        "a null exactly when b | 'null' is missing",
        "a = b + c * d | a whole number is expected after '*'",
        "a in steps of | a column is missing at its end",
        "a = b in | 'part' is missing",
        "a * b = c | a whole number is expected after '*'",
        "a * 2 | '=' is missing",
        "a * 0 = c | nothing can be divided by 0",
        "a = 5 + 3 | it relates no columns",
        "a = b in part c | 'c' is one word too many",
        "a in steps b | 'of' is missing",
        "a in steps of 0.05 b | '0.05' is no step: 0.1, 0.01, 0.001 or 0.0001 is expected",
        "a in steps of 0.1 b c | 'c' is one word too many",
        "`a <= b | a backquote has no partner",
      })
  void saysWhatIsWrong(String text, String reason) {
    assertThatThrownBy(() -> ConstraintNotation.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + text + "' is no constraint: " + reason);
  }

  @Test
  void namesNoColumnTwice() {
    assertThatThrownBy(() -> ConstraintNotation.parse("a <= a"))
        .hasMessage("a column is named twice among a, a");
  }
}

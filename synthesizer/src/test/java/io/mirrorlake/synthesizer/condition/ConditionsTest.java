package io.mirrorlake.synthesizer.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import io.mirrorlake.synthesizer.EveryType;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
  private static final TableProfile TABLE = EveryType.table();

  @Test
  void nothingIsNoCondition() {
    assertThat(Conditions.of(TABLE, Conditions.NONE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1]|where: '[1]' is no JSON object|write the columns and what is asked of them, such as {\"income\": \">50K\"}",
        "{\"wrod\": 1}|where: table 'every_type' has no column 'wrod'|did you mean 'word'? Its columns are id, number, code, uuid, wide_key, flag, tiny, small, amount, big, ratio, price, length, money, fortune, word, day, moment, local_moment, never",
        "{\"id\": 7}|where: every_type.id is a key: its values follow from the row index|choose rows by firstRow and rows, and put the condition on another column",
        "{\"day\": \"noon\"}|where: every_type.day has a condition on 'noon', which is no value of type date|write a value such as 2024-01-31",
        "{\"amount\": {\"from\": 5, \"to\": 3}}|where: every_type.amount has an empty range from 5 to 3|let the range rise",
        "{\"word\": {\"from\": 5}}|where: every_type.word is of type string, which has no ranges|list its values",
        "{\"amount\": {\"null\": true}}|where: every_type.amount has no nulls|ask for a value",
        "{\"never\": {\"null\": false}}|where: every_type.never has nothing but nulls|remove the condition",
        "{\"never\": \"a\"}|where: every_type.never has no values that the profile names, so it cannot be 'a'|ask for {null: false}, or remove the condition",
        "{\"flag\": {\"null\": \"maybe\"}}|where: every_type.flag has the condition null: maybe|write true or false",
        "{\"flag\": {}}|where: every_type.flag has a condition that says nothing|write a value, a range or shares",
        "{\"flag\": []}|where: every_type.flag has an empty list of values|list a value, or remove the condition",
        "{\"flag\": [[1]]}|where: every_type.flag has a condition that is no plain value: [1]|write one value",
        "{\"flag\": {\"true\": 0.5, \"false\": 0.4}}|where: every_type.flag has shares that sum to 0.9|let the shares of its targets sum to 1",
        "{\"flag\": {\"true\": -1}}|where: every_type.flag has the share '-1' for 'true'|write a number above 0 and up to 1, or a range {from: .., to: ..}, or {null: true}",
        "{\"amount\": {\"from\": 1, \"above\": 2}}|where: every_type.amount has a range with two ends on one side|keep one of them",
      })
  void refusesWhatCannotBe(String json, String problem, String cure) {
    assertThatThrownBy(() -> Conditions.of(TABLE, json))
        .hasMessage(problem + "\n  cure: " + cure)
        .asInstanceOf(InstanceOfAssertFactories.type(UserException.class))
        .extracting(UserException::kind)
        .isEqualTo(ErrorKind.CONFIGURATION);
  }
}

package io.mirrorlake.synthesizer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import io.mirrorlake.synthesizer.dataset.DatasetSize;
import io.mirrorlake.synthesizer.plan.RowRange;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ReadOptionsTest {
  @Test
  void hasDefaults() {
    assertThat(ReadOptions.of(Map.of("profile", "p")))
        .isEqualTo(
            new ReadOptions(
                "p",
                Optional.empty(),
                OptionalLong.empty(),
                0,
                0,
                "{}",
                OptionalLong.empty(),
                OptionalLong.empty(),
                DatasetSize.SOURCE));
  }

  @Test
  void readsEveryOptionInAnyCase() {
    Map<String, String> texts =
        Map.of(
            "PROFILE",
            "p",
            "table",
            "t",
            "Rows",
            "10",
            "seed",
            "-5",
            "firstrow",
            "3",
            "Where",
            "{\"a\": 1}",
            "partitions",
            "2");
    assertThat(ReadOptions.of(texts))
        .isEqualTo(
            new ReadOptions(
                "p",
                Optional.of("t"),
                OptionalLong.of(10),
                -5,
                3,
                "{\"a\": 1}",
                OptionalLong.of(2),
                OptionalLong.empty(),
                DatasetSize.SOURCE));
    assertThat(ReadOptions.of(Map.of("path", "p", "rowsPerPartition", "9")).rowsPerPartition())
        .hasValue(9);
  }

  @Test
  void readsSizesOfDatabases() {
    ReadOptions byTable =
        ReadOptions.of(Map.of("profile", "p", "scale", "2.5", "rows", "{\"a\": 7}"));
    assertThat(byTable.size("b")).isEqualTo(new DatasetSize(2.5, Map.of("a", 7L)));
    assertThat(ReadOptions.of(Map.of("profile", "p", "rows", "9")).size("b"))
        .isEqualTo(new DatasetSize(1, Map.of("b", 9L)));
    assertThat(byTable.defaultRows("c", 10)).isEqualTo(25);
    refuse(
        Map.of("profile", "p", "scale", "0"),
        "data source mirrorlake: the option scale is '0'\n  cure: give a number above 0");
    refuse(
        Map.of("profile", "p", "rows", "{\"a\": 1.5}"),
        "data source mirrorlake: the option rows has 1.5 for table 'a'\n"
            + "  cure: give a whole number of rows");
  }

  @Test
  void profileWinsOverPath() {
    assertThat(ReadOptions.of(Map.of("path", "a", "profile", "b")).profile()).isEqualTo("b");
  }

  @Test
  void takesCatalogOptionsFromTheirPrefix() {
    Map<String, String> properties =
        Map.of(
            "option.profile",
            "p",
            "option.rows",
            "5",
            "profile",
            "p",
            "owner",
            "me",
            "some.property",
            "x");
    assertThat(ReadOptions.of(OptionName.select(properties)).rows()).hasValue(5);
  }

  @Test
  void addsUpTheRows() {
    assertThat(ReadOptions.of(Map.of("profile", "p", "firstRow", "3")).range(10))
        .isEqualTo(new RowRange(3, 13));
    assertThat(ReadOptions.of(Map.of("profile", "p", "rows", "4")).range(10))
        .isEqualTo(new RowRange(0, 4));
  }

  @Test
  void refusesWhatItCannotUse() {
    refuse(
        Map.of("profile", "p", "row", "3"),
        "data source mirrorlake: there is no option 'row'\n  cure: did you mean 'rows'? The options are "
            + "profile, table, rows, scale, seed, firstRow, where, partitions, rowsPerPartition, path");
    refuse(
        Map.of("rows", "3"),
        "data source mirrorlake: the option profile is missing\n  cure: give the directory or file of a profile");
    refuse(
        Map.of("profile", "p", "rows", "many"),
        "data source mirrorlake: the option rows is 'many'\n  cure: give a whole number from 0 to 4611686018427387904");
    refuse(
        Map.of("profile", "p", "rows", "-1"),
        "data source mirrorlake: the option rows is '-1'\n  cure: give a whole number from 0 to 4611686018427387904");
    refuse(
        Map.of("profile", "p", "partitions", "0"),
        "data source mirrorlake: the option partitions is '0'\n  cure: give a whole number from 1 to 2147483647");
    refuse(
        Map.of("profile", "p", "partitions", "2", "rowsPerPartition", "5"),
        "data source mirrorlake: the options partitions (2) and rowsPerPartition (5) are both given\n  cure: give one of them");
  }

  @Test
  void refusesRowsBeyondTheLast() {
    ReadOptions options = ReadOptions.of(Map.of("profile", "p", "firstRow", "4611686018427387904"));
    assertThatThrownBy(() -> options.range(1))
        .hasMessage(
            "data source mirrorlake: rows 1 from firstRow 4611686018427387904 on end beyond row 4611686018427387904\n"
                + "  cure: give a smaller firstRow or fewer rows");
  }

  private static void refuse(Map<String, String> texts, String message) {
    assertThatThrownBy(() -> ReadOptions.of(texts))
        .hasMessage(message)
        .asInstanceOf(InstanceOfAssertFactories.type(UserException.class))
        .extracting(UserException::kind)
        .isEqualTo(ErrorKind.CONFIGURATION);
  }
}

package io.mirrorlake.profiler.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestNameTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "'', abc, 3",
    "abc, '', 3",
    "kitten, sitting, 3",
    "rows, row, 1",
    "ab, ba, 2"
  })
  void distanceIsLevenshteins(String a, String b, int distance) {
    assertThat(NearestName.distance(a, b)).isEqualTo(distance);
  }

  @Test
  void takesTheNearest() {
    assertThat(NearestName.of("colums", List.of("rows", "columns", "copula"))).isEqualTo("columns");
  }
}

package io.mirrorlake.profiler.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritingTest {
  private static Writing writing(String text) {
    return Writing.of(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yyyy-MM-dd | 2024-02-29 | 19782 | date",
        "dd.MM.yyyy | 29.02.2024 | 19782 | date",
        "M/d/yy | 2/9/69 | 36199 | date",
        "dd-MMM-yyyy | 01-Sep-1969 | -122 | date",
        "MMMM d, yyyy | September 1, 1969 | -122 | date",
        "yyyy-MM | 2024-02 | 19754 | date",
        "HH:mm:ss | 23:59:59 | 86399 | int",
        "h:mm a | 1:05 PM | 785 | int",
        "yyyy-MM-dd HH:mm:ss.SSSSSS | 1969-12-31 23:59:59.999999 | -1 | timestamp_ntz",
        "yyyy-MM-dd'T'HH:mm:ss'Z' | 1970-01-02T00:00:01Z | 86401000000 | timestamp_ntz",
        "dd/MMM/yyyy:HH:mm:ss | 01/Jan/1970:00:00:02 | 2000000 | timestamp_ntz",
        "1234.56 | -0.05 | -5 | decimal(18,2)",
        "1,234.56 | 1,234,567.80 | 123456780 | decimal(18,2)",
        "1.234,567 | 12,345 | 12345 | decimal(18,3)",
        "EUR 1234,56 | EUR -12,30 | -1230 | decimal(18,2)",
        "1234% | 36% | 36 | decimal(18,0)",
        "1 234 km | 12 000 km | 12000 | decimal(18,0)",
      })
  void readsAndWrites(String text, String written, long value, String type) {
    Writing writing = writing(text);

    assertThat(writing.text()).isEqualTo(text);
    assertThat(writing.type().ddl()).isEqualTo(type);
    assertThat(writing.read(written)).hasValue(value);
    assertThat(writing.write(value)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dd.MM.yyyy | 30.02.2024",
        "dd.MM.yyyy | 1.2.2024",
        "d.M.yyyy | 01.2.2024",
        "dd.MM.yyyy | 01.02.20240",
        "yyyyMMdd | 00000101",
        "HH:mm | 24:00",
        "HH:mm:ss | 12:00",
        "1234.56 | 1.5",
        "1234.56 | 007.50",
        "1234.56 | -0.00",
        "1234.56 | 1,234.50",
        "1,234.56 | 12,34.50",
        "1,234.56 | 1234.50",
        "1234.56 | 12345678901234567.89",
        "1234% | 36",
        "1234% | %",
        "1234% | 3-6%",
      })
  void readsNothingThatItWouldWriteOtherwise(String text, String other) {
    assertThat(writing(text).read(other)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dd.mm.yyyy", "yyyy", "1234.5555", "12345", "-1234", "1.234.56", "x"})
  void hasNoOtherWritings(String text) {
    assertThat(Writing.of(text)).isEmpty();
  }

  /** In the middle of the types' ranges; what a tail has beyond a day ends with it. */
  @Test
  void allWritingsAreInverseAndSerializable() throws IOException, ClassNotFoundException {
    SplittableRandom random = new SplittableRandom(5);
    for (TimeWriting writing : TimeWriting.ALL) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(writing);
      }
      Writing copy;
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        copy = (Writing) in.readObject();
      }
      for (int i = 0; i < 50; i++) {
        String written =
            writing.write(
                switch (writing.type().kind()) {
                  case DATE -> random.nextLong(0, 36_000);
                  case INT -> random.nextLong(-10, 90_000);
                  default -> random.nextLong(-10_000_000_000_000L, 1_700_000_000_000_000L);
                });
        assertThat(writing.write(writing.read(written).orElseThrow())).isEqualTo(written);
        assertThat(copy.read(written)).isEqualTo(writing.read(written));
      }
    }
    assertThat(writing("HH:mm").write(-1)).isEqualTo("00:00");
    assertThat(writing("HH:mm:ss").write(100_000)).isEqualTo("23:59:59");
  }
}

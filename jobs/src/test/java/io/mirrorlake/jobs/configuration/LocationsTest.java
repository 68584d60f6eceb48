package io.mirrorlake.jobs.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationsTest {
  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db/shop?user=u&password=x, jdbc:postgresql://db/shop",
    "jdbc:sqlserver://db;user=u;password=x, jdbc:sqlserver://db",
    "jdbc:mysql://u:p@h:3306/db, jdbc:mysql://h:3306/db",
    "jdbc:oracle:thin:scott/tiger@//h:1521/s, jdbc:oracle:thin:@//h:1521/s",
    "s3a://key:secret@bucket/data, s3a://bucket/data",
    "/data/people.csv, /data/people.csv"
  })
  void showsALocationWithoutItsCredentials(String location, String shown) {
    assertThat(Locations.shown(location)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "no route to jdbc:x://db?password=x1&ssl=true, no route to jdbc:x://db?password=***&ssl=true",
    "bad URL db;PWD=x1;port=2, bad URL db;PWD=***;port=2",
    "disk full, disk full"
  })
  void masksPasswordsInMessages(String message, String masked) {
    assertThat(Locations.masked(message)).isEqualTo(masked);
  }
}

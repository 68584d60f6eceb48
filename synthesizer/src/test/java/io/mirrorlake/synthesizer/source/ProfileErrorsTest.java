package io.mirrorlake.synthesizer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mirrorlake.profiler.profile.ProfileJson;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import io.mirrorlake.synthesizer.AdultLike;
import io.mirrorlake.synthesizer.EveryType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user meets whose profile is missing or of no use. */
class ProfileErrorsTest {
  @TempDir private Path directory;

  private static UserException failure(Map<String, String> options) {
    return catchThrowableOfType(
        UserException.class,
        () ->
            SharedSpark.session()
                .read()
                .format("mirrorlake")
                .options(options)
                .load()
                .collectAsList());
  }

  @Test
  void theProfileIsMissing() {
    String path = directory.resolve("nothing").toString();
    UserException failure = failure(Map.of("profile", path));
    assertThat(failure.kind()).isEqualTo(ErrorKind.PROFILE);
    assertThat(failure)
        .hasMessage(
            "there is no profile at "
                + path
                + "\n  cure: give the directory that a profile job wrote, or the profile.json in it");
  }

  @Test
  void theDirectoryHasNoProfile() {
    UserException failure = failure(Map.of("profile", directory.toString()));
    assertThat(failure.kind()).isEqualTo(ErrorKind.PROFILE);
    assertThat(failure).hasMessageStartingWith("there is no profile at " + directory);
  }

  @Test
  void theFileSystemIsUnknown() {
    UserException failure = failure(Map.of("profile", "nowhere://bucket/profile"));
    assertThat(failure.kind()).isEqualTo(ErrorKind.PROFILE);
    assertThat(failure)
        .hasMessageStartingWith("the profile at nowhere://bucket/profile cannot be read: ")
        .hasMessageEndingWith(
            "\n  cure: check the path's scheme, the file system and your right to read it");
  }

  @Test
  void theProfileIsCutShort() throws IOException {
    String text = ProfileJson.write(EveryType.profile());
    Path file = directory.resolve("profile.json");
    Files.writeString(file, text.substring(0, text.length() / 2));
    UserException failure = failure(Map.of("profile", directory.toString()));
    assertThat(failure.kind()).isEqualTo(ErrorKind.PROFILE);
    assertThat(failure).hasMessageContaining(file.toString());
  }

  @Test
  void theTableIsUnknownOrNotNamed() {
    String profile =
        SharedSpark.write(EveryType.profile(EveryType.table(), AdultLike.table()), directory);
    assertThat(failure(Map.of("profile", profile, "table", "nope")))
        .hasMessage(
            "the profile has no table 'nope'\n  cure: name one of its tables: every_type, adult_like");
    assertThat(failure(Map.of("profile", profile)))
        .hasMessage(
            "the profile has 2 tables, and none was named\n  cure: name one of every_type, adult_like");
  }

  @Test
  void theKeyIsTooShort() {
    String profile = SharedSpark.write(EveryType.profile(), directory);
    UserException failure = failure(Map.of("profile", profile, "rows", "6000000"));
    assertThat(failure.kind()).isEqualTo(ErrorKind.CONFIGURATION);
    assertThat(failure)
        .hasMessageStartingWith(
            "the key every_type.code (string) serves 5120000 rows, but rows up to index 5999999");
  }
}

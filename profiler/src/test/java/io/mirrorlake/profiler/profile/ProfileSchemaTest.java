package io.mirrorlake.profiler.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published JSON Schema accepts what is written and refuses what the reader refuses. */
final class ProfileSchemaTest {
  private static final String DOCUMENT = ProfileJson.write(SampleProfile.profile());
  private static JsonSchema schema;

  @BeforeAll
  static void readSchema() throws IOException {
    String text = Files.readString(Path.of("..", "conf", "schemas", "profile.schema.json"));
    schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
  }

  @Test
  void acceptsWhatIsWritten() {
    assertThat(problems(DOCUMENT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mirrorlake-profile | other | $.format",
        "\"version\": 1 | \"version\": 2 | $.version",
        "\"rows\" | \"lines\" | $.tables[0]",
        "\"p\": 0.3 | \"p\": 3 | $.tables[0].columns[2]",
        "\"at\": 0, | \"at\": true, | $.tables[0].columns[2]",
        "\"type\": \"int\" | \"type\": \"variant\" | $.tables[0].columns[2].type",
        "\"role\": \"value\" | \"role\": \"none\" | $.tables[0].copula",
        "[0.125] | [1.5] | $.tables[0].copula",
        "\"score\" | \"\" | $.tables[0].nested[0].type",
        "\"struct\" | \"tuple\" | $.tables[0].nested[0].type",
        "\"sequence\" | \"random\" | $.tables[0].columns[0].key",
        "[2, 5] | [5] | $.tables[0].columns[1].key",
      })
  void refusesWhatTheReaderRefuses(String valid, String broken, String place) {
    assertThat(DOCUMENT).contains(valid);
    assertThat(problems(DOCUMENT.replace(valid, broken)))
        .anyMatch(problem -> problem.getInstanceLocation().toString().startsWith(place));
  }

  private static Set<ValidationMessage> problems(String document) {
    return schema.validate(document, InputFormat.JSON);
  }
}

package io.mirrorlake.profiler.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A valid document with one node changed is read as a profile, or refused with a user's error;
 * nothing else happens.
 */
final class CorruptProfileTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String DOCUMENT = ProfileJson.write(SampleProfile.profile());

  /** Each of the values goes to a ninth of the places: all pairs would take minutes. */
  private static final int STRIDE = 9;

  /** The same in a smaller document, with fewer values. */
  private static final int RELATIONS_STRIDE = 3;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "0",
        "-1",
        "2",
        "0.5",
        "1e308",
        "1e-320",
        "9223372036854775807",
        "99999999999999999999",
        "\"\"",
        "\"NaN\"",
        "\"-Infinity\"",
        "\"+999999999-12-31\"",
        "\"+1000000000-12-31T23:59:59.999999Z\"",
        "\"int\"",
        "\"categorical\"",
        "\"uuid\"",
        "\"\\ud83d\"",
        "[]",
        "[[]]",
        "{}"
      })
  void replacedNodesAreReadOrRefused(String replacement) throws JsonProcessingException {
    JsonNode value = MAPPER.readTree(replacement);
    JsonNode document = MAPPER.readTree(DOCUMENT);
    List<Place> places = places(document);
    int changes = 0;
    // Every value takes its turn at a part of the places; together they visit all.
    for (int i = Math.floorMod(replacement.hashCode(), STRIDE); i < places.size(); i += STRIDE) {
      JsonNode kept = places.get(i).replace(value);
      assertReadOrRefused(document);
      places.get(i).replace(kept);
      changes++;
    }
    assertThat(changes).isGreaterThan(300 / STRIDE);
  }

  @Test
  void deletedNodesAreReadOrRefused() throws JsonProcessingException {
    deletedNodesAreReadOrRefused(DOCUMENT);
  }

  @Test
  void deletedNodesOfRelationsAreReadOrRefused() throws JsonProcessingException {
    deletedNodesAreReadOrRefused(RelationsJsonTest.document());
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "0", "-1", "0.5", "\"\"", "\"customers\"", "[]", "[[]]", "{}"})
  void replacedNodesOfRelationsAreReadOrRefused(String replacement) throws JsonProcessingException {
    JsonNode document = MAPPER.readTree(RelationsJsonTest.document());
    List<Place> places = places(document);
    int first = Math.floorMod(replacement.hashCode(), RELATIONS_STRIDE);
    for (int i = first; i < places.size(); i += RELATIONS_STRIDE) {
      JsonNode kept = places.get(i).replace(MAPPER.readTree(replacement));
      assertReadOrRefused(document);
      places.get(i).replace(kept);
    }
  }

  private static void deletedNodesAreReadOrRefused(String text) throws JsonProcessingException {
    JsonNode whole = MAPPER.readTree(text);
    int size = places(whole).size();
    for (int i = 0; i < size; i += 2) {
      JsonNode document = whole.deepCopy();
      places(document).get(i).delete();
      assertReadOrRefused(document);
    }
  }

  @Test
  void truncatedDocumentsAreRefused() {
    for (int end = 0; end < DOCUMENT.length() - 1; end += 31) {
      String text = DOCUMENT.substring(0, end);
      assertThat(refusal(() -> ProfileJson.read(text, "p.json"))).isPresent();
    }
  }

  private static void assertReadOrRefused(JsonNode document) {
    refusal(() -> ProfileReader.profile(JsonCursor.root(document, "p.json")))
        .ifPresent(
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.PROFILE);
              assertThat(e.problem()).startsWith("profile p.json ");
            });
  }

  /**
   * Any other exception than the user's passes on and fails the test; what is read can be written
   * and read again.
   */
  private static Optional<UserException> refusal(Supplier<Profile> reading) {
    try {
      Profile profile = reading.get();
      assertThat(ProfileJson.read(ProfileJson.write(profile), "p.json")).isEqualTo(profile);
      return Optional.empty();
    } catch (UserException e) {
      return Optional.of(e);
    }
  }

  private static List<Place> places(JsonNode node) {
    List<Place> places = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      object.fieldNames().forEachRemaining(name -> places.add(new Member(object, name)));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        places.add(new Item(array, i));
      }
    }
    node.forEach(child -> places.addAll(places(child)));
    return places;
  }

  private interface Place {
    JsonNode replace(JsonNode value);

    void delete();
  }

  private record Member(ObjectNode parent, String name) implements Place {
    @Override
    public JsonNode replace(JsonNode value) {
      return parent.replace(name, value);
    }

    @Override
    public void delete() {
      parent.remove(name);
    }
  }

  private record Item(ArrayNode parent, int index) implements Place {
    @Override
    public JsonNode replace(JsonNode value) {
      return parent.set(index, value);
    }

    @Override
    public void delete() {
      parent.remove(index);
    }
  }
}

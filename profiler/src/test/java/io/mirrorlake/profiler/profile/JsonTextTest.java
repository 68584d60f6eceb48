package io.mirrorlake.profiler.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class JsonTextTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void keepsShortNodesOnOneLine() throws JsonProcessingException {
    assertThat(pretty("{\"a\":[1,true,null,\"x\"],\"b\":{},\"c\":[]}"))
        .isEqualTo("{\"a\": [1, true, null, \"x\"], \"b\": {}, \"c\": []}\n");
  }

  @Test
  void expandsOnlyWhatIsTooLong() throws JsonProcessingException {
    String name = "x".repeat(60);
    assertThat(pretty("{\"a\":[{\"n\":\"" + name + "\"},{\"n\":\"" + name + "\"}],\"b\":[1,2]}"))
        .isEqualTo(
            "{\n  \"a\": [\n    {\"n\": \""
                + name
                + "\"},\n    {\"n\": \""
                + name
                + "\"}\n  ],\n  \"b\": [1, 2]\n}\n");
  }

  @Test
  void fillsLinesWithTheNumbersOfALongArray() throws JsonProcessingException {
    String numbers =
        IntStream.range(100, 150).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    assertThat(pretty("[" + numbers + "]").lines())
        .hasSize(5)
        .allMatch(line -> line.length() <= 110)
        .contains("[", "]");
    assertThat(MAPPER.readTree(pretty("[" + numbers + "]")))
        .isEqualTo(MAPPER.readTree("[" + numbers + "]"));
  }

  @Test
  void everyLineFitsUnlessOneValueIsLonger() {
    assertThat(ProfileJson.write(SampleProfile.profile()).lines())
        .allMatch(line -> line.length() <= 110);
  }

  @Test
  void escapesWhatAReviewerCannotSee() throws JsonProcessingException {
    String text = "caf\u00e9 \u65e5\u672c \ud83d\ude00 \" \\ \n\t\u00a0\u200b\u202e\u2028\ud83d";
    String json = JsonText.line(MAPPER.getNodeFactory().textNode(text));
    assertThat(json)
        .isEqualTo(
            "\"caf\u00e9 \u65e5\u672c \ud83d\ude00 \\\" \\\\ "
                + "\\u000a\\u0009\\u00a0\\u200b\\u202e\\u2028\\ud83d\"");
    assertThat(MAPPER.readTree(json).textValue()).isEqualTo(text);
  }

  private static String pretty(String json) throws JsonProcessingException {
    JsonNode node = MAPPER.readTree(json);
    return JsonText.pretty(node);
  }
}

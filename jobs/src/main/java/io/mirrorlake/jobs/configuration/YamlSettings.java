package io.mirrorlake.jobs.configuration;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the text of a YAML file into settings. A key without a value counts as not written. */
final class YamlSettings {
  private static final YAMLFactory YAML = new YAMLFactory();

  private final String where;
  private final JsonParser parser;
  private final EnvironmentVariables environment;

  private YamlSettings(String where, JsonParser parser, EnvironmentVariables environment) {
    this.where = where;
    this.parser = parser;
    this.environment = environment;
  }

  /** The settings in {@code text}, which came from the file {@code where}. */
  static SettingNode.Mapping read(String text, String where, EnvironmentVariables environment) {
    try (JsonParser parser = YAML.createParser(text)) {
      return new YamlSettings(where, parser, environment).document();
    } catch (JsonProcessingException e) {
      throw malformed(where, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UserException malformed(String where, JsonProcessingException e) {
    String place =
        e.getLocation() == null
            ? where
            : where
                + ", line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr();
    String reason = e.getOriginalMessage().lines().findFirst().orElse("no reason given");
    return UserException.of(
            ErrorKind.CONFIGURATION,
            place + ": not readable as YAML: " + reason,
            "check the indentation (spaces, not tabs), the quotes and the colons near that line")
        .withCause(e);
  }

  private SettingNode.Mapping document() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null || first == JsonToken.VALUE_NULL) {
      return SettingNode.Mapping.empty(where);
    }
    if (first != JsonToken.START_OBJECT) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          where + ": holds no keys",
          "write settings as 'key: value', one a line");
    }
    return mapping();
  }

  private SettingNode.Mapping mapping() throws IOException {
    String origin = here();
    Map<String, SettingNode> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      String keyOrigin = here();
      parser.nextToken();
      SettingNode value = node();
      if (value != null && members.put(key, value) != null) {
        throw UserException.of(
            ErrorKind.CONFIGURATION,
            keyOrigin + ": the key '" + key + "' is written twice",
            "keep one of the two");
      }
    }
    return new SettingNode.Mapping(members, origin);
  }

  private SettingNode.Sequence sequence() throws IOException {
    String origin = here();
    List<SettingNode> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      SettingNode element = node();
      if (element != null) {
        elements.add(element);
      }
    }
    return new SettingNode.Sequence(elements, origin);
  }

  private @Nullable SettingNode node() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return mapping();
    }
    if (token == JsonToken.START_ARRAY) {
      return sequence();
    }
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    return environment.substitute(parser.getText(), here());
  }

  private String here() {
    return where + ", line " + parser.currentTokenLocation().getLineNr();
  }
}

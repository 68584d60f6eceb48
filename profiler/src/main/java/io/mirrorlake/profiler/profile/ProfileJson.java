package io.mirrorlake.profiler.profile;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import org.jspecify.annotations.Nullable;

/**
 * The profile's JSON text. Reading what was written gives an equal profile; writing an equal
 * profile gives the same text. The format is described in {@code docs/profile.md} and {@code
 * conf/schemas/profile.schema.json}.
 */
public final class ProfileJson {
  /** What the document calls itself. */
  static final String FORMAT = "mirrorlake-profile";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ProfileJson() {}

  /**
   * The document, laid out for review: short objects on one line, keys always in the same order.
   */
  public static String write(Profile profile) {
    return JsonText.pretty(ProfileWriter.document(profile));
  }

  /**
   * The profile that the document holds.
   *
   * @param text the document
   * @param where the document's path, for messages
   * @throws UserException of kind PROFILE where the text is not JSON, not a profile, of another
   *     version, or holds a value that no profile can have; the message says where
   */
  public static Profile read(String text, String where) {
    JsonNode node = parse(text, where);
    if (node.isMissingNode()) {
      throw UserException.of(ErrorKind.PROFILE, "profile " + where + " is empty", JsonCursor.CURE);
    }
    return ProfileReader.profile(JsonCursor.root(node, where));
  }

  private static JsonNode parse(String text, String where) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      String reason = e.getOriginalMessage().lines().findFirst().orElse("");
      String problem =
          "profile " + where + " is not valid JSON" + place(e.getLocation()) + ": " + reason;
      throw UserException.of(ErrorKind.PROFILE, problem, JsonCursor.CURE).withCause(e);
    }
  }

  /** Jackson knows no place for a document that breaks one of its limits. */
  private static String place(@Nullable JsonLocation location) {
    return location == null || location.getLineNr() < 1
        ? ""
        : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}

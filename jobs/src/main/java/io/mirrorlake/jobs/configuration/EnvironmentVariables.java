package io.mirrorlake.jobs.configuration;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts environment variables into values: {@code ${NAME}}, or {@code ${NAME:default}} where the
 * variable may be missing. A doubled dollar sign keeps the text as it is: {@code $${NAME}} stands
 * for a plain {@code ${NAME}}.
 */
final class EnvironmentVariables {
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\$\\{|\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::([^}]*))?}");

  private final Map<String, String> variables;

  private EnvironmentVariables(Map<String, String> variables) {
    this.variables = variables;
  }

  static EnvironmentVariables of(Map<String, String> variables) {
    return new EnvironmentVariables(Map.copyOf(variables));
  }

  /**
   * The value with its references replaced; a message shows the references, never what they stand
   * for.
   */
  SettingNode.Scalar substitute(String text, String origin) {
    Matcher matcher = REFERENCE.matcher(text);
    String replaced = matcher.replaceAll(match -> Matcher.quoteReplacement(value(match, origin)));
    return new SettingNode.Scalar(replaced, text, origin);
  }

  private String value(MatchResult match, String origin) {
    String name = match.group(1);
    if (name == null) {
      return "${";
    }
    String value = variables.getOrDefault(name, match.group(2));
    if (value == null) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          origin + ": the environment variable " + name + " is not set",
          "set it, or write a default: ${" + name + ":value}");
    }
    return value;
  }
}

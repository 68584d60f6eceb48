package io.mirrorlake.jobs.source;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of tables, with * for any letters; whether letters are large or small does not matter. */
public final class NamePattern {
  private final Pattern expression;

  private NamePattern(Pattern expression) {
    this.expression = expression;
  }

  /** The names that the text stands for. */
  public static NamePattern of(String text) {
    String expression =
        Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return new NamePattern(Pattern.compile(expression, Pattern.CASE_INSENSITIVE));
  }

  /** Whether the name is one of those that one of the texts stands for. */
  public static boolean anyMatches(List<String> texts, String name) {
    return texts.stream().anyMatch(text -> of(text).matches(name));
  }

  /** Whether the name is one of them. */
  public boolean matches(String name) {
    return expression.matcher(name).matches();
  }
}

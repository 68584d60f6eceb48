package io.mirrorlake.jobs.run;

import io.mirrorlake.jobs.configuration.Keys;
import io.mirrorlake.jobs.configuration.TextConfiguration;
import io.mirrorlake.profiler.fit.TextRules;
import io.mirrorlake.profiler.lexicon.Lexicon;
import io.mirrorlake.profiler.marginal.PersonalKind;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is laid down of string columns: the configuration, held against the table's columns. */
final class TextSettings {
  /** What a column is called that holds no personal data. */
  private static final String NONE = "none";

  private TextSettings() {}

  static TextRules rules(TextConfiguration configuration, List<String> columns) {
    Map<String, Optional<PersonalKind>> kinds = new HashMap<>();
    configuration
        .semantics()
        .forEach(
            (column, kind) -> {
              ProfileRules.requireColumn("text.semantics", column, columns);
              kinds.put(column, kind(column, kind));
            });
    Map<String, String> locales = new HashMap<>();
    configuration
        .locales()
        .forEach(
            (column, locale) -> {
              ProfileRules.requireColumn("text.locales", column, columns);
              locales.put(column, Lexicon.requireLocale("text.locales." + column, locale));
            });
    Optional<String> locale =
        configuration.locale().map(name -> Lexicon.requireLocale("text.locale", name));
    return new TextRules(kinds, locale, locales);
  }

  private static Optional<PersonalKind> kind(String column, String kind) {
    if (kind.equals(NONE)) {
      return Optional.empty();
    }
    return Optional.of(
        PersonalKind.ofKey(kind)
            .orElseThrow(
                () ->
                    UserException.of(
                        ErrorKind.CONFIGURATION,
                        "the key 'text.semantics."
                            + column
                            + "' names the unknown kind '"
                            + kind
                            + "'",
                        Keys.nearest(kind, PersonalKind.keys().stream())
                                .map(nearest -> "did you mean '" + nearest + "'? ")
                                .orElse("")
                            + "Write none, or one of "
                            + String.join(", ", PersonalKind.keys()))));
  }
}

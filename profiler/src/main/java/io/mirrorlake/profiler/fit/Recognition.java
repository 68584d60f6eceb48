package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.marginal.PersonalKind;

/**
 * What a column was recognized as.
 *
 * @param kind the kind of personal data
 * @param confidence how sure that is, in (0, 1]
 * @param locale the language its words are of, as a BCP 47 tag
 * @param localeShare the share of values that the language knows; 0 where nothing speaks for it
 */
public record Recognition(PersonalKind kind, double confidence, String locale, double localeShare) {

  /** The same with the words of another language. */
  public Recognition in(String otherLocale) {
    return new Recognition(kind, confidence, otherLocale, localeShare);
  }
}

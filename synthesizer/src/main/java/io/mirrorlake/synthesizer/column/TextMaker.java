package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.marginal.PatternFormat;
import io.mirrorlake.profiler.marginal.PersonalFormat;
import io.mirrorlake.profiler.marginal.ProseFormat;
import io.mirrorlake.profiler.marginal.TextFormat;

/** Makes texts of a format from one random word each. Immutable. */
interface TextMaker {
  /** The maker of texts of a format. */
  static TextMaker of(TextFormat format) {
    if (format instanceof PersonalFormat personal) {
      return PersonalMaker.of(personal);
    }
    return format instanceof ProseFormat prose
        ? ProseMaker.of(prose)
        : PatternMaker.of((PatternFormat) format);
  }

  /** The most characters a text has. */
  int maxLength();

  /** Writes the text of a random word to the start of {@code text} and returns its length. */
  int make(long word, char[] text);
}

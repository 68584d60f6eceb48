package io.mirrorlake.jobs.show;

import io.mirrorlake.profiler.marginal.CheckDigit;
import io.mirrorlake.profiler.marginal.PatternFormat;
import io.mirrorlake.profiler.marginal.PersonalFormat;
import io.mirrorlake.profiler.marginal.ProseFormat;
import io.mirrorlake.profiler.marginal.TextFormat;
import java.util.Locale;

/** What texts look like, in a few words. */
final class FormatSummary {
  private FormatSummary() {}

  static String of(TextFormat format) {
    if (format instanceof PersonalFormat personal) {
      return "made-up "
          + personal.kind().key()
          + " ("
          + personal.locale()
          + ", confidence "
          + personal.confidence()
          + ")";
    }
    if (format instanceof ProseFormat prose) {
      return "free text of " + prose.words().size() + " words";
    }
    CheckDigit check = ((PatternFormat) format).check();
    return check == CheckDigit.NONE
        ? "by format"
        : "by format with check digits (" + check.name().toLowerCase(Locale.ROOT) + ")";
  }
}

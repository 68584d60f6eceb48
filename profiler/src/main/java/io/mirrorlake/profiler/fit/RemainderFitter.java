package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.marginal.TextFormat;
import io.mirrorlake.profiler.sketch.Tally;
import java.util.Map;
import java.util.Optional;

/** Chooses what the values that may not be told are described by. */
final class RemainderFitter {
  private RemainderFitter() {}

  /** The format of these values, which are not empty and together may be told. */
  static TextFormat fit(
      Map<String, Tally> values, Optional<Recognition> personal, ColumnRule rule) {
    if (personal.isPresent()) {
      return PersonalFormatFitter.fit(values, personal.get(), rule);
    }
    return ProseFitter.isProse(values.keySet(), rule)
        ? ProseFitter.fit(values, rule)
        : TextFormatFitter.fit(values, rule);
  }
}

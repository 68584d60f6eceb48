package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.key.Key;
import io.mirrorlake.synthesizer.random.RandomStream;

/** The laws of key columns. */
final class KeyLaws {
  /**
   * The purpose in the name of the random stream that keys are made from; part of every golden
   * digest.
   */
  private static final String KEY_STREAM = "key";

  private KeyLaws() {}

  static KeyLaw of(Place place, Key key, long seed) {
    RandomStream stream = RandomStream.of(seed, place.table(), place.column().name(), KEY_STREAM);
    if (key instanceof Key.Sequence sequence) {
      return NumberKeyLaw.of(place, SequenceRule.of(sequence));
    }
    if (key instanceof Key.Scattered scattered) {
      return NumberKeyLaw.of(place, ScatteredRule.of(scattered, stream));
    }
    if (key instanceof Key.Formatted formatted) {
      return FormattedKeyLaw.of(formatted, stream);
    }
    return UuidKeyLaw.of(stream);
  }
}

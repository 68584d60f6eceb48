package io.mirrorlake.synthesizer.nested;

/** Samples the occurrences of a field inside arrays or maps. */
interface ElementSampler {
  /** The values; others after every call of {@link #sample} that found the arrays too small. */
  FieldValues values();

  /** Writes the values of all occurrences. */
  void sample(Runs runs);

  /** How often arrays were replaced by larger ones. */
  int generation();
}

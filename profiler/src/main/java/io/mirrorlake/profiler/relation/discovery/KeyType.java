package io.mirrorlake.profiler.relation.discovery;

/** The types that keys have; values of different types are never equal. */
public enum KeyType {
  /** Whole numbers of any width. */
  WHOLE,
  /** Strings. */
  TEXT,
  /** Days. */
  DATE,
  /** Moments. */
  TIME,
  /** Anything else, which is no key. */
  OTHER;

  /** Whether a key may be made of values of this type alone. */
  boolean identifies() {
    return this == WHOLE || this == TEXT || this == DATE;
  }

  /** Whether rows can be ordered in time by such values. */
  boolean isTime() {
    return this == DATE || this == TIME;
  }
}

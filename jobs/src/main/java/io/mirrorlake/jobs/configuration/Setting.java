package io.mirrorlake.jobs.configuration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one key of a configuration; the record component it stands on gives the name and the
 * type.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
  /** What the key means, in one sentence. */
  String value();

  /** The value where none is given, as it would be written; empty where there is none. */
  String fallback() default "";

  /**
   * The command line option that sets it, or empty; an option of a record sets the record's {@link
   * Shorthand}.
   */
  String option() default "";

  /** Whether the value must never be printed, stored, or digested. */
  boolean secret() default false;

  /** The least value of a number. */
  long minimum() default Long.MIN_VALUE;

  /** The greatest value of a number. */
  long maximum() default Long.MAX_VALUE;
}

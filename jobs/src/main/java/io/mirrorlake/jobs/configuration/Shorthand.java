package io.mirrorlake.jobs.configuration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a plain value stand for a whole record: {@code source: data.csv} for {@code source: {path:
 * data.csv}}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Shorthand {
  /** The key that the plain value is given to. */
  String value();
}

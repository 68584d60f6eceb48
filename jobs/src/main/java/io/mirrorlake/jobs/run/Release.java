package io.mirrorlake.jobs.run;

import java.util.Objects;

/** Which Mirrorlake this is. */
public final class Release {
  private Release() {}

  /** The version in the application jar; classes outside a jar have none. */
  public static String version() {
    return Objects.requireNonNullElse(
        Release.class.getPackage().getImplementationVersion(), "development");
  }
}

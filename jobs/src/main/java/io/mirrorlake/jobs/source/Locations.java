package io.mirrorlake.jobs.source;

import java.util.regex.Pattern;

/** Locations as they may be shown and stored. */
final class Locations {
  /** {@code //user:password@} before a host. */
  private static final Pattern USER = Pattern.compile("//[^/@]*@");

  /** Everything after the database's name, where drivers take users and passwords. */
  private static final Pattern PROPERTIES = Pattern.compile("[?;].*$", Pattern.DOTALL);

  private Locations() {}

  /** A path without the user in it. */
  static String withoutCredentials(String path) {
    return USER.matcher(path).replaceFirst("//");
  }

  /** A database's URL without users, passwords and other properties. */
  static String ofDatabase(String url) {
    return withoutCredentials(PROPERTIES.matcher(url).replaceFirst(""));
  }
}

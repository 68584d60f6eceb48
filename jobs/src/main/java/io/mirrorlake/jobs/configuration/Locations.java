package io.mirrorlake.jobs.configuration;

import java.util.regex.Pattern;

/** Locations as they may be shown and stored. */
public final class Locations {
  /** {@code //user:password@} before a host. */
  private static final Pattern USER = Pattern.compile("//[^/@]*@");

  /** Everything after the database's name, where drivers take users and passwords. */
  private static final Pattern PROPERTIES = Pattern.compile("[?;].*$", Pattern.DOTALL);

  /** What drivers repeat of an URL in their messages. */
  private static final Pattern SECRETS =
      Pattern.compile("(?i)(password|passwd|pwd|secret|token)=[^&;,\\s]*");

  /** {@code user/password@} after the name of Oracle's driver. */
  private static final Pattern ORACLE_USER = Pattern.compile("(?<=:thin:|:oci:)[^@]+@");

  private Locations() {}

  /** A path or a database's URL without what must stay secret. */
  public static String shown(String location) {
    return location.startsWith("jdbc:") ? ofDatabase(location) : withoutCredentials(location);
  }

  /** A message of somebody else's without passwords in it. */
  public static String masked(String message) {
    return SECRETS.matcher(message).replaceAll("$1=***");
  }

  /** A path without the user in it. */
  public static String withoutCredentials(String path) {
    return USER.matcher(path).replaceFirst("//");
  }

  /** A database's URL without users, passwords and other properties. */
  public static String ofDatabase(String url) {
    String plain = PROPERTIES.matcher(url).replaceFirst("");
    return withoutCredentials(ORACLE_USER.matcher(plain).replaceFirst("@"));
  }
}

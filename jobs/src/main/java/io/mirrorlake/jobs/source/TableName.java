package io.mirrorlake.jobs.source;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table's name as a database's metadata has it.
 *
 * @param schema the schema, where the name says one
 * @param table the table
 */
record TableName(Optional<String> schema, String table) {
  private static final String PART = "(?:\"[^\"]+\"|`[^`]+`|\\[[^\\]]+]|[^.\"`\\[]+)";
  private static final Pattern NAME =
      Pattern.compile("(?:(?<schema>" + PART + ")\\.)?(?<table>" + PART + ")$");

  /** The name, with unquoted parts in the case that the database keeps them in. */
  static TableName of(String written, DatabaseMetaData metaData) throws SQLException {
    boolean upper = metaData.storesUpperCaseIdentifiers();
    boolean lower = metaData.storesLowerCaseIdentifiers();
    Matcher matcher = NAME.matcher(written.strip());
    if (!matcher.find()) {
      return new TableName(Optional.empty(), written);
    }
    return new TableName(
        Optional.ofNullable(matcher.group("schema")).map(part -> stored(part, upper, lower)),
        stored(matcher.group("table"), upper, lower));
  }

  /** The last part without quotes. */
  static String plain(String written) {
    Matcher matcher = NAME.matcher(written.strip());
    return matcher.find() ? stored(matcher.group("table"), false, false) : written;
  }

  private static String stored(String part, boolean upper, boolean lower) {
    char first = part.charAt(0);
    if (first == '"' || first == '`' || first == '[') {
      return part.substring(1, part.length() - 1);
    }
    return upper ? part.toUpperCase(Locale.ROOT) : lower ? part.toLowerCase(Locale.ROOT) : part;
  }
}

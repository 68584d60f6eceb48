package io.mirrorlake.synthesizer.source;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import io.mirrorlake.synthesizer.condition.Conditions;
import io.mirrorlake.synthesizer.dataset.DatasetSize;
import io.mirrorlake.synthesizer.plan.RowRange;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The options of a read, checked. Names are not case-sensitive.
 *
 * @param profile where the profile is
 * @param table the table to generate; not needed where the profile has one only
 * @param rows how many rows; by default as many as the source had
 * @param seed the seed, any long
 * @param firstRow the index of the first row
 * @param where conditions that every row keeps, as a JSON object
 * @param partitions the number of partitions to aim at
 * @param rowsPerPartition the rows of a partition to aim at
 * @param database how large the table's database is
 */
record ReadOptions(
    String profile,
    Optional<String> table,
    OptionalLong rows,
    long seed,
    long firstRow,
    String where,
    OptionalLong partitions,
    OptionalLong rowsPerPartition,
    DatasetSize database) {

  /** The largest row index is below it: a UUID key serves no more rows. */
  private static final long MAX_ROWS = 1L << 62;

  ReadOptions {
    if (partitions.isPresent() && rowsPerPartition.isPresent()) {
      throw wrong(
          "the options partitions ("
              + partitions.getAsLong()
              + ") and rowsPerPartition ("
              + rowsPerPartition.getAsLong()
              + ") are both given",
          "give one of them");
    }
  }

  /**
   * The options of these texts.
   *
   * @throws UserException where a name is unknown, or a value is none
   */
  static ReadOptions of(Map<String, String> texts) {
    Map<String, String> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    options.putAll(texts);
    options.keySet().forEach(OptionName::require);
    String profile = options.getOrDefault("profile", options.getOrDefault("path", ""));
    if (profile.isBlank()) {
      throw wrong("the option profile is missing", "give the directory or file of a profile");
    }
    boolean byTable = SizeOption.isByTable(options);
    return new ReadOptions(
        profile,
        Optional.ofNullable(options.get("table")),
        byTable ? OptionalLong.empty() : number(options, "rows", 0, MAX_ROWS),
        number(options, "seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(0),
        number(options, "firstRow", 0, MAX_ROWS).orElse(0),
        options.getOrDefault("where", Conditions.NONE),
        number(options, "partitions", 1, Integer.MAX_VALUE),
        number(options, "rowsPerPartition", 1, MAX_ROWS),
        new DatasetSize(SizeOption.scale(options), byTable ? SizeOption.rows(options) : Map.of()));
  }

  /** How large a table's database is: a number of rows is that of the table. */
  DatasetSize size(String name) {
    if (rows.isEmpty()) {
      return database;
    }
    Map<String, Long> all = new TreeMap<>(database.rows());
    all.put(name, rows.getAsLong());
    return new DatasetSize(database.scale(), all);
  }

  /** How many rows a table by itself has, where {@code rows} is no number. */
  long defaultRows(String name, long sourceRows) {
    return database.rows().getOrDefault(name, Math.round(sourceRows * database.scale()));
  }

  /** The rows to generate, where the profile's table had {@code defaultRows}. */
  RowRange range(long defaultRows) {
    long count = rows.orElse(defaultRows);
    if (firstRow > MAX_ROWS - count) {
      throw wrong(
          "rows " + count + " from firstRow " + firstRow + " on end beyond row " + MAX_ROWS,
          "give a smaller firstRow or fewer rows");
    }
    return new RowRange(firstRow, firstRow + count);
  }

  private static OptionalLong number(
      Map<String, String> options, String name, long least, long most) {
    String text = options.get(name);
    if (text == null) {
      return OptionalLong.empty();
    }
    try {
      long number = Long.parseLong(text.strip());
      if (number >= least && number <= most) {
        return OptionalLong.of(number);
      }
    } catch (NumberFormatException e) {
      throw wrongNumber(name, text, least, most).withCause(e);
    }
    throw wrongNumber(name, text, least, most);
  }

  private static UserException wrongNumber(String name, String text, long least, long most) {
    return wrong(
        "the option " + name + " is '" + text + "'",
        String.format(Locale.ROOT, "give a whole number from %d to %d", least, most));
  }

  static UserException wrong(String problem, String cure) {
    return UserException.of(ErrorKind.CONFIGURATION, "data source mirrorlake: " + problem, cure);
  }
}

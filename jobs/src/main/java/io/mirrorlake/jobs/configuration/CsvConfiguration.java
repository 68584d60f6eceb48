package io.mirrorlake.jobs.configuration;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;

/** How CSV files are written. Quotes inside quoted values are doubled; an empty field is null. */
public record CsvConfiguration(
    @Setting(value = "Whether the first line names the columns.", fallback = "true") boolean header,
    @Setting(value = "What stands between two fields.", fallback = ",") String separator,
    @Setting(value = "The quote around fields that hold separators.", fallback = "\"") String quote,
    @Setting(
            value =
                "What stands before a quote inside a quoted field; the quote itself if quotes are"
                    + " doubled.",
            fallback = "\"")
        String escape,
    @Setting(
            value =
                "Whether quoted fields may hold line breaks; such files cannot be read in"
                    + " parallel.",
            fallback = "false")
        boolean multiLine,
    @Setting(value = "The text, besides the empty field, that means null.")
        java.util.Optional<String> nullValue,
    @Setting(value = "The files' character encoding.", fallback = "UTF-8") String encoding,
    @Setting(
            value = "How many records the types are learned from, where no schema is given.",
            fallback = "100000",
            minimum = 1)
        int headRecords) {
  public CsvConfiguration {
    requireOneCharacter("quote", quote);
    requireOneCharacter("escape", escape);
  }

  /** The same, with line breaks in quoted fields. */
  public CsvConfiguration withMultiLine() {
    return new CsvConfiguration(
        header, separator, quote, escape, true, nullValue, encoding, headRecords);
  }

  private static void requireOneCharacter(String key, String value) {
    if (value.length() != 1) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "the key 'csv." + key + "' is '" + value + "'",
          "write a single character");
    }
  }
}

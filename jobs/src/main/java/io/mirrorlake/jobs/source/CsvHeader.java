package io.mirrorlake.jobs.source;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.mirrorlake.jobs.configuration.CsvConfiguration;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** The columns that the first record of CSV files tells, read as Spark will read it. */
final class CsvHeader {
  /** As many columns as Spark reads. */
  private static final int MAX_COLUMNS = 20_480;

  private CsvHeader() {}

  /**
   * The names; fields without a name are called by their place, as Spark does it: {@code _c0},
   * {@code _c1}.
   */
  static List<String> columns(String firstRecord, CsvConfiguration csv, String location) {
    String[] fields = fields(firstRecord, csv);
    Set<String> seen = new HashSet<>();
    return IntStream.range(0, fields.length)
        .mapToObj(
            i -> csv.header() && fields[i] != null && !fields[i].isEmpty() ? fields[i] : "_c" + i)
        .peek(name -> requireNew(name, seen, location))
        .toList();
  }

  /** The fields of a record, which may hold line breaks. */
  static String[] fields(String csvRecord, CsvConfiguration csv) {
    return new CsvParser(settings(csv)).parseLine(csvRecord);
  }

  /** Names that differ in case only would be one column in SQL. */
  private static void requireNew(String name, Set<String> seen, String location) {
    if (!seen.add(name.toLowerCase(Locale.ROOT))) {
      throw UserException.of(
          ErrorKind.SOURCE,
          "the header of " + location + " names the column '" + name + "' twice",
          "rename one of the two in the file");
    }
  }

  private static CsvParserSettings settings(CsvConfiguration csv) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter(csv.separator());
    settings.getFormat().setQuote(csv.quote().charAt(0));
    settings.getFormat().setQuoteEscape(csv.escape().charAt(0));
    settings.setIgnoreLeadingWhitespaces(false);
    settings.setIgnoreTrailingWhitespaces(false);
    settings.setMaxCharsPerColumn(-1);
    settings.setMaxColumns(MAX_COLUMNS);
    return settings;
  }
}

package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.fit.ColumnSketch;
import io.mirrorlake.profiler.fit.Recognition;
import io.mirrorlake.profiler.fit.TextRules;
import io.mirrorlake.profiler.schema.Column;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * What the string columns of a table were recognized as. A column whose words speak for no language
 * takes that of the column whose words speak most clearly.
 *
 * @param personal the columns that hold personal data
 */
record TextColumns(Map<String, Recognition> personal) {
  TextColumns {
    personal = Map.copyOf(personal);
  }

  static TextColumns of(List<Column> columns, TableScan scan, TextRules rules) {
    Map<String, Recognition> found = new ConcurrentHashMap<>();
    IntStream.range(0, columns.size())
        .parallel()
        .forEach(
            i -> {
              Column column = columns.get(i);
              if (column.type().kind().isText()
                  && scan.column(i) instanceof ColumnSketch.Texts texts) {
                rules
                    .apply(column.name(), texts.recognize(column.name()))
                    .ifPresent(recognition -> found.put(column.name(), recognition));
              }
            });
    Optional<Recognition> clearest =
        found.values().stream()
            .filter(recognition -> recognition.localeShare() > 0)
            .max(Comparator.comparingDouble(Recognition::localeShare));
    clearest.ifPresent(
        words ->
            found.replaceAll(
                (column, recognition) ->
                    recognition.localeShare() > 0 || rules.localeOf(column).isPresent()
                        ? recognition
                        : recognition.in(words.locale())));
    return new TextColumns(found);
  }

  Optional<Recognition> of(Column column) {
    return Optional.ofNullable(personal.get(column.name()));
  }
}

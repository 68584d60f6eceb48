package io.mirrorlake.jobs.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;

import io.mirrorlake.jobs.configuration.Locations;
import io.mirrorlake.jobs.configuration.SinkConfiguration;
import io.mirrorlake.jobs.configuration.SplitConfiguration;
import io.mirrorlake.jobs.sink.TableOutput;
import io.mirrorlake.jobs.source.SourceFailures;
import io.mirrorlake.jobs.source.SourceTable;
import io.mirrorlake.jobs.source.SourceTables;
import io.mirrorlake.jobs.split.TableSplit;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Splits a table by privacy unit, so that a holdout is there that no profile has seen. */
public final class SplitRun implements Job<SplitConfiguration> {
  /**
   * How much of a part is there.
   *
   * @param rows its rows
   * @param units its privacy units
   */
  private record Size(long rows, long units) {}

  @Override
  public ExitCode run(SplitConfiguration configuration, JobContext context) {
    context.progress().accept("opening " + Locations.shown(configuration.source().path()));
    SourceTable source = SourceTables.of(context.spark()).open(configuration.source());
    List<String> columns = List.of(source.rows().columns());
    configuration
        .privacyUnit()
        .ifPresent(column -> ProfileRules.requireColumn("privacyUnit", column, columns));
    TableSplit split =
        new TableSplit(configuration.privacyUnit(), configuration.shares(), configuration.seed());
    Map<String, TableOutput> outputs = new LinkedHashMap<>();
    try {
      for (String part : split.parts()) {
        outputs.put(
            part, TableOutput.prepare(below(configuration.output(), part), context.spark()));
      }
      SourceFailures.explained(List.of(source), () -> write(source, split, outputs, context));
    } finally {
      outputs.values().forEach(TableOutput::close);
    }
    context.progress().accept("wrote the parts to " + configuration.output().path());
    return ExitCode.OK;
  }

  private static Optional<Void> write(
      SourceTable source, TableSplit split, Map<String, TableOutput> outputs, JobContext context) {
    // Read once: counted, and then written part by part.
    Dataset<Row> dealt = split.dealt(source.rows()).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      context.progress().accept("dealing the rows of " + source.name());
      Map<String, Size> sizes = sizes(dealt);
      for (String part : outputs.keySet()) {
        requireRows(part, sizes, source.name());
      }
      outputs.forEach(
          (part, output) -> {
            context.progress().accept("writing " + part);
            output.write(TableSplit.only(part, dealt));
            context.out().println(line(part, Objects.requireNonNull(sizes.get(part), part)));
          });
    } finally {
      dealt.unpersist();
    }
    return Optional.empty();
  }

  private static String line(String part, Size size) {
    return String.format(
        Locale.ROOT, "%-9s  %,12d rows of %,12d units", part, size.rows(), size.units());
  }

  private static Map<String, Size> sizes(Dataset<Row> dealt) {
    Map<String, Size> sizes = new LinkedHashMap<>();
    dealt
        .where(col(TableSplit.PART).isNotNull())
        .groupBy(col(TableSplit.PART))
        .agg(count(lit(1)), countDistinct(col(TableSplit.UNIT)))
        .collectAsList()
        .forEach(row -> sizes.put(row.getString(0), new Size(row.getLong(1), row.getLong(2))));
    return sizes;
  }

  private static void requireRows(String part, Map<String, Size> sizes, String table) {
    if (!sizes.containsKey(part)) {
      long units = sizes.values().stream().mapToLong(Size::units).sum();
      throw UserException.of(
          ErrorKind.SOURCE,
          "the part '"
              + part
              + "' of "
              + table
              + " would have no row: "
              + units
              + " privacy units were dealt to the other parts",
          "give the part a larger share, name a privacy unit with more values, or take another"
              + " seed");
    }
  }

  private static SinkConfiguration below(SinkConfiguration sink, String part) {
    return new SinkConfiguration(
        sink.path() + "/" + part, sink.format(), sink.mode(), sink.options());
  }
}

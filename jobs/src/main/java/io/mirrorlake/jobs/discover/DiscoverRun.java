package io.mirrorlake.jobs.discover;

import io.mirrorlake.jobs.configuration.DiscoverConfiguration;
import io.mirrorlake.jobs.configuration.Locations;
import io.mirrorlake.jobs.run.ExitCode;
import io.mirrorlake.jobs.run.Job;
import io.mirrorlake.jobs.run.JobContext;
import io.mirrorlake.jobs.show.TextTable;
import io.mirrorlake.jobs.sink.OutputFile;
import io.mirrorlake.jobs.source.ListedTable;
import io.mirrorlake.jobs.source.SourceFailures;
import io.mirrorlake.jobs.source.SourceTable;
import io.mirrorlake.jobs.source.SourceTables;
import io.mirrorlake.jobs.source.TableListing;
import io.mirrorlake.profiler.concurrent.SideBySide;
import io.mirrorlake.profiler.relation.discovery.KeyDiscovery;
import io.mirrorlake.profiler.relation.discovery.ProposedTable;
import io.mirrorlake.profiler.relation.discovery.TableFacts;
import io.mirrorlake.profiler.spark.KeyCounts;
import io.mirrorlake.profiler.spark.KeyScan;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds the keys of tables, and writes the configuration that profiles them together. */
public final class DiscoverRun implements Job<DiscoverConfiguration> {
  @Override
  public ExitCode run(DiscoverConfiguration configuration, JobContext context) {
    Configuration hadoop = context.spark().sparkContext().hadoopConfiguration();
    OutputFile output = OutputFile.prepare(configuration.output(), configuration.mode(), hadoop);
    context.progress().accept("listing " + Locations.shown(configuration.source().path()));
    SourceTables sources = SourceTables.of(context.spark());
    List<ListedTable> listed =
        TableListing.of(configuration, hadoop).stream()
            .map(table -> table.readAs(sources.withLineBreaks(table.source())))
            .toList();
    Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
    List<TableFacts> facts = new ArrayList<>();
    for (Scanned table : SideBySide.map(listed, table -> scanned(table, sources, context))) {
      tables.put(table.facts.name(), table.rows);
      facts.add(table.facts);
    }
    context.progress().accept("looking for keys in " + facts.size() + " tables");
    List<ProposedTable> proposed =
        KeyDiscovery.propose(
            facts,
            new KeyDiscovery.Options(
                configuration.minimumCoverage(),
                configuration.keyColumns(),
                configuration.referenceRows(),
                KeptTables.named(configuration.reference(), tables.keySet())),
            KeyCounts.of(tables));
    KeptTables.requireClosed(proposed);
    output.write(ProposalText.of(configuration, listed, proposed));
    tell(configuration.output(), proposed, context.out());
    return ExitCode.OK;
  }

  /** A table that was read. */
  private record Scanned(Dataset<Row> rows, TableFacts facts) {}

  private static Scanned scanned(ListedTable table, SourceTables sources, JobContext context) {
    context.progress().accept("reading " + table.name());
    SourceTable source = sources.open(table.source());
    return SourceFailures.explained(
        List.of(source),
        () ->
            new Scanned(
                source.rows(), KeyScan.facts(table.name(), source.rows(), table.declared())));
  }

  private static void tell(String output, List<ProposedTable> proposed, PrintWriter out) {
    summary(proposed).forEach(out::println);
    out.println("Review " + output + ", then run: ./mirrorlake profile --config " + output);
    out.flush();
  }

  private static List<String> summary(List<ProposedTable> tables) {
    TextTable page = TextTable.of("table", "rows", "role", "primary key", "refers to");
    for (ProposedTable table : tables) {
      page.row(
          table.name(),
          String.format(Locale.ROOT, "%,d", table.rows()),
          table.rows() == 0 ? "skipped" : table.reference() ? "reference" : "synthesized",
          String.join(", ", table.primaryKey()),
          table.references().stream()
              .map(
                  reference ->
                      reference.key().parent()
                          + " ("
                          + String.join(", ", reference.key().columns())
                          + ")")
              .collect(Collectors.joining("; ")));
    }
    return page.lines();
  }
}

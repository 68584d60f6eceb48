package io.mirrorlake.jobs.run;

import io.mirrorlake.jobs.configuration.DatasetConfiguration;
import io.mirrorlake.jobs.configuration.EffectiveConfiguration;
import io.mirrorlake.jobs.configuration.OrphanChoice;
import io.mirrorlake.jobs.configuration.TableConfiguration;
import io.mirrorlake.jobs.configuration.TableRoleChoice;
import io.mirrorlake.jobs.sink.OutputContent;
import io.mirrorlake.jobs.sink.OutputDirectory;
import io.mirrorlake.jobs.source.SourceFailures;
import io.mirrorlake.jobs.source.SourceTable;
import io.mirrorlake.jobs.source.SourceTables;
import io.mirrorlake.profiler.profile.Disclosure;
import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.ProfileJson;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.relation.TableRole;
import io.mirrorlake.profiler.spark.DatasetProfiler;
import io.mirrorlake.profiler.spark.DatasetTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.types.StructType;

/** Learns the profile of tables that belong together. */
public final class DatasetProfileRun implements Job<DatasetConfiguration> {
  @Override
  public ExitCode run(DatasetConfiguration configuration, JobContext context) {
    try (OutputDirectory output =
        OutputDirectory.prepare(
            configuration.output(),
            configuration.mode(),
            OutputContent.PROFILE,
            context.spark().sparkContext().hadoopConfiguration())) {
      context.progress().accept("opening " + configuration.profiled().size() + " tables");
      Map<String, SourceTable> sources = open(configuration, context);
      List<DatasetTable> tables = tables(configuration, sources);
      List<TableProfile> profiles =
          SourceFailures.explained(
              List.copyOf(sources.values()),
              () -> DatasetProfiler.of().profile(tables, context.progress()));
      Profile profile =
          new Profile(
              ProfileRun.provenance(EffectiveConfiguration.digest(configuration), context),
              new Disclosure(configuration.disclosure().minimumUnits(), Disclosure.ROW),
              profiles);
      output.write(ProfileStore.DOCUMENT, ProfileJson.write(profile));
      output.commit();
    }
    context.progress().accept("wrote the profile to " + configuration.output());
    return ExitCode.OK;
  }

  private static Map<String, SourceTable> open(
      DatasetConfiguration configuration, JobContext context) {
    SourceTables tables = SourceTables.of(context.spark());
    Map<String, SourceTable> sources = new LinkedHashMap<>();
    configuration
        .profiled()
        .forEach((name, table) -> sources.put(name, tables.open(table.source())));
    return sources;
  }

  private static List<DatasetTable> tables(
      DatasetConfiguration configuration, Map<String, SourceTable> sources) {
    Map<String, StructType> schemas = new LinkedHashMap<>();
    Map<String, List<String>> declared = new LinkedHashMap<>();
    sources.forEach(
        (name, source) -> {
          schemas.put(name, source.rows().schema());
          declared.put(name, source.primaryKey());
        });
    KeyRules rules = KeyRules.of(configuration, schemas, declared);
    List<DatasetTable> tables = new ArrayList<>();
    sources.forEach(
        (name, source) -> {
          TableConfiguration table =
              Objects.requireNonNull(configuration.profiled().get(name), name);
          tables.add(
              new DatasetTable(
                  name,
                  source.rows(),
                  source.description(),
                  table.role() == TableRoleChoice.REFERENCE
                      ? TableRole.REFERENCE
                      : TableRole.SYNTHESIZED,
                  rules.primaryKey(name),
                  references(table, rules),
                  table.orderBy(),
                  ProfileRules.options(configuration, name, source)));
        });
    return tables;
  }

  private static List<DeclaredReference> references(TableConfiguration table, KeyRules rules) {
    return table.references().stream()
        .map(
            reference ->
                new DeclaredReference(
                    reference.columns(),
                    reference.table(),
                    rules.parentColumns(reference),
                    reference.leading(),
                    reference.orphans() == OrphanChoice.REPRODUCE))
        .toList();
  }
}

package io.mirrorlake.synthesizer.source;

import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.TableProfile;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The entry point that Spark finds by the name {@code mirrorlake}. The schema is the profile's; no
 * other can be given.
 */
public final class MirrorlakeSource implements TableProvider, DataSourceRegister {
  /** The name in {@code format("mirrorlake")} and {@code USING mirrorlake}. */
  public static final String NAME = "mirrorlake";

  @Override
  public String shortName() {
    return NAME;
  }

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    TableProfile table = table(OptionName.select(options)).tables().get(0);
    return RowSchema.declared(table, table.fields());
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    Map<String, String> options = OptionName.select(properties);
    return SyntheticTable.of(table(options), options);
  }

  /** The profile with nothing but the table to read. */
  private static Profile table(Map<String, String> texts) {
    ReadOptions options = ReadOptions.of(texts);
    Profile profile = ProfileFile.read(options.profile());
    TableProfile table = options.table().map(profile::table).orElseGet(profile::onlyTable);
    return new Profile(profile.provenance(), profile.disclosure(), List.of(table));
  }
}

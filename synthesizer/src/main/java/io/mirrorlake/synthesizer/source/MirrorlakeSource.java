package io.mirrorlake.synthesizer.source;

import io.mirrorlake.profiler.profile.TableProfile;
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
    TableProfile table = table(OptionName.select(options)).table();
    return RowSchema.declared(table, table.fields());
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    Map<String, String> options = OptionName.select(properties);
    return SyntheticTable.of(table(options), options);
  }

  /** The table to read. */
  private static ChosenTable table(Map<String, String> texts) {
    ReadOptions options = ReadOptions.of(texts);
    return ChosenTable.of(ProfileFile.read(options.profile()), options);
  }
}

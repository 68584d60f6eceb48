package io.mirrorlake.synthesizer.source;

import io.mirrorlake.profiler.profile.TableProfile;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** A table of rows that are sampled when they are read. */
final class SyntheticTable implements SupportsRead {
  private final ChosenTable chosen;
  private final Map<String, String> options;

  private SyntheticTable(ChosenTable chosen, Map<String, String> options) {
    this.chosen = chosen;
    this.options = options;
  }

  /** The table, with the options it was loaded with. */
  static SyntheticTable of(ChosenTable chosen, Map<String, String> options) {
    return new SyntheticTable(chosen, Map.copyOf(options));
  }

  private TableProfile table() {
    return chosen.table();
  }

  @Override
  public String name() {
    return MirrorlakeSource.NAME + " " + table().name();
  }

  @Override
  public Column[] columns() {
    StructField[] fields = RowSchema.declared(table(), table().fields()).fields();
    Column[] columns = new Column[fields.length];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = Column.create(fields[i].name(), fields[i].dataType(), fields[i].nullable());
    }
    return columns;
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }

  /**
   * Options of the query, as in {@code SELECT ... FROM t WITH (rows = 10)}, win over those of the
   * table.
   */
  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap queryOptions) {
    Map<String, String> merged = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    merged.putAll(options);
    merged.putAll(queryOptions);
    return SyntheticScanBuilder.of(chosen, ReadOptions.of(merged));
  }
}

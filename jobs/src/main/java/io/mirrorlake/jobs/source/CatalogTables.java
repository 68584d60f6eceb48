package io.mirrorlake.jobs.source;

import io.mirrorlake.jobs.configuration.SourceConfiguration;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.Optional;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.SparkSession;

/** Tables and views of Spark's catalogs. */
final class CatalogTables {
  private final SparkSession spark;
  private final SourceConfiguration configuration;
  private final String name;

  private CatalogTables(SparkSession spark, SourceConfiguration configuration, String name) {
    this.spark = spark;
    this.configuration = configuration;
    this.name = name;
  }

  static CatalogTables of(SparkSession spark, SourceConfiguration configuration) {
    String path = configuration.path();
    boolean prefixed = path.startsWith(SourceConfiguration.CATALOG_PREFIX);
    String name = prefixed ? path.substring(SourceConfiguration.CATALOG_PREFIX.length()) : path;
    return new CatalogTables(spark, configuration, name);
  }

  SourceTable table() {
    if (!spark.catalog().tableExists(name)) {
      throw UserException.of(
          ErrorKind.SOURCE,
          "the catalog has no table '" + name + "'",
          "check the name; it is 'catalog:table', 'catalog:schema.table' or 'catalog:catalog.schema.table'");
    }
    DataFrameReader reader = spark.read().options(configuration.options());
    configuration.version().ifPresent(version -> reader.option("versionAsOf", version));
    configuration.timestamp().ifPresent(timestamp -> reader.option("timestampAsOf", timestamp));
    Optional<String> version =
        configuration.version().map(number -> Long.toString(number)).or(configuration::timestamp);
    String last = name.substring(name.lastIndexOf('.') + 1).replace("`", "");
    return SourceTable.of(
        last, reader.table(name), new SourceDescription("catalog", name, version));
  }
}

package io.mirrorlake.jobs.source;

import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.schema.UserException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A table that can be read.
 *
 * @param name a name for it, from its location
 * @param rows its rows; reading is lazy
 * @param description where it is, without credentials
 * @param primaryKey the columns of its primary key, where the source knows them
 * @param diagnosis looks for the values that could not be read, after reading failed
 */
public record SourceTable(
    String name,
    Dataset<Row> rows,
    SourceDescription description,
    List<String> primaryKey,
    Supplier<Optional<UserException>> diagnosis) {
  public SourceTable {
    primaryKey = List.copyOf(primaryKey);
  }

  static SourceTable of(String name, Dataset<Row> rows, SourceDescription description) {
    return new SourceTable(name, rows, description, List.of(), Optional::empty);
  }
}

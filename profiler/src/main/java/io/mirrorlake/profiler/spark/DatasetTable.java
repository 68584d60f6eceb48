package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.relation.TableRole;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One of the tables of a database that is profiled.
 *
 * @param name its name in the profile
 * @param rows its rows
 * @param description where they are read, for the profile
 * @param role what becomes of it
 * @param primaryKey the columns of its primary key, if it has one
 * @param references its foreign keys
 * @param orderBy the column in whose order a parent's children lie; found where it is not given
 * @param options what else holds for this table; its primary key is not looked at
 */
public record DatasetTable(
    String name,
    Dataset<Row> rows,
    SourceDescription description,
    TableRole role,
    List<String> primaryKey,
    List<DeclaredReference> references,
    Optional<String> orderBy,
    ProfileOptions options) {
  public DatasetTable {
    primaryKey = List.copyOf(primaryKey);
    references = List.copyOf(references);
  }

  /** The same table with other rows. */
  DatasetTable withRows(Dataset<Row> others) {
    return new DatasetTable(
        name, others, description, role, primaryKey, references, orderBy, options);
  }

  boolean isKept() {
    return role == TableRole.REFERENCE;
  }
}

package io.mirrorlake.jobs.run;

import static org.apache.spark.sql.functions.col;

import io.mirrorlake.jobs.source.Ddl;
import io.mirrorlake.jobs.source.SourceTable;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Makes a table have train's columns, or says how it differs. */
final class SchemaAgreement {
  private final SourceTable train;
  private final String role;

  private SchemaAgreement(SourceTable train, String role) {
    this.train = train;
    this.role = role;
  }

  /** The agreement of the table in this role ({@code holdout}, {@code synthetic}) with train. */
  static SchemaAgreement of(SourceTable train, String role) {
    return new SchemaAgreement(train, role);
  }

  /** The table with train's columns in train's order; further columns are left out. */
  SourceTable apply(SourceTable table) {
    StructType present = table.rows().schema();
    List<String> names = List.of(present.fieldNames());
    List<String> missing = new ArrayList<>();
    List<String> different = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (StructField wanted : train.rows().schema().fields()) {
      if (!names.contains(wanted.name())) {
        missing.add("'" + wanted.name() + "'");
        continue;
      }
      DataType type = present.fields()[present.fieldIndex(wanted.name())].dataType();
      if (!agrees(type, wanted.dataType())) {
        different.add(
            "'" + wanted.name() + "' is " + type.sql() + " in place of " + wanted.dataType().sql());
      }
      columns.add(col(Ddl.quoted(wanted.name())).cast(wanted.dataType()).as(wanted.name()));
    }
    require(missing, "lacks the columns ", table);
    require(different, "has other types: ", table);
    Dataset<Row> rows = table.rows().select(columns.toArray(Column[]::new));
    return new SourceTable(
        table.name(), rows, table.description(), table.primaryKey(), table.diagnosis());
  }

  /**
   * Numbers of different widths agree, as do the same types with and without time zone information.
   */
  private static boolean agrees(DataType present, DataType wanted) {
    return present.equals(wanted)
        || (present instanceof NumericType && wanted instanceof NumericType);
  }

  private void require(List<String> complaints, String verb, SourceTable table) {
    if (!complaints.isEmpty()) {
      String columns = Arrays.stream(train.rows().columns()).collect(Collectors.joining(", "));
      throw UserException.of(
          ErrorKind.SOURCE,
          "the "
              + role
              + " table at "
              + table.description().location()
              + " "
              + verb
              + String.join(", ", complaints),
          "give tables with the columns of train: " + columns);
    }
  }
}

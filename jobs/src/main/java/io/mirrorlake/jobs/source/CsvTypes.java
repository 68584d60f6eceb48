package io.mirrorlake.jobs.source;

import com.univocity.parsers.csv.CsvParser;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.csv.CSVInferSchema;
import org.apache.spark.sql.catalyst.csv.CSVOptions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Learns the types of CSV columns from their first values, by Spark's rules. The values are on the
 * driver already, so that a job of Spark would only cost its planning.
 */
final class CsvTypes {
  /** A number that would lose its leading zeros as a number: a postal code or an account. */
  private static final Pattern LEADING_ZERO = Pattern.compile("^[+-]?0[0-9]");

  /** A time of day, which Spark takes for that time of today. */
  private static final Pattern TIME_OF_DAY = Pattern.compile("[0-9]{1,2}:[0-9]{2}(:[0-9]{2}.*)?");

  private final CSVOptions options;

  private CsvTypes(CSVOptions options) {
    this.options = options;
  }

  static CsvTypes of(SparkSession spark, Map<String, String> options) {
    return new CsvTypes(
        new CSVOptions(
            Map$.MODULE$.from(CollectionConverters.asScala(options)),
            false,
            spark.conf().get("spark.sql.session.timeZone")));
  }

  /** The types of the columns of these names. */
  StructType learn(List<String> columns, RecordHead head) {
    CSVInferSchema rules = new CSVInferSchema(options);
    CsvParser parser = new CsvParser(options.asParserSettings());
    DataType[] types = new DataType[columns.size()];
    Arrays.fill(types, DataTypes.NullType);
    boolean[] coded = new boolean[types.length];
    String header = options.headerFlag() ? head.first().orElse("") : "";
    for (String csvRecord : head.all()) {
      // Further files repeat the header.
      String[] values = csvRecord.equals(header) ? null : parser.parseLine(csvRecord);
      if (values != null) {
        rules.inferRowType(types, values);
        markCodes(values, coded);
      }
    }
    StructField[] fields = rules.toStructFields(types, columns.toArray(String[]::new));
    for (int i = 0; i < fields.length; i++) {
      DataType type = fields[i].dataType();
      if (coded[i] && (type instanceof NumericType || type instanceof TimestampType)) {
        fields[i] = DataTypes.createStructField(fields[i].name(), DataTypes.StringType, true);
      }
    }
    return DataTypes.createStructType(fields);
  }

  private static void markCodes(String[] values, boolean[] coded) {
    for (int i = 0; i < Math.min(values.length, coded.length); i++) {
      coded[i] |=
          values[i] != null
              && (LEADING_ZERO.matcher(values[i]).find()
                  || TIME_OF_DAY.matcher(values[i]).matches());
    }
  }
}

package io.mirrorlake.evaluator.spark;

import static io.mirrorlake.evaluator.spark.CodedDataset.HASH;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Brings rows of a dataset into memory: all of them, or a simple random sample that is a pure
 * function of the rows and the seed, whatever their order, partitions or files.
 *
 * <p>Every copy of a row gets a number among its equals, and a priority that is a hash of the row's
 * content, this number and the seed; the rows with the smallest priorities are taken. The numbers
 * need no order among equal rows, so a count of each row's copies is enough; only hashes are
 * shuffled, and only chosen rows travel. The sample's order is that of the content hashes, which is
 * as good as random.
 */
final class RowSampler {
  private static final String COPIES = "copies";

  private final long seed;
  private final int most;

  RowSampler(long seed, int most) {
    this.seed = seed;
    this.most = most;
  }

  /** The rows, with the values first and the hash last. */
  List<Row> rows(CodedDataset dataset, long allRows) {
    Dataset<Row> hashed = dataset.hashed();
    int hash = dataset.columns().size();
    List<Row> rows =
        allRows <= most ? new ArrayList<>(hashed.collectAsList()) : sampled(hashed, hash);
    rows.sort(Comparator.comparingLong(row -> row.getLong(hash)));
    return rows;
  }

  private List<Row> sampled(Dataset<Row> hashed, int hash) {
    Dataset<Row> chosen =
        hashed
            .groupBy(HASH)
            .agg(count(lit(1)).as(COPIES))
            .select(col(HASH), explode(sequence(lit(1L), col(COPIES))).as("copy"))
            .withColumn("priority", xxhash64(lit(seed), col(HASH), col("copy")))
            .orderBy("priority", HASH, "copy")
            .limit(most)
            .groupBy(HASH)
            .agg(count(lit(1)).as(COPIES));
    List<Row> distinct =
        hashed
            .join(broadcast(chosen), HASH)
            .dropDuplicates(HASH)
            .select(columns(hash))
            .collectAsList();
    List<Row> rows = new ArrayList<>();
    for (Row row : distinct) {
      for (long copy = 0; copy < row.getLong(hash + 1); copy++) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static Column[] columns(int values) {
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < values; c++) {
      columns.add(col("v" + c));
    }
    columns.add(col(HASH));
    columns.add(col(COPIES));
    return columns.toArray(Column[]::new);
  }
}

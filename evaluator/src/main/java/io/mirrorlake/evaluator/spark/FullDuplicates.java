package io.mirrorlake.evaluator.spark;

import static io.mirrorlake.evaluator.spark.CodedDataset.HASH;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.mirrorlake.evaluator.privacy.DuplicateCounts;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Exact copies over all rows, by content hash: only hashes are shuffled.
 *
 * <p>Also with the larger of train and holdout thinned to the size of the smaller: a content with c
 * copies stays with probability {@code 1 - (1 - share)^c}, as it would if rows were drawn one by
 * one; whether it stays is a hash.
 *
 * @param equal with train and holdout equally large
 * @param all with train and holdout as they are
 */
record FullDuplicates(DuplicateCounts equal, DuplicateCounts all) {
  private static final double TWO_53 = 9007199254740992.0;

  /** The three datasets and their sizes. */
  record Sets(
      CodedDataset train,
      CodedDataset holdout,
      CodedDataset synthetic,
      long trainRows,
      long holdoutRows) {}

  static FullDuplicates of(Sets sets, long seed) {
    double fewer = Math.min(sets.trainRows, sets.holdoutRows);
    Dataset<Row> train =
        copies(sets.train, "train")
            .withColumn("trainKept", kept("train", fewer / sets.trainRows, seed));
    Dataset<Row> holdout =
        copies(sets.holdout, "holdout")
            .withColumn("holdoutKept", kept("holdout", fewer / sets.holdoutRows, seed));
    Dataset<Row> joined =
        copies(sets.synthetic, "rows")
            .join(train, usingHash(), "left")
            .join(holdout, usingHash(), "left");
    Column inTrain = col("train").isNotNull();
    Column inHoldout = col("holdout").isNotNull();
    Column trainKept = coalesce(col("trainKept"), lit(false));
    Column holdoutKept = coalesce(col("holdoutKept"), lit(false));
    Row row =
        joined
            .agg(
                coalesce(sum("rows"), lit(0L)),
                rows(inTrain),
                rows(inHoldout),
                rows(inTrain.and(inHoldout)),
                rows(trainKept),
                rows(holdoutKept),
                rows(trainKept.and(holdoutKept)))
            .head();
    long all = row.getLong(0);
    return new FullDuplicates(
        new DuplicateCounts(all, row.getLong(4), row.getLong(5), row.getLong(6)),
        new DuplicateCounts(all, row.getLong(1), row.getLong(2), row.getLong(3)));
  }

  /** The rows of a dataset, thinned as the counts are where it has more than wanted. */
  static Dataset<Row> thinned(CodedDataset dataset, double share, long seed) {
    return share >= 1
        ? dataset.hashed()
        : dataset
            .hashed()
            .join(
                copies(dataset, "copies").where(kept("copies", share, seed)),
                usingHash(),
                "left_semi");
  }

  private static String[] usingHash() {
    return new String[] {HASH};
  }

  private static Dataset<Row> copies(CodedDataset dataset, String name) {
    return dataset.hashed().groupBy(HASH).agg(count(lit(1)).as(name));
  }

  private static Column kept(String copies, double share, long seed) {
    Column uniform =
        shiftrightunsigned(xxhash64(lit(seed), lit(copies), col(HASH)), 11).divide(TWO_53);
    return uniform.lt(lit(1.0).minus(pow(lit(1 - share), col(copies))));
  }

  private static Column rows(Column condition) {
    return coalesce(sum(when(condition, col("rows")).otherwise(0L)), lit(0L));
  }
}

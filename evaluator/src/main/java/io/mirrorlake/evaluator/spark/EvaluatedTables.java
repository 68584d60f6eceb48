package io.mirrorlake.evaluator.spark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * What an evaluation is of.
 *
 * @param train the rows the generator saw
 * @param holdout real rows of the same kind that it never saw; without them train is split in
 *     halves, and privacy is not judged
 * @param reference more real rows that it never saw, as an attacker may have them; without them
 *     half of the holdout stands for them
 * @param synthetic the rows to judge
 * @param compared rows of another generator, to be scored beside
 */
public record EvaluatedTables(
    Dataset<Row> train,
    Optional<Dataset<Row>> holdout,
    Optional<Dataset<Row>> reference,
    Dataset<Row> synthetic,
    Optional<Dataset<Row>> compared) {
  /** Synthetic rows between real ones. */
  public static EvaluatedTables of(
      Dataset<Row> train, Dataset<Row> holdout, Dataset<Row> synthetic) {
    return new EvaluatedTables(
        train, Optional.of(holdout), Optional.empty(), synthetic, Optional.empty());
  }

  ComparedSchema.Schemas schemas() {
    Map<String, StructType> schemas = new LinkedHashMap<>();
    schemas.put("train", train.schema());
    holdout.ifPresent(rows -> schemas.put("holdout", rows.schema()));
    reference.ifPresent(rows -> schemas.put("reference", rows.schema()));
    schemas.put("synthetic", synthetic.schema());
    compared.ifPresent(rows -> schemas.put("compared", rows.schema()));
    return new ComparedSchema.Schemas(schemas);
  }
}

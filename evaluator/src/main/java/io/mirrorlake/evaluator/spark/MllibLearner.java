package io.mirrorlake.evaluator.spark;

import io.mirrorlake.evaluator.utility.DesignMatrix;
import io.mirrorlake.evaluator.utility.LabelledTable;
import io.mirrorlake.evaluator.utility.Learner;
import io.mirrorlake.evaluator.utility.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.VectorUDT;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * A model of Spark MLlib.
 *
 * <p>Rows lie in one partition in their given order. MLlib draws by partition and adds up over
 * partitions in the order in which tasks end, so only so is a model the same every time; several
 * models are trained at once instead.
 */
final class MllibLearner implements Learner {
  private final SparkSession spark;
  private final MllibModel model;

  private MllibLearner(SparkSession spark, MllibModel model) {
    this.spark = spark;
    this.model = model;
  }

  /** A learner for each model. */
  static List<Learner> all(SparkSession spark) {
    List<Learner> learners = new ArrayList<>();
    for (MllibModel model : MllibModel.values()) {
      learners.add(new MllibLearner(spark, model));
    }
    return learners;
  }

  @Override
  public String name() {
    return model.title();
  }

  @Override
  public boolean handles(Task task) {
    return model.handles(task);
  }

  @Override
  public double[][] predict(Task task, LabelledTable training, LabelledTable test, long seed) {
    // The test rows are real and the same for all trainings, so fitted on them the features are the
    // same too.
    DesignMatrix matrix =
        model.isTree() ? DesignMatrix.coded(test.features()) : DesignMatrix.oneHot(test.features());
    Dataset<Row> fitted = dataset(matrix, training).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Transformer trained = model.estimator(task, seed).fit(fitted);
      String output = task.isRegression() ? "prediction" : "probability";
      List<Row> rows = trained.transform(dataset(matrix, test)).select(output).collectAsList();
      return rows.stream().map(row -> prediction(task, row)).toArray(double[][]::new);
    } finally {
      fitted.unpersist();
    }
  }

  private static double[] prediction(Task task, Row row) {
    if (task.isRegression()) {
      return new double[] {row.getDouble(0)};
    }
    // A model that never saw the last classes gives them no probability.
    return Arrays.copyOf(row.<Vector>getAs(0).toArray(), task.classes().size());
  }

  private Dataset<Row> dataset(DesignMatrix matrix, LabelledTable table) {
    float[][] features = matrix.encode(table.features());
    List<Row> rows = new ArrayList<>(features.length);
    for (int row = 0; row < features.length; row++) {
      rows.add(RowFactory.create(table.label(row), vector(features[row])));
    }
    return spark.createDataFrame(rows, schema(matrix)).coalesce(1);
  }

  private static StructType schema(DesignMatrix matrix) {
    int[] labels = matrix.labels();
    Attribute[] attributes = new Attribute[labels.length];
    for (int feature = 0; feature < labels.length; feature++) {
      attributes[feature] =
          labels[feature] == 0
              ? NumericAttribute.defaultAttr().withIndex(feature)
              : NominalAttribute.defaultAttr().withIndex(feature).withNumValues(labels[feature]);
    }
    Metadata metadata = new AttributeGroup("features", attributes).toMetadata();
    return new StructType(
        new StructField[] {
          new StructField("label", DataTypes.DoubleType, false, Metadata.empty()),
          new StructField("features", new VectorUDT(), false, metadata)
        });
  }

  private static Vector vector(float[] features) {
    double[] values = new double[features.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = features[i];
    }
    return Vectors.dense(values).compressed();
  }
}

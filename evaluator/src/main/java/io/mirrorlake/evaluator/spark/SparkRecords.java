package io.mirrorlake.evaluator.spark;

import static org.apache.spark.sql.functions.col;

import io.mirrorlake.evaluator.nearest.Axis;
import io.mirrorlake.evaluator.nearest.GowerSpace;
import io.mirrorlake.evaluator.nearest.Neighbours;
import io.mirrorlake.evaluator.nearest.PointTree;
import io.mirrorlake.evaluator.nearest.Points;
import io.mirrorlake.evaluator.nearest.Records;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * All rows of a dataset as records, however many there are. The targets are broadcast; each task
 * reads its rows block by block, searches each block by a tree, and keeps two distances a target,
 * which are merged. Rows never meet rows in a join, and a task holds one block at a time. Records
 * are named by the hash of their content, so that partitions do not change the result.
 *
 * @param columns the columns of the rows, in order
 * @param rows the rows with their hashes
 */
record SparkRecords(List<ComparedColumn> columns, Dataset<Row> rows) implements Records {
  /** Rows of a block: 4 MB at 15 columns, and a tree deep enough to leave most of it out. */
  private static final int BLOCK_ROWS = 1 << 16;

  SparkRecords {
    columns = List.copyOf(columns);
  }

  @Override
  public Neighbours nearest(GowerSpace space, Points targets) {
    SparkSession spark = rows.sparkSession();
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<GowerSpace> place = context.broadcast(space);
    Broadcast<Points> sought = context.broadcast(targets);
    try {
      return rows.select(selected(space))
          .toJavaRDD()
          .mapPartitions(part -> search(part, place.value(), sought.value()))
          .fold(Neighbours.none(targets.size()), Neighbours::merge);
    } finally {
      List.of(place, sought).forEach(Broadcast::destroy);
    }
  }

  /** The columns of the space's axes, and the hash last. */
  private Column[] selected(GowerSpace space) {
    List<String> names = columns.stream().map(ComparedColumn::name).toList();
    List<Column> selected = new ArrayList<>();
    for (Axis axis : space.axes()) {
      selected.add(col("v" + names.indexOf(axis.name())));
    }
    selected.add(col(CodedDataset.HASH));
    return selected.toArray(Column[]::new);
  }

  private static Iterator<Neighbours> search(Iterator<Row> rows, GowerSpace space, Points targets) {
    Neighbours found = Neighbours.none(targets.size());
    int width = space.axes().size();
    while (rows.hasNext()) {
      int[][] coordinates = new int[width][BLOCK_ROWS];
      long[] names = new long[BLOCK_ROWS];
      int size = 0;
      while (size < BLOCK_ROWS && rows.hasNext()) {
        Row row = rows.next();
        for (int a = 0; a < width; a++) {
          coordinates[a][size] = coordinate(space.axes().get(a), row, a);
        }
        names[size++] = row.getLong(width);
      }
      PointTree.of(space.points(coordinates, size), names)
          .search(targets, 0, targets.size(), found);
    }
    return List.of(found).iterator();
  }

  private static int coordinate(Axis axis, Row row, int place) {
    if (row.isNullAt(place)) {
      return axis.ofMissing();
    }
    return axis.isNumber() ? axis.of(row.getDouble(place)) : axis.of(row.getString(place));
  }
}

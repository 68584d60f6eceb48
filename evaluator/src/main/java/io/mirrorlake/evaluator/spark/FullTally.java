package io.mirrorlake.evaluator.spark;

import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.tally.Tallies;
import io.mirrorlake.evaluator.tally.Tally;
import io.mirrorlake.evaluator.tally.TallyPlan;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;

/**
 * Counts all rows of a dataset in one pass. Memory does not grow with the rows: a task holds one
 * tally, and tallies are merged in a tree.
 */
final class FullTally implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Two levels keep the driver from merging the tallies of hundreds of tasks alone. */
  private static final int MERGE_DEPTH = 2;

  private final TallyPlan plan;

  private FullTally(TallyPlan plan) {
    this.plan = plan;
  }

  /**
   * Counts train, holdout and synthetic table.
   *
   * @param sets the three
   * @param samples rows of each, in the same columns; those of train and holdout cut the bins
   * @param ends the ends of each column of train
   * @param seed draws queries
   */
  static Tallies all(
      List<CodedDataset> sets, List<SampleTable> samples, List<TallyPlan.Ends> ends, long seed) {
    SampleTable train = samples.get(0);
    List<String> names = Tallies.counted(train);
    List<Integer> places = names.stream().map(name -> train.indexOf(name).orElseThrow()).toList();
    SampleTable real = train.append(samples.get(1)).select(column -> names.contains(column.name()));
    TallyPlan.Ruling ruling = TallyPlan.Ruling.of(real, places.stream().map(ends::get).toList());
    TallyPlan plan = Tallies.plan(ruling, seed);
    return new Tallies(
        names,
        ruling,
        of(sets.get(0), places, plan),
        of(sets.get(1), places, plan),
        of(sets.get(2), places, plan));
  }

  /**
   * Counts one.
   *
   * @param dataset the dataset
   * @param columns the places of the plan's columns among the dataset's
   * @param plan what to count
   */
  static Tally of(CodedDataset dataset, List<Integer> columns, TallyPlan plan) {
    FullTally tally = new FullTally(plan);
    Column[] values =
        columns.stream().map(c -> dataset.columns().get(c).values()).toArray(Column[]::new);
    return dataset
        .source()
        .select(values)
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitions(tally::count)
        .treeReduce(Tally::merge, MERGE_DEPTH);
  }

  private Iterator<Tally> count(Iterator<InternalRow> rows) {
    Tally tally = plan.start();
    int width = plan.width();
    double[] numbers = new double[width];
    @Nullable String[] labels = new String[width];
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      for (int c = 0; c < width; c++) {
        boolean missing = row.isNullAt(c);
        if (plan.isNumber(c)) {
          numbers[c] = missing ? Double.NaN : row.getDouble(c);
        } else {
          labels[c] = missing ? null : row.getUTF8String(c).toString();
        }
      }
      tally.add(numbers, labels);
    }
    return List.of(tally).iterator();
  }
}

package io.mirrorlake.evaluator.attack;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The probability of correct attribution (CAP): of the synthetic rows that agree with a person's
 * record in all other label columns, the share that has the record's label in the secret column,
 * averaged over the records that any synthetic row agrees with (Elliot 2014). SDMetrics'
 * CategoricalCAP is one minus it. It has no control group: a column that others decide scores badly
 * however the synthetic rows were made.
 *
 * @param column the secret
 * @param onTrain the probability for training rows
 * @param onControl the same for rows that nobody trained on
 */
public record CorrectAttribution(String column, double onTrain, double onControl) {

  /** Each label column as the secret, the others as what is known; none of fewer than two. */
  public static List<CorrectAttribution> of(AttackTables tables) {
    List<CategoryColumn> synthetic = labels(tables.synthetic());
    List<CategoryColumn> train = labels(tables.train());
    List<CategoryColumn> control = labels(tables.control());
    List<CorrectAttribution> found = new ArrayList<>();
    for (int c = 0; synthetic.size() > 1 && c < synthetic.size(); c++) {
      Map<List<Integer>, Map<Integer, Integer>> counts = counts(synthetic, c);
      found.add(
          new CorrectAttribution(
              synthetic.get(c).name(),
              probability(counts, train, c),
              probability(counts, control, c)));
    }
    return found;
  }

  private static List<CategoryColumn> labels(SampleTable table) {
    return table.columns().stream()
        .filter(CategoryColumn.class::isInstance)
        .map(CategoryColumn.class::cast)
        .toList();
  }

  private static Map<List<Integer>, Map<Integer, Integer>> counts(
      List<CategoryColumn> columns, int secret) {
    Map<List<Integer>, Map<Integer, Integer>> counts = new HashMap<>();
    for (int row = 0; row < columns.get(secret).rows(); row++) {
      counts
          .computeIfAbsent(known(columns, secret, row), key -> new HashMap<>())
          .merge(columns.get(secret).code(row), 1, Integer::sum);
    }
    return counts;
  }

  private static List<Integer> known(List<CategoryColumn> columns, int secret, int row) {
    return IntStream.range(0, columns.size())
        .filter(c -> c != secret)
        .mapToObj(c -> columns.get(c).code(row))
        .toList();
  }

  private static double probability(
      Map<List<Integer>, Map<Integer, Integer>> counts, List<CategoryColumn> columns, int secret) {
    double sum = 0;
    int matched = 0;
    for (int row = 0; row < columns.get(secret).rows(); row++) {
      Map<Integer, Integer> labels = counts.get(known(columns, secret, row));
      if (labels != null) {
        double all = labels.values().stream().mapToInt(Integer::intValue).sum();
        sum += labels.getOrDefault(columns.get(secret).code(row), 0) / all;
        matched++;
      }
    }
    return matched == 0 ? 0 : sum / matched;
  }
}

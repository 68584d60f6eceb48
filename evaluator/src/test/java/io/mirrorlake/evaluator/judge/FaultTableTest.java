package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.metric.Catalogue;
import io.mirrorlake.evaluator.metric.MetricGroup;
import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.IndependentMarginals;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.Tables;
import io.mirrorlake.evaluator.utility.BoostedLearner;
import io.mirrorlake.evaluator.utility.LabelledTable;
import io.mirrorlake.evaluator.utility.Learner;
import io.mirrorlake.evaluator.utility.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The faults of one table. Its population is {@link Tables#people} with a class that region and
 * gift decide too, and a code with twelve frequent labels, five rare ones, and one that nobody has.
 */
class FaultTableTest {
  private static final int ROWS = 2000;
  private static final int FREQUENT_LABELS = 12;
  private static final int RARE_LABELS = 5;
  private static final int UNHEARD_LABEL = FREQUENT_LABELS + RARE_LABELS;

  /** 14 rows each. */
  private static final double RARE_SHARE = 0.007;

  /** What the tables of relations and sequences are for. */
  private static final Set<MetricGroup> ELSEWHERE =
      EnumSet.of(MetricGroup.RELATIONS, MetricGroup.SEQUENCES);

  /**
   * Two values decide the range of a column, and that of a heavy tail is another one in every fresh
   * table.
   */
  private static final Set<String> BLIND = Set.of("rangeCoverage");

  private static final SampleTable TRAIN = rows(1);
  private static final SampleTable HOLDOUT = rows(2);
  private static final SampleTable GOOD = rows(3);
  private static final SampleTable REFERENCE = rows(4);

  private static SampleTable rows(long seed) {
    SampleTable people = Tables.people(ROWS, seed);
    SplittableRandom random = new SplittableRandom(-seed);
    int[] codes = new int[ROWS];
    int[] classes = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      int rare = (int) (random.nextDouble() / RARE_SHARE);
      codes[row] = rare < RARE_LABELS ? FREQUENT_LABELS + rare : random.nextInt(FREQUENT_LABELS);
      double score =
          ((NumberColumn) people.column(1)).value(row)
              + (((NumberColumn) people.column(2)).value(row) > 0 ? 15 : 0)
              + (((CategoryColumn) people.column(3)).code(row) == 0 ? 20 : 0);
      classes[row] = score + 6 * random.nextGaussian() > 70 ? 1 : 0;
    }
    List<SampleColumn> columns =
        new ArrayList<>(TableFaults.with(people, Tables.categories("class", 2, classes)).columns());
    columns.add(
        CategoryColumn.of(
            "code",
            IntStream.rangeClosed(0, UNHEARD_LABEL).mapToObj(i -> "code " + i).toList(),
            codes));
    return SampleTable.of(columns);
  }

  private static Map<String, SampleTable> faults() {
    Map<String, SampleTable> faults = new LinkedHashMap<>();
    faults.put("shuffled columns", IndependentMarginals.of(GOOD, 1));
    faults.put("10 % noise", TableFaults.noisy(GOOD));
    faults.put(
        "5 % copied",
        TRAIN
            .append(GOOD)
            .take(IntStream.range(0, ROWS).map(i -> i < ROWS / 20 ? i : ROWS + i).toArray()));
    faults.put("mode collapse", collapsed());
    faults.put("lost tail", withoutTail());
    faults.put("swapped labels", recoded("class", code -> 1 - code));
    faults.put("all copied", TRAIN);
    faults.put("nulls and labels", filledIn());
    faults.put(FaultTable.NOTHING, rows(99));
    return faults;
  }

  /** Half of the rows are copies of twenty others. */
  private static SampleTable collapsed() {
    return GOOD.take(
        IntStream.range(0, ROWS).map(i -> i < ROWS / 2 ? i : ROWS / 2 + i % 20).toArray());
  }

  /** Rows with an income or a gift above the 98th percentile are left out. */
  private static SampleTable withoutTail() {
    NumberColumn income = (NumberColumn) column("income");
    NumberColumn gift = (NumberColumn) column("gift");
    double rich = income.sorted()[ROWS * 98 / 100];
    double generous = gift.sorted()[ROWS * 98 / 100];
    int[] inside =
        IntStream.range(0, ROWS)
            .filter(row -> income.value(row) <= rich && gift.value(row) <= generous)
            .toArray();
    return GOOD.take(inside);
  }

  /**
   * Missing ages are filled in, one rare label stands for all, and 1 % of the labels are made up.
   */
  private static SampleTable filledIn() {
    NumberColumn age = (NumberColumn) column("age");
    double[] present = age.sorted();
    Draw draw = Draw.of(1, "filled in");
    double[] ages =
        IntStream.range(0, ROWS)
            .mapToDouble(
                row ->
                    age.isMissing(row)
                        ? present[(int) (draw.uniform() * present.length)]
                        : age.value(row))
            .toArray();
    SampleTable labels =
        recoded(
            "code",
            code -> draw.uniform() < 0.01 ? UNHEARD_LABEL : Math.min(code, FREQUENT_LABELS));
    return TableFaults.with(labels, Tables.numbers("age", ages));
  }

  private static SampleTable recoded(String name, IntUnaryOperator code) {
    CategoryColumn labels = (CategoryColumn) column(name);
    return TableFaults.with(
        GOOD,
        CategoryColumn.of(
            name, labels.labels(), IntStream.range(0, ROWS).map(labels::code).map(code).toArray()));
  }

  private static SampleColumn column(String name) {
    return GOOD.column(GOOD.indexOf(name).orElseThrow());
  }

  /** Boosted trees that see some columns only, so that some learners are surely worse. */
  private record Blinkered(Set<String> columns) implements Learner {
    @Override
    public String name() {
      return "histogram boosting on " + columns;
    }

    @Override
    public boolean handles(Task task) {
      return BoostedLearner.of().handles(task);
    }

    @Override
    public double[][] predict(Task task, LabelledTable training, LabelledTable test, long seed) {
      return BoostedLearner.of().predict(task, seen(training), seen(test), seed);
    }

    private LabelledTable seen(LabelledTable table) {
      return LabelledTable.of(
          table.features().select(column -> columns.contains(column.name())), table.labels());
    }
  }

  private static EvaluationReport judge(SampleTable synthetic) {
    EvaluationOptions options =
        EvaluationOptions.defaults()
            .withTarget("class")
            .withGroups(List.of("region"))
            .withProbes(800);
    Engines engines =
        new Engines(
            List.of(
                BoostedLearner.of(),
                new Blinkered(Set.of("age")),
                new Blinkered(Set.of("region"))));
    return Judge.of(options, engines, step -> {})
        .judge(Evidence.of(TRAIN, HOLDOUT, synthetic).withReference(REFERENCE));
  }

  @Test
  void everyMarkOfTheDocumentHolds() throws IOException {
    FaultTable.of(
            "faults",
            Catalogue.all().stream().filter(one -> !ELSEWHERE.contains(one.group())).toList(),
            IntStream.range(0, FaultTable.FRESH).mapToObj(i -> rows(10 + i)).toList(),
            faults(),
            FaultTableTest::judge)
        .verify(BLIND);
  }
}

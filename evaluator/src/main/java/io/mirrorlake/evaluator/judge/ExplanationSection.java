package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.boosting.BoostedTrees;
import io.mirrorlake.evaluator.boosting.BoostingOptions;
import io.mirrorlake.evaluator.boosting.Loss;
import io.mirrorlake.evaluator.fidelity.ContingencyTable;
import io.mirrorlake.evaluator.metric.MetricGroup;
import io.mirrorlake.evaluator.panel.Cell;
import io.mirrorlake.evaluator.panel.Heading;
import io.mirrorlake.evaluator.panel.Panel;
import io.mirrorlake.evaluator.panel.TablePanel;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.tally.Tallies;
import io.mirrorlake.evaluator.twosample.TwoSampleTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * By which columns and pairs boosted trees tell synthetic from train rows, and an example of what
 * differs there: the bin, or the combination of bins, with the largest difference of shares over
 * all rows.
 */
final class ExplanationSection {
  /** Enough to find the differences that matter; the test itself is cross-validated with more. */
  private static final int ROWS = 20_000;

  private static final int SHOWN = 15;

  private final Tallies tallies;
  private final List<String> names;
  private final BoostedTrees trees;

  private ExplanationSection(Case tables) {
    this.tallies = tables.fullScale().tallies();
    Scene scene = tables.coarse();
    this.names = scene.train().names();
    int rows = Math.min(ROWS, Math.min(scene.train().rows(), scene.synthetic().rows()));
    Draw draw = Draw.of(scene.seed(), "explanation");
    SampleTable pooled = draw.rows(scene.train(), rows).append(draw.rows(scene.synthetic(), rows));
    double[] response =
        IntStream.range(0, pooled.rows()).mapToDouble(row -> row < rows ? 0 : 1).toArray();
    BoostingOptions options = BoostingOptions.of(Draw.seedOf(scene.seed(), "explanation trees"));
    this.trees = BoostedTrees.fit(pooled, response, Loss.LOGISTIC, options);
  }

  static Contribution examine(Case tables) {
    int rows = Math.min(tables.coarse().train().rows(), tables.coarse().synthetic().rows());
    if (rows < TwoSampleTest.MIN_ROWS) {
      return Contribution.of();
    }
    ExplanationSection section = new ExplanationSection(tables);
    return Contribution.of(List.of(), List.of(section.panel()));
  }

  /** A column, or a pair of columns, and what its splits gain. */
  private record Used(int first, int second, double share) {}

  private Panel panel() {
    List<List<Cell>> rows = new ArrayList<>();
    double[] shares = trees.gainShares();
    ranked(IntStream.range(0, shares.length).mapToObj(f -> new Used(f, -1, shares[f])).toList())
        .forEach(used -> rows.add(columnRow(used)));
    ranked(pairs()).forEach(used -> rows.add(pairRow(used)));
    return new TablePanel(
        new Panel.Label(
            "explanation",
            MetricGroup.MISSING,
            "What tells synthetic rows",
            "Columns, then pairs, by the share of what boosted trees gain in telling synthetic from train rows: of a"
                + " column by its splits, of a pair by splits on one right below splits on the other. The example is"
                + " the bin or combination whose share differs most, over all rows. Where the two-sample test is near"
                + " 0.5 the ranking means nothing."),
        List.of(
            Heading.column("column", "Column"),
            Heading.column("with", "With"),
            Heading.share("gain", "Gain"),
            Heading.text("example", "Example"),
            Heading.share("train", "Train"),
            Heading.share("synthetic", "Synthetic")),
        rows);
  }

  private List<Used> pairs() {
    double[][] shares = trees.pairGainShares();
    List<Used> pairs = new ArrayList<>();
    for (int f = 0; f < shares.length; f++) {
      for (int g = f + 1; g < shares.length; g++) {
        pairs.add(new Used(f, g, shares[f][g]));
      }
    }
    return pairs;
  }

  private static List<Used> ranked(List<Used> all) {
    return all.stream()
        .filter(used -> used.share > 0)
        .sorted(Comparator.comparingDouble(used -> -used.share))
        .limit(SHOWN)
        .toList();
  }

  private List<Cell> columnRow(Used used) {
    String name = names.get(used.first);
    int column = tallies.names().indexOf(name);
    if (column < 0) {
      return cells(name, Cell.none(), used.share, List.of(Cell.none(), Cell.none(), Cell.none()));
    }
    double[] train = tallies.train().codeCounts(column);
    double[] made = tallies.synthetic().codeCounts(column);
    double trainRows = tallies.train().rows();
    double madeRows = tallies.synthetic().rows();
    int worst = 0;
    for (int code = 0; code < train.length; code++) {
      if (Math.abs(made[code] / madeRows - train[code] / trainRows)
          > Math.abs(made[worst] / madeRows - train[worst] / trainRows)) {
        worst = code;
      }
    }
    return cells(
        name,
        Cell.none(),
        used.share,
        List.of(
            Cell.of(tallies.named(column, worst)),
            Cell.of(train[worst] / trainRows),
            Cell.of(made[worst] / madeRows)));
  }

  private List<Cell> pairRow(Used used) {
    String first = names.get(used.first);
    String second = names.get(used.second);
    int pair = pairOf(tallies.names().indexOf(first), tallies.names().indexOf(second));
    List<Cell> example = pair < 0 ? List.of(Cell.none(), Cell.none(), Cell.none()) : example(pair);
    return cells(first, Cell.of(second), used.share, example);
  }

  private int pairOf(int first, int second) {
    return IntStream.range(0, tallies.plan().pairs())
        .filter(
            pair ->
                tallies.plan().first(pair) == Math.min(first, second)
                    && tallies.plan().second(pair) == Math.max(first, second))
        .findFirst()
        .orElse(-1);
  }

  private List<Cell> example(int pair) {
    ContingencyTable train = tallies.train().pair(pair).table();
    ContingencyTable made = tallies.synthetic().pair(pair).table();
    int worstFirst = 0;
    int worstSecond = 0;
    double gap = -1;
    for (int a = 0; a < train.firstSize(); a++) {
      for (int b = 0; b < train.secondSize(); b++) {
        double difference = Math.abs(made.share(a, b) - train.share(a, b));
        if (difference > gap) {
          gap = difference;
          worstFirst = a;
          worstSecond = b;
        }
      }
    }
    return List.of(
        Cell.of(tallies.combination(pair, worstFirst, worstSecond)),
        Cell.of(train.share(worstFirst, worstSecond)),
        Cell.of(made.share(worstFirst, worstSecond)));
  }

  private static List<Cell> cells(String column, Cell with, double gain, List<Cell> example) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.of(column), with, Cell.of(gain)));
    cells.addAll(example);
    return cells;
  }
}

package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.comparison.PairComparison;
import io.mirrorlake.evaluator.comparison.SpuriousPairs;
import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.MetricGroup;
import io.mirrorlake.evaluator.metric.PairMetrics;
import io.mirrorlake.evaluator.panel.Cell;
import io.mirrorlake.evaluator.panel.Heading;
import io.mirrorlake.evaluator.panel.Panel;
import io.mirrorlake.evaluator.panel.TablePanel;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.tally.PairTally;
import io.mirrorlake.evaluator.tally.PairTally.Kind;
import io.mirrorlake.evaluator.tally.Tallies;
import io.mirrorlake.evaluator.tally.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** All pairs of columns, over all rows. */
final class PairCounts {
  private static final Set<Kind> ANY = EnumSet.allOf(Kind.class);
  private static final int SHOWN = 30;

  private final Tallies tallies;
  private final List<PairComparison> synthetic;
  private final List<PairComparison> holdout;
  private final List<PairComparison> independent;

  private PairCounts(Tallies tallies) {
    this.tallies = tallies;
    Tally train = tallies.train();
    this.synthetic = all(pair -> PairComparison.of(train.pair(pair), other(pair)));
    this.holdout = all(pair -> PairComparison.of(train.pair(pair), tallies.holdout().pair(pair)));
    this.independent = all(pair -> PairComparison.independent(train.pair(pair)));
  }

  private PairTally other(int pair) {
    return tallies.synthetic().pair(pair);
  }

  private List<PairComparison> all(IntFunction<PairComparison> comparison) {
    return IntStream.range(0, tallies.plan().pairs()).parallel().mapToObj(comparison).toList();
  }

  static Contribution examine(Case tables) {
    PairCounts pairs = new PairCounts(tables.fullScale().tallies());
    SpuriousPairs found = pairs.unlike(pairs.tallies.synthetic());
    return Contribution.of(pairs.outcomes(found), List.of(pairs.panel(found), pairs.worst()));
  }

  private SpuriousPairs unlike(Tally table) {
    return SpuriousPairs.of(tallies.train(), tallies.holdout(), table);
  }

  private List<Outcome> outcomes(SpuriousPairs found) {
    Set<Kind> numbers = EnumSet.of(Kind.NUMBERS);
    return List.of(
        outcome(PairMetrics.CONTINGENCY_SIMILARITY, ANY, PairComparison::similarity),
        unlike(PairMetrics.SPURIOUS_PAIRS, found, SpuriousPairs::spuriousShare),
        unlike(PairMetrics.LOST_PAIRS, found, SpuriousPairs::lostShare),
        outcome(PairMetrics.PEARSON_ERROR, numbers, PairComparison::pearsonError),
        outcome(PairMetrics.SPEARMAN_ERROR, numbers, PairComparison::spearmanError),
        outcome(PairMetrics.CRAMERS_V_ERROR, EnumSet.of(Kind.LABELS), PairComparison::cramersError),
        outcome(
            PairMetrics.CORRELATION_RATIO_ERROR,
            EnumSet.of(Kind.MIXED),
            PairComparison::correlationRatioError),
        outcome(PairMetrics.MUTUAL_INFORMATION_ERROR, ANY, PairComparison::informationError),
        outcome(PairMetrics.CORRELATION_SIMILARITY, numbers, pair -> 1 - pair.pearsonError() / 2));
  }

  private Outcome outcome(Metric metric, Set<Kind> kinds, ToDoubleFunction<PairComparison> score) {
    if (synthetic.stream().noneMatch(pair -> kinds.contains(pair.kind()))) {
      return Outcome.notComputed(metric, "needs a pair of such columns");
    }
    return Outcome.measured(
        metric,
        Measurement.of(
            mean(synthetic, kinds, score),
            0,
            mean(holdout, kinds, score),
            mean(independent, kinds, score)));
  }

  private static double mean(
      List<PairComparison> pairs, Set<Kind> kinds, ToDoubleFunction<PairComparison> score) {
    return pairs.stream()
        .filter(pair -> kinds.contains(pair.kind()))
        .mapToDouble(score)
        .average()
        .orElse(0);
  }

  private Outcome unlike(
      Metric metric, SpuriousPairs found, ToDoubleFunction<SpuriousPairs> score) {
    if (synthetic.isEmpty()) {
      return Outcome.notComputed(metric, "needs at least two columns in each table");
    }
    return Outcome.measured(
        metric,
        Measurement.of(score.applyAsDouble(found), 0)
            .withCeiling(score.applyAsDouble(unlike(tallies.holdout()))));
  }

  private Panel panel(SpuriousPairs found) {
    List<List<Cell>> rows = new ArrayList<>();
    byInformation(found.spurious(), PairComparison::found)
        .forEach(pair -> rows.add(row("made up", pair)));
    byInformation(found.lost(), PairComparison::real).forEach(pair -> rows.add(row("lost", pair)));
    return new TablePanel(
        new Panel.Label(
            "unlikePairs",
            MetricGroup.PAIRS,
            "Associations made up or lost",
            "Of "
                + found.independent().size()
                + " pairs that are independent in the real tables "
                + found.spurious().size()
                + " are dependent in the synthetic one; of "
                + found.dependent().size()
                + " dependent ones "
                + found.lost().size()
                + " are independent there. Strengths are normalised mutual information."),
        List.of(
            Heading.text("what", "What"),
            Heading.column("first", "Column"),
            Heading.column("second", "With"),
            Heading.number("train", "Train"),
            Heading.number("synthetic", "Synthetic")),
        rows.stream().limit(SHOWN).toList());
  }

  private List<Integer> byInformation(
      List<Integer> pairs, Function<PairComparison, PairComparison.Association> side) {
    return pairs.stream()
        .sorted(
            Comparator.comparingDouble(
                pair -> -side.apply(synthetic.get(pair)).mutualInformation()))
        .toList();
  }

  private List<Cell> row(String what, int pair) {
    PairComparison found = synthetic.get(pair);
    return List.of(
        Cell.of(what),
        Cell.of(name(tallies.plan().first(pair))),
        Cell.of(name(tallies.plan().second(pair))),
        Cell.of(found.real().mutualInformation()),
        Cell.of(found.found().mutualInformation()));
  }

  private String name(int column) {
    return tallies.names().get(column);
  }

  private Panel worst() {
    List<List<Cell>> rows =
        IntStream.range(0, synthetic.size())
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                    pair -> synthetic.get(pair).similarity() - holdout.get(pair).similarity()))
            .limit(SHOWN)
            .map(this::similarityRow)
            .toList();
    return new TablePanel(
        new Panel.Label(
            "contingency",
            MetricGroup.PAIRS,
            "Pairs that share the least mass",
            "Contingency similarity over bins shared by all tables, over all rows; the worst beside their ceiling"
                + " come first."),
        List.of(
            Heading.column("first", "Column"),
            Heading.column("second", "With"),
            Heading.number("similarity", "Similarity"),
            Heading.number("ceiling", "Holdout's"),
            Heading.number("floor", "If independent")),
        rows);
  }

  private List<Cell> similarityRow(int pair) {
    return List.of(
        Cell.of(name(tallies.plan().first(pair))),
        Cell.of(name(tallies.plan().second(pair))),
        Cell.of(synthetic.get(pair).similarity()),
        Cell.of(holdout.get(pair).similarity()),
        Cell.of(independent.get(pair).similarity()));
  }
}

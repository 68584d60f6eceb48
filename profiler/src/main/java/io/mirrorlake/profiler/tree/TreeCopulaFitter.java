package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.fit.CodedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Fits a tree copula whose trees do not remember rows.
 *
 * <p>A quarter of the rows is held out first, in small tables each one in turn. The order of the
 * columns is chosen that foretells them best. Then trees are grown on the other rows ever more
 * cautiously, until rows drawn from them lie hardly nearer to rows they were grown on than to as
 * many held out; then they are grown on all rows with that caution.
 */
public final class TreeCopulaFitter {
  /**
   * How trees are grown, boldest first: penalties in nats for a degree of freedom (chance alone
   * gains a half; three leaves what is all but certain) on ever smaller bags.
   */
  private static final List<Caution> CAUTIONS =
      List.of(
          new Caution(0.85, 1.6),
          new Caution(0.8, 1.75),
          new Caution(0.7, 2.0),
          new Caution(0.6, 2.25),
          new Caution(0.5, 2.75),
          new Caution(0.4, 3.5));

  /** Few trees of bolder ones would be judged by noise. */
  private static final Caution COMPARED = new Caution(0.6, 2.0);

  /**
   * How far a trial's nearest share may lie above one half: trees grown on all rows remember less
   * than those of the trial, and the share's own standard error is a fifth of this.
   */
  private static final double ALLOWED_EXCESS = 0.018;

  /** The same for rows that a ratio accepted: one quarter tells their share less surely. */
  private static final double RATIO_EXCESS = 0.03;

  /** The rows of the trial at most: enough for the share, and few enough to compare in seconds. */
  private static final int TRIAL_ROWS = 32_768;

  /** The held-out rows of a trial: a share has a standard error of about 0.006. */
  private static final int JUDGED_ROWS = 8_000;

  private final TreeSample sample;
  private final TreeGrowth growth;
  private final List<Part> parts;
  private final ColumnTasks tasks;
  private final int minimumUnits;
  private final long secret;
  private final TreeBudget budget;

  /**
   * How cautiously trees are grown.
   *
   * @param bagShare the share of the rows that each tree's questions are found on
   * @param penalty what a split has to gain for each degree of freedom, in nats
   */
  public record Caution(double bagShare, double penalty) {
    TreeOptions options(int minimumUnits, TreeBudget budget) {
      return TreeOptions.of(minimumUnits, bagShare, penalty, budget);
    }
  }

  /**
   * A fitted copula.
   *
   * @param copula the copula
   * @param caution how its trees were grown
   * @param nearestShare what share of rows drawn in the trial lay nearer to rows grown on
   * @param accuracy the trial's 3-way accuracy against the held-out rows, before any are accepted
   * @param ratioGain what a density ratio gained in the trial, in nats a row; 0 where there is none
   */
  public record Fit(
      TreeCopula copula, Caution caution, double nearestShare, double accuracy, double ratioGain) {}

  private TreeCopulaFitter(TreeSample sample, int minimumUnits, long secret, ColumnTasks tasks) {
    List<CodeColumn> columns = new ArrayList<>();
    sample.given().forEach(given -> columns.add(CodeColumn.of(given)));
    sample.columns().forEach(column -> columns.add(CodeColumn.of(column)));
    this.sample = sample;
    this.tasks = tasks;
    this.minimumUnits = minimumUnits;
    this.secret = secret;
    TrialRows rows = TrialRows.of(columns.get(0).rows(), TRIAL_ROWS, new SplittableRandom(secret));
    this.budget = TreeBudget.of(columns.size());
    TreeOptions options = COMPARED.options(minimumUnits, budget).withTrees(budget.comparedTrees());
    DependenceStrength strength = DependenceStrength.of(columns);
    KnownFirst known = sample.known();
    TrialColumns trial =
        new TrialColumns(
            columns, known, strength, new TrialColumns.Growing(options, sample.units()), secret);
    List<Integer> given = IntStream.range(0, columns.size()).boxed().toList();
    List<Integer> dependent = ColumnOrder.of(strength, columns);
    TreeGrowth plain =
        trial.inOrder(
            OrderChoice.of(known.inPlace(dependent), known.inPlace(given), trial, rows, tasks));
    int count = parts(rows.heldOut(0).length, trial.parts());
    // Tables with relatives are many, and nothing was measured that they gain by scores.
    this.growth =
        sample.isByItself()
            ? plain.withScores(
                ScoreChoice.of(
                    parts(plain, rows, count), sample.links().deciders().keySet(), tasks))
            : plain;
    this.parts = parts(growth, rows, count);
  }

  private static List<Part> parts(TreeGrowth growth, TrialRows rows, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            part ->
                new Part(
                    growth.withRows(rows.learned(part)),
                    growth.withRows(rows.heldOut(part)).columns()))
        .toList();
  }

  /**
   * How many quarters are held out in turn. A share has the standard error of as many held-out
   * rows, so that in a small table one quarter decides on the caution by chance.
   */
  private static int parts(int heldOut, int most) {
    return heldOut == 0 ? 1 : Math.min((JUDGED_ROWS + heldOut - 1) / heldOut, most);
  }

  /**
   * A trial's rows.
   *
   * @param learned the growth on three quarters of the rows
   * @param heldOut the other rows
   */
  record Part(TreeGrowth learned, List<CodeColumn> heldOut) {}

  /**
   * A fitter for these columns, which have the same rows.
   *
   * @param minimumUnits k: a leaf is learned from more units
   * @param secret decides which rows each tree sees, and how leaves are told; never written
   *     anywhere
   * @param tasks where columns are grown
   */
  public static TreeCopulaFitter of(
      TreeSample sample, int minimumUnits, long secret, ColumnTasks tasks) {
    return new TreeCopulaFitter(sample, minimumUnits, secret, tasks);
  }

  /** A fitter for the columns of a table by itself. */
  public static TreeCopulaFitter of(
      List<CodedColumn> sample, int minimumUnits, long secret, ColumnTasks tasks) {
    return of(TreeSample.of(sample, RowUnits.ROWS), minimumUnits, secret, tasks);
  }

  /** The copula of a table with relatives. */
  public Fit fit() {
    return fit(false);
  }

  /** The copula of a table by itself, with a density ratio where that is worth it. */
  public Fit fitByItself() {
    return fit(true);
  }

  private Fit fit(boolean byItself) {
    int cautious = 0;
    List<Trial> trials = trials(CAUTIONS.get(cautious));
    while (cautious < CAUTIONS.size() - 1 && remembers(score(trials))) {
      trials = trials(CAUTIONS.get(++cautious));
    }
    HeldOutScore score = score(trials);
    Optional<Fit> corrected =
        byItself ? corrected(trials.get(0), score.accuracy(), cautious) : Optional.empty();
    return corrected.isPresent() ? corrected.get() : plain(CAUTIONS.get(cautious), score);
  }

  private Fit plain(Caution caution, HeldOutScore score) {
    TreeOptions options = caution.options(minimumUnits, budget);
    List<TreeColumn> columns =
        decided(tasks.run(growth.withOptions(options).drawnWhere(sample.links().flags())));
    List<GivenColumn> given = sample.given().stream().map(GivenCodes::column).toList();
    TreeCopula copula = new TreeCopula(given, columns.subList(given.size(), columns.size()));
    return new Fit(copula, caution, score.nearestShare(), score.accuracy(), 0);
  }

  /**
   * The fit with a density ratio, where that is worth it. Rows that are accepted are those that
   * look real, and rows that are remembered do: so trees are grown with a step more of caution, or
   * with as many as it takes.
   */
  private Optional<Fit> corrected(Trial trial, double accuracy, int cautious) {
    RatioFitter ratios =
        new RatioFitter(
            COMPARED.options(minimumUnits, budget).leafUnits(),
            sample.links().deciders().keySet(),
            secret);
    Part part = parts.get(0);
    Optional<RatioFitter.Found> found = ratios.find(trial.grown(), part.heldOut());
    int last = CAUTIONS.size() - 1;
    for (int step = Math.min(cautious + 1, last); found.isPresent() && step <= last; step++) {
      Caution caution = CAUTIONS.get(step);
      found = ratios.find(grown(part.learned().withOptions(trialOptions(caution))), part.heldOut());
      Optional<HeldOutScore> score =
          found.map(of -> new HeldOutScore(score(of.accepted(), part).nearestShare(), accuracy));
      if (score.isPresent() && score.get().nearestShare() <= 0.5 + RATIO_EXCESS) {
        return corrected(caution, score.get(), found.get(), ratios);
      }
    }
    return Optional.empty();
  }

  private Optional<Fit> corrected(
      Caution caution, HeldOutScore score, RatioFitter.Found found, RatioFitter ratios) {
    RatioFitter.Grown all = grown(growth.withOptions(caution.options(minimumUnits, budget)));
    return ratios
        .fit(all, found.trees())
        .map(ratio -> new TreeCopula(List.of(), decided(all.trees()), Optional.of(ratio)))
        .map(
            copula ->
                new Fit(copula, caution, score.nearestShare(), score.accuracy(), found.gain()));
  }

  /**
   * The trees, without those of columns that are decided: in trials, these follow their decider.
   */
  private List<TreeColumn> decided(List<TreeColumn> trees) {
    Map<String, String> deciders = sample.links().deciders();
    return trees.stream()
        .map(
            column -> {
              String decider = deciders.get(column.name());
              return decider == null
                  ? column
                  : TreeColumn.decided(column.name(), column.starts(), column.ordered(), decider);
            })
        .toList();
  }

  private RatioFitter.Grown grown(TreeGrowth some) {
    return new RatioFitter.Grown(some, tasks.run(some));
  }

  private static boolean remembers(HeldOutScore score) {
    return score.nearestShare() > 0.5 + ALLOWED_EXCESS;
  }

  /** The mean of all parts. */
  private static HeldOutScore score(List<Trial> trials) {
    return mean(trials.stream().map(Trial::score).toList());
  }

  private static HeldOutScore mean(List<HeldOutScore> scores) {
    return new HeldOutScore(
        mean(scores, HeldOutScore::nearestShare), mean(scores, HeldOutScore::accuracy));
  }

  private static <T> double mean(List<T> all, ToDoubleFunction<T> of) {
    return all.stream().mapToDouble(of).average().orElseThrow();
  }

  /**
   * Trees grown for a trial.
   *
   * @param grown the trees
   * @param score of rows drawn from the trees
   */
  private record Trial(RatioFitter.Grown grown, HeldOutScore score) {}

  private TreeOptions trialOptions(Caution caution) {
    return caution.options(minimumUnits, budget).withTrees(budget.trialTrees());
  }

  private List<Trial> trials(Caution caution) {
    TreeOptions options = trialOptions(caution);
    return parts.stream().map(part -> trial(options, part)).toList();
  }

  private Trial trial(TreeOptions options, Part part) {
    TreeGrowth learned = part.learned().withOptions(options);
    RatioFitter.Grown grown = grown(learned);
    int rows = learned.columns().get(0).rows();
    // What is given is of none of the rows that are compared with those held out.
    List<CodeColumn> drawn =
        grown.drawFrom(
            part.heldOut().get(0).rows(),
            Math.max(rows, HeldOutScore.PROBES),
            new SplittableRandom(rows));
    return new Trial(grown, score(drawn, part));
  }

  private HeldOutScore score(List<CodeColumn> drawn, Part part) {
    // As many as are held out; rows stand in a random order.
    int[] asMany = IntStream.range(0, part.heldOut().get(0).rows()).toArray();
    return HeldOutScore.of(
        own(complete(drawn, part)),
        own(part.learned().withRows(asMany).columns()),
        own(part.heldOut()));
  }

  /** The columns that are not given. */
  private List<CodeColumn> own(List<CodeColumn> columns) {
    return columns.subList(sample.given().size(), columns.size());
  }

  /** Rows that are drawn, with what follows from their columns. */
  private List<CodeColumn> complete(List<CodeColumn> drawn, Part part) {
    return DecidedCodes.in(
        drawn,
        part.learned().columns(),
        sample.links().deciders(),
        new SplittableRandom(drawn.get(0).rows()));
  }

  /** The 3-way accuracy of a Gaussian copula of the same columns against the held-out rows. */
  public double accuracy(GaussianCopula gaussian) {
    return mean(
        parts,
        part -> {
          List<CodeColumn> learned = part.learned().columns();
          int rows = learned.get(0).rows();
          return HeldOutScore.accuracy(
              complete(
                  GaussianSampler.draw(gaussian, learned, rows, new SplittableRandom(rows)), part),
              part.heldOut());
        });
  }
}

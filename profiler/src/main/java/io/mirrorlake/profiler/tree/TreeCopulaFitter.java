package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.GivenColumn.Origin;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.fit.CodedColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
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

  /** The rows of the trial at most: enough for the share, and few enough to compare in seconds. */
  private static final int TRIAL_ROWS = 32_768;

  /** The held-out rows of a trial: a share has a standard error of about 0.006. */
  private static final int JUDGED_ROWS = 8_000;

  private final Sample sample;
  private final TreeGrowth growth;
  private final List<Part> parts;
  private final ColumnTasks tasks;
  private final int minimumUnits;
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
   * @param accuracy the trial's 3-way accuracy against the held-out rows
   */
  public record Fit(TreeCopula copula, Caution caution, double nearestShare, double accuracy) {}

  /**
   * What trees are grown on, all of the same rows.
   *
   * @param given what is known of a row before its columns are drawn
   * @param columns the columns
   * @param first how many of the columns are drawn first, as they stand
   * @param flags for each column that only some rows draw, the column that says by its first code
   *     that they do
   * @param units whose the rows are
   * @param followers for references to further parents the columns that ask what is given of these
   */
  public record Sample(
      List<GivenCodes> given,
      List<CodedColumn> columns,
      int first,
      Map<String, String> flags,
      RowUnits units,
      Map<String, Set<String>> followers) {
    public Sample {
      given = List.copyOf(given);
      columns = List.copyOf(columns);
      flags = Map.copyOf(flags);
      followers = Map.copyOf(followers);
    }

    /** A table by itself. */
    public static Sample of(List<CodedColumn> columns, RowUnits units) {
      return new Sample(List.of(), columns, 0, Map.of(), units, Map.of());
    }

    /**
     * Further parents are chosen by the columns that are drawn first. So no column knows what these
     * parents are like but those that follow them, which no other column knows, not even of the
     * sibling before.
     */
    private KnownFirst known() {
      List<GivenColumn> all = given.stream().map(GivenCodes::column).toList();
      Set<String> following =
          followers.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
      Map<Integer, Set<Integer>> last = new HashMap<>();
      for (int column = first; column < columns.size(); column++) {
        String name = columns.get(column).name();
        if (following.contains(name)) {
          last.put(given.size() + column, where(all, of -> !follows(name, of)));
        }
      }
      return new KnownFirst(given.size(), first, last, where(all, of -> isLate(of, following)));
    }

    private boolean follows(String column, GivenColumn of) {
      return of.origin() != Origin.FURTHER
          || followers.getOrDefault(of.reference(), Set.of()).contains(column);
    }

    private static boolean isLate(GivenColumn of, Set<String> following) {
      return of.origin() == Origin.FURTHER
          || (of.origin() == Origin.PREVIOUS && following.contains(of.column()));
    }

    private static Set<Integer> where(List<GivenColumn> all, Predicate<GivenColumn> is) {
      return IntStream.range(0, all.size())
          .filter(i -> is.test(all.get(i)))
          .boxed()
          .collect(Collectors.toSet());
    }
  }

  private TreeCopulaFitter(Sample sample, int minimumUnits, long secret, ColumnTasks tasks) {
    List<CodeColumn> columns = new ArrayList<>();
    sample.given().forEach(given -> columns.add(CodeColumn.of(given)));
    sample.columns().forEach(column -> columns.add(CodeColumn.of(column)));
    this.sample = sample;
    this.tasks = tasks;
    this.minimumUnits = minimumUnits;
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
    this.growth =
        trial.inOrder(
            OrderChoice.of(known.inPlace(dependent), known.inPlace(given), trial, rows, tasks));
    this.parts =
        IntStream.range(0, parts(rows.heldOut(0).length, trial.parts()))
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
  private record Part(TreeGrowth learned, List<CodeColumn> heldOut) {}

  /**
   * A fitter for these columns, which have the same rows.
   *
   * @param minimumUnits k: a leaf is learned from more units
   * @param secret decides which rows each tree sees, and how leaves are told; never written
   *     anywhere
   * @param tasks where columns are grown
   */
  public static TreeCopulaFitter of(
      Sample sample, int minimumUnits, long secret, ColumnTasks tasks) {
    return new TreeCopulaFitter(sample, minimumUnits, secret, tasks);
  }

  /** A fitter for the columns of a table by itself. */
  public static TreeCopulaFitter of(
      List<CodedColumn> sample, int minimumUnits, long secret, ColumnTasks tasks) {
    return of(Sample.of(sample, RowUnits.ROWS), minimumUnits, secret, tasks);
  }

  /** The copula. */
  public Fit fit() {
    Caution caution = CAUTIONS.get(0);
    HeldOutScore score = trial(caution);
    for (int c = 1; c < CAUTIONS.size() && remembers(score); c++) {
      caution = CAUTIONS.get(c);
      score = trial(caution);
    }
    TreeOptions options = caution.options(minimumUnits, budget);
    List<TreeColumn> columns = tasks.run(growth.withOptions(options).drawnWhere(sample.flags()));
    List<TreeColumn> drawn = columns.subList(sample.given().size(), columns.size());
    List<GivenColumn> given = sample.given().stream().map(GivenCodes::column).toList();
    return new Fit(new TreeCopula(given, drawn), caution, score.nearestShare(), score.accuracy());
  }

  private static boolean remembers(HeldOutScore score) {
    return score.nearestShare() > 0.5 + ALLOWED_EXCESS;
  }

  /** The mean of all parts. */
  private HeldOutScore trial(Caution caution) {
    List<HeldOutScore> scores = parts.stream().map(part -> trial(caution, part)).toList();
    return new HeldOutScore(
        mean(scores, HeldOutScore::nearestShare), mean(scores, HeldOutScore::accuracy));
  }

  private static <T> double mean(List<T> all, ToDoubleFunction<T> of) {
    return all.stream().mapToDouble(of).average().orElseThrow();
  }

  private HeldOutScore trial(Caution caution, Part part) {
    TreeGrowth learned = part.learned();
    List<CodeColumn> heldOut = part.heldOut();
    int rows = learned.columns().get(0).rows();
    TreeOptions options = caution.options(minimumUnits, budget).withTrees(budget.trialTrees());
    TreeGrowth trial = learned.withOptions(options);
    List<CodeColumn> drawn =
        CodeSampler.draw(
            trial,
            tasks.run(trial),
            Math.max(rows, HeldOutScore.PROBES),
            new SplittableRandom(rows));
    // As many as are held out; rows stand in a random order.
    int[] asMany = IntStream.range(0, heldOut.get(0).rows()).toArray();
    return HeldOutScore.of(own(drawn), own(learned.withRows(asMany).columns()), own(heldOut));
  }

  /** The columns that are not given. */
  private List<CodeColumn> own(List<CodeColumn> columns) {
    return columns.subList(sample.given().size(), columns.size());
  }

  /** The 3-way accuracy of a Gaussian copula of the same columns against the held-out rows. */
  public double accuracy(GaussianCopula gaussian) {
    return mean(
        parts,
        part -> {
          List<CodeColumn> learned = part.learned().columns();
          int rows = learned.get(0).rows();
          return HeldOutScore.accuracy(
              GaussianSampler.draw(gaussian, learned, rows, new SplittableRandom(rows)),
              part.heldOut());
        });
  }
}

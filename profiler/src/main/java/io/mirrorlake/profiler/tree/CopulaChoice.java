package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.Copula;
import io.mirrorlake.profiler.copula.DensityRatio;
import io.mirrorlake.profiler.copula.IndependentCopula;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.fit.CodedColumn;
import io.mirrorlake.profiler.fit.Dependence;
import io.mirrorlake.profiler.fit.GaussianCopulaFitter;
import io.mirrorlake.profiler.marginal.Marginal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The copula that the options ask for, or the one that suits the sample best.
 *
 * @param copula the copula
 * @param categoryOrders for every nominal column the order its categories must be put in, where the
 *     copula needs one: position i takes the category now at order[i]
 * @param notes how the copula came about, for a reviewer
 */
public record CopulaChoice(Copula copula, Map<String, int[]> categoryOrders, List<String> notes) {
  /**
   * Trees must be better by more than the accuracy's own noise, or the smaller and smoother model
   * stays.
   */
  private static final double NOTABLE = 0.002;

  public CopulaChoice {
    notes = List.copyOf(notes);
  }

  /**
   * A table by itself: columns that have the same rows.
   *
   * @param drawn the columns that are drawn
   * @param decided columns that others decide, by values that trees' codes do not tell apart
   * @param deciders which column decides each of them
   * @param units whose the rows are
   */
  public record Alone(
      List<CodedColumn> drawn,
      List<CodedColumn> decided,
      Map<String, String> deciders,
      RowUnits units) {
    public Alone {
      drawn = List.copyOf(drawn);
      decided = List.copyOf(decided);
      deciders = Map.copyOf(deciders);
    }

    /**
     * Columns that are drawn, with those others whose deciders have more values than trees have
     * codes for: days, of which only some are holidays.
     *
     * @param lookups columns of the same rows, each with the name of its decider
     */
    public static Alone of(
        List<CodedColumn> drawn, Map<CodedColumn, String> lookups, RowUnits units) {
      Set<String> coarse =
          drawn.stream().filter(Alone::isCoarse).map(CodedColumn::name).collect(Collectors.toSet());
      List<CodedColumn> decided =
          lookups.keySet().stream()
              .filter(column -> coarse.contains(lookups.get(column)))
              .sorted(Comparator.comparing(CodedColumn::name))
              .toList();
      Map<String, String> deciders =
          decided.stream().collect(Collectors.toMap(CodedColumn::name, lookups::get));
      return new Alone(drawn, decided, deciders, units);
    }

    /** Whether codes stand for several values. */
    private static boolean isCoarse(CodedColumn column) {
      Marginal marginal = column.marginal();
      int values = marginal.segmentCount() + (marginal.nullProbability() > 0 ? 1 : 0);
      return CodeScale.of(marginal, column.rows()).size() < values;
    }

    /** Columns of which none decides another. */
    public static Alone of(List<CodedColumn> drawn, RowUnits units) {
      return new Alone(drawn, List.of(), Map.of(), units);
    }

    private TreeSample trees(List<CodedColumn> ordered) {
      return TreeSample.of(
          Stream.concat(ordered.stream(), decided.stream()).toList(), deciders, units);
    }
  }

  /**
   * The copula of these columns, which have the same rows.
   *
   * @param policy how many units a leaf is learned from; its secret decides which rows each tree
   *     sees
   * @param tasks where trees are grown
   */
  public static CopulaChoice of(
      Alone sample, Dependence dependence, DisclosurePolicy policy, ColumnTasks tasks) {
    return switch (dependence) {
      case INDEPENDENT -> new CopulaChoice(new IndependentCopula(), Map.of(), List.of());
      case GAUSSIAN -> gaussian(GaussianCopulaFitter.fit(sample.drawn()), List.of());
      case TREE -> {
        GaussianCopulaFitter.Fit gaussian = GaussianCopulaFitter.fit(sample.drawn(), true);
        TreeCopulaFitter.Fit fit =
            trees(sample.trees(ordered(sample, gaussian)), policy, tasks).fitByItself();
        yield new CopulaChoice(fit.copula(), gaussian.categoryOrders(), List.of(trial(fit)));
      }
      case AUTO -> better(sample, policy, tasks);
    };
  }

  private static CopulaChoice gaussian(GaussianCopulaFitter.Fit fit, List<String> notes) {
    return new CopulaChoice(fit.copula(), fit.categoryOrders(), notes);
  }

  private static CopulaChoice better(Alone sample, DisclosurePolicy policy, ColumnTasks tasks) {
    GaussianCopulaFitter.Fit gaussian = GaussianCopulaFitter.fit(sample.drawn(), true);
    TreeCopulaFitter fitter = trees(sample.trees(ordered(sample, gaussian)), policy, tasks);
    TreeCopulaFitter.Fit tree = fitter.fitByItself();
    double accuracy = fitter.accuracy(gaussian.copula());
    boolean trees = tree.accuracy() > accuracy + NOTABLE;
    String reason =
        String.format(
            Locale.ROOT,
            "dependence auto took the %s: 3-way accuracy against held-out rows %.3f with trees,"
                + " %.3f with the Gaussian copula",
            trees ? "tree copula" : "Gaussian copula",
            tree.accuracy(),
            accuracy);
    return trees
        ? new CopulaChoice(tree.copula(), gaussian.categoryOrders(), List.of(reason, trial(tree)))
        : gaussian(gaussian, List.of(reason));
  }

  private static List<CodedColumn> ordered(Alone sample, GaussianCopulaFitter.Fit gaussian) {
    List<CodedColumn> ordered = new ArrayList<>();
    for (CodedColumn column : sample.drawn()) {
      int[] order = gaussian.categoryOrders().get(column.name());
      ordered.add(order == null ? column : column.withOrder(order));
    }
    return ordered;
  }

  private static TreeCopulaFitter trees(
      TreeSample sample, DisclosurePolicy policy, ColumnTasks tasks) {
    return TreeCopulaFitter.of(sample, policy.minimumUnits(), policy.secret(), tasks);
  }

  /** Trees of a table with relatives, of whose rows something is given. */
  public static CopulaChoice among(TreeSample sample, DisclosurePolicy policy, ColumnTasks tasks) {
    TreeCopulaFitter.Fit fit = trees(sample, policy, tasks).fit();
    return new CopulaChoice(fit.copula(), Map.of(), List.of(trial(fit)));
  }

  private static String trial(TreeCopulaFitter.Fit fit) {
    return String.format(
        Locale.ROOT,
        "trees grown on bags of %.1f of the rows with a penalty of %.1f nats a degree of freedom;"
            + " in a trial on three quarters of the rows"
            + " %.3f of the drawn rows were nearer to rows grown on than to rows held out%s",
        fit.caution().bagShare(),
        fit.caution().penalty(),
        fit.nearestShare(),
        fit.copula().ratio().map(ratio -> accepted(fit, ratio)).orElse(""));
  }

  private static String accepted(TreeCopulaFitter.Fit fit, DensityRatio ratio) {
    return String.format(
        Locale.ROOT,
        "; rows are accepted by a density ratio of %d trees, which in the trial gained %.3f nats a"
            + " row over chance in telling rows held out from rows drawn, and is cut off at %.1f",
        ratio.trees().size(),
        fit.ratioGain(),
        ratio.bound());
  }
}

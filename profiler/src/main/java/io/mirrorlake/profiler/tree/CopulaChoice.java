package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.Copula;
import io.mirrorlake.profiler.copula.DensityRatio;
import io.mirrorlake.profiler.copula.IndependentCopula;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.fit.CodedColumn;
import io.mirrorlake.profiler.fit.Dependence;
import io.mirrorlake.profiler.fit.GaussianCopulaFitter;
import io.mirrorlake.profiler.tree.TreeCopulaFitter.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
   * The copula of these columns, which have the same rows.
   *
   * @param policy how many units a leaf is learned from; its secret decides which rows each tree
   *     sees
   * @param units whose the rows are
   * @param tasks where trees are grown
   */
  public static CopulaChoice of(
      List<CodedColumn> sample,
      Dependence dependence,
      DisclosurePolicy policy,
      RowUnits units,
      ColumnTasks tasks) {
    return switch (dependence) {
      case INDEPENDENT -> new CopulaChoice(new IndependentCopula(), Map.of(), List.of());
      case GAUSSIAN -> gaussian(GaussianCopulaFitter.fit(sample), List.of());
      case TREE -> {
        TreeCopulaFitter.Fit fit = trees(Sample.of(sample, units), policy, tasks).fitByItself();
        yield new CopulaChoice(fit.copula(), Map.of(), List.of(trial(fit)));
      }
      case AUTO -> better(sample, policy, units, tasks);
    };
  }

  private static CopulaChoice gaussian(GaussianCopulaFitter.Fit fit, List<String> notes) {
    return new CopulaChoice(fit.copula(), fit.categoryOrders(), notes);
  }

  private static CopulaChoice better(
      List<CodedColumn> sample, DisclosurePolicy policy, RowUnits units, ColumnTasks tasks) {
    GaussianCopulaFitter.Fit gaussian = GaussianCopulaFitter.fit(sample);
    List<CodedColumn> ordered = new ArrayList<>();
    for (CodedColumn column : sample) {
      int[] order = gaussian.categoryOrders().get(column.name());
      ordered.add(order == null ? column : column.withOrder(order));
    }
    TreeCopulaFitter fitter = trees(Sample.of(ordered, units), policy, tasks);
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

  private static TreeCopulaFitter trees(Sample sample, DisclosurePolicy policy, ColumnTasks tasks) {
    return TreeCopulaFitter.of(sample, policy.minimumUnits(), policy.secret(), tasks);
  }

  /** Trees of a table with relatives, of whose rows something is given. */
  public static CopulaChoice among(Sample sample, DisclosurePolicy policy, ColumnTasks tasks) {
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

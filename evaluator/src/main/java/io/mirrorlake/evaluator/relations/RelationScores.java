package io.mirrorlake.evaluator.relations;

import io.mirrorlake.evaluator.boosting.BoostingOptions;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.twosample.TwoSampleResult;
import io.mirrorlake.evaluator.twosample.TwoSampleTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How well one reference's families are kept.
 *
 * @param fanOut the shape of the numbers of children
 * @param association mean error of the associations between parents' and children's columns; empty
 *     where either side has no column, or there are too few parents
 * @param siblings mean error of the sibling similarities; likewise
 * @param joined the two-sample test on parents joined with aggregates of their children; empty
 *     where there are fewer than 200 parents a half
 * @param columns sibling similarity by column of the children, over all families
 * @param tells what the joined test found most telling
 */
public record RelationScores(
    FanOutScores fanOut,
    Optional<Compared> association,
    Optional<Compared> siblings,
    Optional<Compared> joined,
    List<SiblingColumn> columns,
    List<TwoSampleResult.Importance> tells) {
  /** With fewer parents a half, associations are noise. */
  private static final int MIN_PARENTS = 20;

  private static final int MOST_TELLING = 8;

  public RelationScores {
    columns = List.copyOf(columns);
    tells = List.copyOf(tells);
  }

  /**
   * The similarity of siblings in one column.
   *
   * @param column of the children
   * @param real eta squared, or tau, among the real families
   * @param synthetic among the synthetic ones
   */
  public record SiblingColumn(String column, double real, double synthetic) {}

  /**
   * The fan-outs of a reference over all rows, and samples of its families.
   *
   * @param realFanOuts of all real parents
   * @param syntheticFanOuts of all synthetic parents
   * @param real some real families
   * @param synthetic some synthetic families with the same columns
   */
  public record Evidence(
      FanOuts realFanOuts, FanOuts syntheticFanOuts, Families real, Families synthetic) {}

  /** The scores; a function of the evidence and the seed. */
  public static RelationScores of(Evidence evidence, long seed) {
    FanOutScores fanOut = FanOutScores.of(evidence.realFanOuts, evidence.syntheticFanOuts, seed);
    Halves halves = Halves.of(evidence.real, evidence.synthetic, seed);
    boolean both = evidence.real.children().width() > 0;
    boolean enough = halves.parents() >= MIN_PARENTS && halves.synthetic().children().rows() > 0;
    Optional<TwoSampleResult> test =
        both ? joined(halves.synthetic(), halves, seed) : Optional.empty();
    return new RelationScores(
        fanOut,
        both && enough && evidence.real.parents().width() > 0
            ? Optional.of(association(halves, seed))
            : Optional.empty(),
        both && enough ? Optional.of(siblings(halves)) : Optional.empty(),
        test.map(
            result ->
                new Compared(
                    result.area(),
                    joined(halves.other(), halves, seed).orElseThrow().area(),
                    joined(halves.dealt(), halves, seed).orElseThrow().area(),
                    result.standardError())),
        both ? columns(evidence) : List.of(),
        test.map(RelationScores::tells).orElse(List.of()));
  }

  /**
   * The mean error of the associations alone, for columns of the parents' own parents.
   *
   * @return empty where there are too few parents, or a side without columns
   */
  public static Optional<Compared> association(Families real, Families synthetic, long seed) {
    Halves halves = Halves.of(real, synthetic, seed);
    return halves.parents() >= MIN_PARENTS
            && halves.synthetic().children().rows() > 0
            && real.parents().width() > 0
            && real.children().width() > 0
        ? Optional.of(association(halves, seed))
        : Optional.empty();
  }

  private static Compared association(Halves halves, long seed) {
    ParentChildAssociation reference = ParentChildAssociation.of(halves.reference(), seed);
    return Compared.of(
        halves, families -> reference.meanError(ParentChildAssociation.of(families, seed)));
  }

  private static Compared siblings(Halves halves) {
    double[] reference = similarities(halves.reference());
    return Compared.of(halves, families -> meanError(reference, similarities(families)));
  }

  private static double[] similarities(Families families) {
    return families.children().columns().stream()
        .mapToDouble(column -> SiblingSimilarity.of(families, column))
        .toArray();
  }

  /** A column without variance in both is right; in one of the two, it is as wrong as can be. */
  private static double meanError(double[] first, double[] second) {
    double sum = 0;
    for (int c = 0; c < first.length; c++) {
      boolean none = Double.isNaN(first[c]) || Double.isNaN(second[c]);
      boolean neither = Double.isNaN(first[c]) && Double.isNaN(second[c]);
      double error = none ? 1 : Math.abs(first[c] - second[c]);
      sum += neither ? 0 : error;
    }
    return first.length == 0 ? 0 : sum / first.length;
  }

  private static Optional<TwoSampleResult> joined(Families families, Halves halves, long seed) {
    if (halves.parents() < TwoSampleTest.MIN_ROWS) {
      return Optional.empty();
    }
    SampleTable real = JoinedAggregates.of(halves.reference());
    return Optional.of(
        TwoSampleTest.of(
            real,
            JoinedAggregates.of(families),
            BoostingOptions.of(Draw.seedOf(seed, "joined test"))));
  }

  private static List<TwoSampleResult.Importance> tells(TwoSampleResult result) {
    return result.importances().stream()
        .sorted(Comparator.comparingDouble(importance -> -importance.share()))
        .limit(MOST_TELLING)
        .toList();
  }

  private static List<SiblingColumn> columns(Evidence evidence) {
    List<SiblingColumn> columns = new ArrayList<>();
    for (int c = 0; c < evidence.real.children().width(); c++) {
      SampleColumn real = evidence.real.children().column(c);
      columns.add(
          new SiblingColumn(
              real.name(),
              SiblingSimilarity.of(evidence.real, real),
              SiblingSimilarity.of(evidence.synthetic, evidence.synthetic.children().column(c))));
    }
    return columns;
  }
}

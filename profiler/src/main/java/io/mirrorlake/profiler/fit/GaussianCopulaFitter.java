package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.copula.CorrelationMatrix;
import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.Latent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Fits a Gaussian copula to a sample of codes: nominal categories are put in their correspondence
 * order, every pair of latent variables gets its matched correlation, and the matrix is repaired
 * where it is not positive definite. Cost: O(rows x latents^2).
 */
public final class GaussianCopulaFitter {
  /** Trees have a code for each of so many categories, and matrices of pairs stay small. */
  private static final int MAX_ON_ONE_AXIS = 255;

  private final List<Latent> latents = new ArrayList<>();
  private final List<CodeGroups> groups = new ArrayList<>();
  private final Map<String, int[]> orders = new LinkedHashMap<>();

  private GaussianCopulaFitter() {}

  /**
   * A fitted copula.
   *
   * @param copula the copula
   * @param categoryOrders for every nominal column the order its categories must be put in:
   *     position i takes the category now at order[i]
   */
  public record Fit(GaussianCopula copula, Map<String, int[]> categoryOrders) {}

  /** The copula of these columns, which have the same rows. */
  public static Fit fit(List<CodedColumn> columns) {
    return fit(columns, false);
  }

  /**
   * The same.
   *
   * @param clustered whether many categories are ordered for trees too, so that runs of neighbours
   *     are alike
   */
  public static Fit fit(List<CodedColumn> columns, boolean clustered) {
    GaussianCopulaFitter fitter = new GaussianCopulaFitter();
    fitter.order(columns, clustered);
    columns.forEach(fitter::addLatents);
    return new Fit(fitter.copula(), fitter.orders);
  }

  private void order(List<CodedColumn> columns, boolean clustered) {
    List<CodeGroups> unordered =
        columns.stream().map(column -> CodeGroups.of(column.codes(), identity(column))).toList();
    for (int i = 0; i < columns.size(); i++) {
      CodedColumn column = columns.get(i);
      if (column.isNominal() && column.movableCodes() > 1) {
        orders.put(column.name(), ordered(column, others(unordered, i), clustered));
      }
    }
  }

  private static List<CodeGroups> others(List<CodeGroups> columns, int but) {
    List<CodeGroups> others = new ArrayList<>(columns);
    others.remove(but);
    return others;
  }

  private static int[] ordered(CodedColumn column, List<CodeGroups> others, boolean clustered) {
    int categories = column.movableCodes();
    if (categories <= MAX_ON_ONE_AXIS) {
      return CorrespondenceOrder.of(
          categories, others.stream().map(other -> table(column, other)).toList());
    }
    List<long[][]> strongest = StrongestTables.of(others, other -> table(column, other));
    return clustered
        ? CategoryBisection.of(categories, strongest)
        : CategoryBisection.onOneAxis(categories, strongest);
  }

  private static int[] identity(CodedColumn column) {
    return IntStream.range(0, column.marginal().segmentCount()).toArray();
  }

  private static long[][] table(CodedColumn column, CodeGroups other) {
    long[][] table = new long[column.marginal().segmentCount()][other.size()];
    short[] codes = column.codes();
    for (int row = 0; row < codes.length; row++) {
      if (codes[row] >= 0 && other.of(row) >= 0) {
        table[codes[row]][other.of(row)]++;
      }
    }
    return table;
  }

  private void addLatents(CodedColumn column) {
    double q = column.marginal().nullProbability();
    if (column.marginal().segmentCount() > 1) {
      int[] order = identity(column);
      int[] moved = orders.getOrDefault(column.name(), new int[0]);
      System.arraycopy(moved, 0, order, 0, moved.length);
      latents.add(new Latent(column.name(), Latent.Role.VALUE));
      groups.add(CodeGroups.of(column.codes(), order));
    }
    if (q > 0 && q < 1) {
      latents.add(new Latent(column.name(), Latent.Role.MISSING));
      groups.add(CodeGroups.ofNulls(column.codes()));
    }
  }

  private GaussianCopula copula() {
    if (latents.isEmpty()) {
      return new GaussianCopula(List.of(), CorrelationMatrix.ofLowerTriangle(new double[0][]), 0);
    }
    RealMatrix matched = MatchedCorrelations.of(groups);
    RealMatrix repaired = NearestCorrelation.of(matched);
    double change = repaired.subtract(matched).getFrobeniusNorm();
    return new GaussianCopula(latents, rounded(repaired), Rounding.correlation(change));
  }

  static CorrelationMatrix rounded(RealMatrix matrix) {
    double[][] lower = new double[matrix.getRowDimension()][];
    for (int i = 0; i < lower.length; i++) {
      lower[i] = new double[i];
      for (int j = 0; j < i; j++) {
        lower[i][j] = Rounding.correlation(matrix.getEntry(i, j));
      }
    }
    return CorrelationMatrix.ofLowerTriangle(lower);
  }
}

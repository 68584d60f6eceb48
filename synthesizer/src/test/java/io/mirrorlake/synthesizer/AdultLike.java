package io.mirrorlake.synthesizer;

import io.mirrorlake.profiler.copula.CodeParts;
import io.mirrorlake.profiler.copula.CodeSet;
import io.mirrorlake.profiler.copula.CodeTree;
import io.mirrorlake.profiler.copula.CorrelationMatrix;
import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.Latent;
import io.mirrorlake.profiler.copula.Latent.Role;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A table of the shape of the census table "adult", on which speed is measured: six integers, one
 * of them nearly always zero and one with some 20,000 values in 250 segments, and nine string
 * columns of 2 to 42 categories, all correlated.
 */
public final class AdultLike {
  /** The categories of the string columns. */
  private static final int[] CATEGORIES = {8, 16, 7, 14, 6, 5, 2, 42, 2};

  /** Distinct values of the integer columns besides the special ones, each value a point mass. */
  private static final int[] POINT_MASSES = {73, 16, 119, 92};

  /** Every pair of latents has it. */
  private static final double CORRELATION = 0.3;

  private AdultLike() {}

  /** The profile of the table. */
  public static TableProfile table() {
    List<ColumnProfile> columns = new ArrayList<>();
    for (int i = 0; i < POINT_MASSES.length; i++) {
      columns.add(integers("number_" + i, atoms(POINT_MASSES[i], 0)));
    }
    columns.add(integers("mostly_zero", atoms(100, 0.9)));
    columns.add(integers("weight", intervals(250, 80)));
    for (int i = 0; i < CATEGORIES.length; i++) {
      columns.add(strings("category_" + i, CATEGORIES[i]));
    }
    List<Latent> latents =
        columns.stream().map(column -> new Latent(column.name(), Role.VALUE)).toList();
    double[][] correlations = new double[latents.size()][];
    for (int i = 0; i < correlations.length; i++) {
      correlations[i] = new double[i];
      Arrays.fill(correlations[i], CORRELATION);
    }
    return new TableProfile(
        "adult_like",
        new SourceDescription("none", "made by hand", Optional.empty()),
        32_560,
        columns,
        new GaussianCopula(latents, CorrelationMatrix.ofLowerTriangle(correlations), 0),
        List.of());
  }

  /**
   * The profile of a table with the same columns and a tree copula of the given size: every tree
   * asks random columns before its own for random codes, down to the same depth.
   */
  public static TableProfile treeTable(int trees, int depth) {
    TableProfile table = table();
    SplittableRandom random = new SplittableRandom(depth);
    List<TreeColumn> columns = new ArrayList<>();
    for (ColumnProfile profile : table.columns()) {
      Drawn drawn = (Drawn) profile;
      int segments = drawn.marginal().segmentCount();
      int codes = Math.min(segments, 100);
      List<Integer> starts =
          IntStream.range(0, codes).mapToObj(code -> code * segments / codes).toList();
      boolean ordered = drawn.marginal() instanceof NumericMarginal;
      List<CodeTree> grown = new ArrayList<>();
      for (int t = 0; t < (columns.isEmpty() ? 1 : trees); t++) {
        grown.add(tree(columns, columns.isEmpty() ? 0 : depth, codes, random));
      }
      columns.add(new TreeColumn(drawn.name(), starts, ordered, grown));
    }
    return new TableProfile(
        table.name(),
        table.source(),
        table.rows(),
        table.columns(),
        new TreeCopula(columns),
        List.of());
  }

  private static CodeTree tree(
      List<TreeColumn> before, int depth, int codes, SplittableRandom random) {
    if (depth == 0) {
      int[] counts = new int[codes];
      for (int i = 0; i < 30; i++) {
        counts[random.nextInt(codes)]++;
      }
      return new CodeTree.Leaf(CodeParts.ofDense(counts));
    }
    int ancestor = random.nextInt(before.size());
    int last = random.nextInt(before.get(ancestor).codes());
    CodeSet inside = CodeSet.of(IntStream.rangeClosed(0, last).toArray());
    CodeTree first = tree(before, depth - 1, codes, random);
    return new CodeTree.Split(ancestor, inside, first, tree(before, depth - 1, codes, random));
  }

  private static List<Segment> atoms(int count, double zeroWeight) {
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double weight =
          i == 0 && zeroWeight > 0
              ? zeroWeight
              : (1 - zeroWeight) / (count - (zeroWeight > 0 ? 1 : 0));
      segments.add(Segment.atom(i, weight));
    }
    return segments;
  }

  private static List<Segment> intervals(int count, int values) {
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      segments.add(
          new Segment(
              12_000 + i * (double) values, 12_000 + (i + 1) * (double) values - 1, 1.0 / count));
    }
    return segments;
  }

  private static ColumnProfile integers(String name, List<Segment> segments) {
    return new Drawn(
        new Column(name, ColumnType.of(Kind.INT), false),
        new NumericMarginal(0, Grid.INTEGERS, segments));
  }

  private static ColumnProfile strings(String name, int count) {
    List<Category> categories = new ArrayList<>();
    // Weights fall like 1, 1/2, 1/3 ...
    double total = 0;
    for (int i = 0; i < count; i++) {
      total += 1.0 / (i + 1);
    }
    for (int i = 0; i < count; i++) {
      categories.add(new Category("category-value-" + i, 1 / ((i + 1) * total)));
    }
    return new Drawn(
        new Column(name, ColumnType.of(Kind.STRING), false),
        new CategoricalMarginal(0, categories, Optional.empty()));
  }
}

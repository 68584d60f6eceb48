package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.profiler.copula.CodeSet;
import io.mirrorlake.profiler.copula.DensityRatio;
import io.mirrorlake.profiler.copula.DensityRatio.Question;
import io.mirrorlake.profiler.copula.DensityRatio.SymmetricTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * With which probability rows are accepted, by a density ratio. All rows of a tile ask one question
 * after the other: what a row answers to all questions of a tree about one column is looked up at
 * once. Immutable.
 */
final class RatioWeights {
  /** A row of exp(-32) times the bound is never accepted. */
  private static final int SMALLEST = 32 * DensityRatio.PARTS_OF_NAT;

  private final List<Lookup[]> trees;
  private final List<int[]> values;

  /** The sum of values from which on a row is always accepted. */
  private final int certain;

  /** The probability at each number of parts below that. */
  private final double[] below;

  /**
   * The answers of rows by their codes.
   *
   * @param offset where the codes of the column's rows start
   * @param bits the bits of the answers by code
   */
  @SuppressWarnings("ArrayRecordComponent") // looked up, never compared
  private record Lookup(int offset, byte[] bits) {}

  private RatioWeights(DensityRatio ratio, List<Lookup[]> trees, List<int[]> values) {
    this.trees = trees;
    this.values = values;
    double log = StrictMath.log(ratio.bound());
    this.certain = (int) Math.ceil(log * DensityRatio.PARTS_OF_NAT);
    this.below = new double[SMALLEST];
    for (int parts = 0; parts < SMALLEST; parts++) {
      double nats = (double) (certain - parts) / DensityRatio.PARTS_OF_NAT;
      below[parts] = Math.min(1, StrictMath.exp(nats - log));
    }
  }

  /**
   * The weights by a ratio.
   *
   * @param slotOfPosition the slot of a column by its position in the copula
   */
  static RatioWeights of(DensityRatio ratio, IntUnaryOperator slotOfPosition) {
    List<Lookup[]> trees = new ArrayList<>();
    List<int[]> values = new ArrayList<>();
    for (SymmetricTree tree : ratio.trees()) {
      Map<Integer, byte[]> bits = new TreeMap<>();
      for (int i = 0; i < tree.questions().size(); i++) {
        Question question = tree.questions().get(i);
        byte[] ofColumn =
            bits.computeIfAbsent(question.column(), column -> new byte[CodeSet.MAX_CODES]);
        for (int code : question.codes().codes()) {
          ofColumn[code] |= (byte) (1 << i);
        }
      }
      trees.add(
          bits.entrySet().stream()
              .map(
                  of ->
                      new Lookup(
                          CodeTile.offset(slotOfPosition.applyAsInt(of.getKey())), of.getValue()))
              .toArray(Lookup[]::new));
      values.add(tree.values().stream().mapToInt(Integer::intValue).toArray());
    }
    return new RatioWeights(ratio, trees, values);
  }

  /** Multiplies weights by the probabilities of the first rows of a tile. */
  void multiply(CodeTile tile, int rows, double[] weights) {
    int[] sums = new int[rows];
    byte[] places = new byte[rows];
    for (int tree = 0; tree < values.size(); tree++) {
      add(trees.get(tree), values.get(tree), tile.codes(), places, sums);
    }
    for (int row = 0; row < rows; row++) {
      int parts = certain - sums[row];
      weights[row] *= parts <= 0 ? 1 : parts < SMALLEST ? below[parts] : 0;
    }
  }

  private static void add(Lookup[] lookups, int[] values, byte[] codes, byte[] places, int[] sums) {
    for (int i = 0; i < lookups.length - 1; i++) {
      int offset = lookups[i].offset();
      byte[] bits = lookups[i].bits();
      for (int row = 0; row < places.length; row++) {
        byte answers = bits[codes[offset + row] & 0xff];
        places[row] = i == 0 ? answers : (byte) (places[row] | answers);
      }
    }
    Lookup last = lookups[lookups.length - 1];
    for (int row = 0; row < places.length; row++) {
      int before = lookups.length == 1 ? 0 : places[row];
      int place = (before | last.bits()[codes[last.offset() + row] & 0xff]) & 0xff;
      sums[row] += values[place];
    }
  }
}

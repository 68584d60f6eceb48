package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.Marginal;

/** One column of the sample a copula is fitted on: for every row the segment of its marginal. */
public final class CodedColumn {
  /** The code of a null. */
  public static final short NULL = -1;

  private final String name;
  private final Marginal marginal;
  private final short[] codes;

  private CodedColumn(String name, Marginal marginal, short[] codes) {
    this.name = name;
    this.marginal = marginal;
    this.codes = codes;
  }

  /**
   * A column of this name.
   *
   * @param marginal the marginal whose segments the codes number
   * @param codes the segment of every row, {@link #NULL} for a null; kept, not copied
   */
  public static CodedColumn of(String name, Marginal marginal, short[] codes) {
    return new CodedColumn(name, marginal, codes);
  }

  /** The column's name. */
  public String name() {
    return name;
  }

  /** How many rows there are. */
  public int rows() {
    return codes.length;
  }

  /** The marginal whose segments the codes number. */
  public Marginal marginal() {
    return marginal;
  }

  /** The segment of every row, {@link #NULL} for a null; not a copy. */
  public short[] codes() {
    return codes;
  }

  /** This column with its categories in another order: position i takes that now at order[i]. */
  public CodedColumn withOrder(int[] order) {
    if (!(marginal instanceof CategoricalMarginal categorical)) {
      throw new IllegalArgumentException("column '" + name + "' has no categories");
    }
    short[] place = new short[marginal.segmentCount()];
    for (short i = 0; i < place.length; i++) {
      place[i < order.length ? order[i] : i] = i;
    }
    short[] moved = new short[codes.length];
    for (int row = 0; row < codes.length; row++) {
      moved[row] = codes[row] == NULL ? NULL : place[codes[row]];
    }
    return new CodedColumn(name, categorical.withOrder(order), moved);
  }

  /** Whether the order of the codes means nothing. */
  boolean isNominal() {
    return marginal instanceof CategoricalMarginal;
  }

  /** How many codes may be put in another order: all but a remainder, which is last. */
  int movableCodes() {
    return marginal instanceof CategoricalMarginal categorical
        ? categorical.categories().size()
        : marginal.segmentCount();
  }
}

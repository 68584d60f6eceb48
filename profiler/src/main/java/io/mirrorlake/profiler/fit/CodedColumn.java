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

  Marginal marginal() {
    return marginal;
  }

  short[] codes() {
    return codes;
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

package io.mirrorlake.synthesizer.dependence;

/**
 * What is known of a tile's rows before they are drawn.
 *
 * @param codes for each {@linkplain Dependence#given given} column the rows' codes
 * @param before for each {@linkplain Dependence#repeated repeated} column the positions of the
 *     siblings before, {@link #NONE} where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // room to work in, never compared
public record KnownRows(byte[][] codes, double[][] before) {
  /** The position of rows that have no sibling before. */
  public static final double NONE = -1;
}

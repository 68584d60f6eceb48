package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.fit.CodedColumn;
import io.mirrorlake.profiler.marginal.Marginal;
import java.io.Serializable;

/** One column of the sample that trees are grown on: a code of its scale for every row. */
final class CodeColumn implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final CodeScale scale;
  private final byte[] codes;

  private CodeColumn(String name, CodeScale scale, byte[] codes) {
    this.name = name;
    this.scale = scale;
    this.codes = codes;
  }

  static CodeColumn of(CodedColumn column) {
    Marginal marginal = column.marginal();
    CodeScale scale = CodeScale.of(marginal, column.codes().length);
    byte[] ofSegment = scale.codeOfSegment(marginal.segmentCount());
    short[] segments = column.codes();
    byte[] codes = new byte[segments.length];
    for (int row = 0; row < codes.length; row++) {
      boolean unobserved = segments[row] == CodedColumn.NULL && !scale.nullable();
      int segment = segments[row] == CodedColumn.NULL ? marginal.segmentCount() : segments[row];
      codes[row] = unobserved ? (byte) scale.codeAt(place(row)) : ofSegment[segment];
    }
    return new CodeColumn(column.name(), scale, codes);
  }

  /** A column that is given: codes as they are. */
  static CodeColumn of(GivenCodes given) {
    CodeScale scale = CodeScale.even(given.column().codes(), given.ordered());
    return new CodeColumn(given.column().name(), scale, given.codes());
  }

  /** A column of a score's codes, which no distribution is told of. */
  static CodeColumn ofScore(int size, byte[] codes) {
    return new CodeColumn("", CodeScale.even(size, true), codes);
  }

  /**
   * Where on the u-scale a row stands whose value is not observed, as its struct is null: anywhere,
   * the same for the same row (a golden-ratio sequence).
   */
  private static double place(int row) {
    double turns = row * 0.6180339887498949;
    return turns - Math.floor(turns);
  }

  /** The column with other rows: row i of the result is row rows[i] of this column. */
  CodeColumn withRows(int[] rows) {
    byte[] chosen = new byte[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = codes[rows[i]];
    }
    return new CodeColumn(name, scale, chosen);
  }

  /** The column with these codes in place of its own. */
  CodeColumn withCodes(byte[] others) {
    return new CodeColumn(name, scale, others);
  }

  String name() {
    return name;
  }

  CodeScale scale() {
    return scale;
  }

  int rows() {
    return codes.length;
  }

  int code(int row) {
    return codes[row] & 0xff;
  }

  /** The codes of all rows, as unsigned bytes; not to be changed. */
  byte[] codes() {
    return codes;
  }

  /** How often each code occurs. */
  int[] counts() {
    int[] counts = new int[scale.size()];
    for (byte code : codes) {
      counts[code & 0xff]++;
    }
    return counts;
  }
}

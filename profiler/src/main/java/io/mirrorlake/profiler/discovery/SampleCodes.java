package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Cell;
import io.mirrorlake.profiler.fit.CodedColumn;
import io.mirrorlake.profiler.fit.SegmentCoder;
import io.mirrorlake.profiler.marginal.Marginal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The codes of hidden columns in the sample that a copula is fitted on. */
public final class SampleCodes {
  private SampleCodes() {}

  /**
   * The codes of a hidden column.
   *
   * @param numbers the sample's hidden numbers, column by column
   * @param marginals the marginals of the table's own columns
   * @param codes their codes
   */
  public static short[] of(
      HiddenColumn hidden,
      List<double[]> numbers,
      Map<String, Marginal> marginals,
      Map<String, short[]> codes) {
    return hidden instanceof HiddenColumn.OfNumber number
        ? ofNumber(number, numbers.get(number.index()))
        : ofSelection((HiddenColumn.OfSelection) hidden, marginals, codes);
  }

  private static short[] ofNumber(HiddenColumn.OfNumber hidden, double[] values) {
    SegmentCoder.Numbers coder =
        (SegmentCoder.Numbers) SegmentCoder.of(hidden.profile().marginal());
    short[] codes = new short[values.length];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = Double.isNaN(values[row]) ? CodedColumn.NULL : coder.code(values[row]);
    }
    return codes;
  }

  private static short[] ofSelection(
      HiddenColumn.OfSelection hidden,
      Map<String, Marginal> marginals,
      Map<String, short[]> codes) {
    Map<List<Cell>, Short> numbers = new HashMap<>();
    for (List<Cell> combination : hidden.combinations()) {
      numbers.put(combination, (short) numbers.size());
    }
    List<short[]> members = hidden.columns().stream().map(name -> member(codes, name)).toList();
    short[] result = new short[members.get(0).length];
    for (int row = 0; row < result.length; row++) {
      List<Cell> cells = new ArrayList<>();
      for (int i = 0; i < members.size(); i++) {
        cells.add(cell(member(marginals, hidden.columns().get(i)), members.get(i)[row]));
      }
      // A combination too rare to be told counts as the first, the most frequent one.
      result[row] = numbers.getOrDefault(cells, (short) 0);
    }
    return result;
  }

  private static <T> T member(Map<String, T> all, String name) {
    T one = all.get(name);
    if (one == null) {
      throw new IllegalStateException("column '" + name + "' is not in the sample");
    }
    return one;
  }

  private static Cell cell(Marginal marginal, short code) {
    return code == CodedColumn.NULL
        ? new Cell.Missing()
        : ToldValues.cell(marginal, code).orElse(new Cell.Missing());
  }
}

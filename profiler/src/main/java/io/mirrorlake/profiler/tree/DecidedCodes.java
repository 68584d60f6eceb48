package io.mirrorlake.profiler.tree;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Codes of columns that others decide, in rows that are drawn to judge a copula. */
final class DecidedCodes {
  private DecidedCodes() {}

  /**
   * The rows with what is decided as real rows have it that agree in the code of the column that
   * decides: a random one of them for each row, or what was drawn where there is none.
   *
   * @param drawn the rows
   * @param real the real rows, with the same columns
   * @param deciders for each column that is decided, which decides it
   */
  static List<CodeColumn> in(
      List<CodeColumn> drawn,
      List<CodeColumn> real,
      Map<String, String> deciders,
      RandomGenerator random) {
    List<String> names = real.stream().map(CodeColumn::name).toList();
    return IntStream.range(0, names.size())
        .mapToObj(
            c -> {
              int from = names.indexOf(deciders.getOrDefault(names.get(c), ""));
              return from < 0
                  ? drawn.get(c)
                  : drawn.get(c).withCodes(decided(drawn, real, new int[] {from, c}, random));
            })
        .toList();
  }

  private static byte[] decided(
      List<CodeColumn> drawn, List<CodeColumn> real, int[] fromTo, RandomGenerator random) {
    CodeColumn realFrom = real.get(fromTo[0]);
    int[] first = new int[realFrom.scale().size() + 1];
    for (int row = 0; row < realFrom.rows(); row++) {
      first[realFrom.code(row) + 1]++;
    }
    for (int code = 1; code < first.length; code++) {
      first[code] += first[code - 1];
    }
    int[] next = first.clone();
    byte[] byFrom = new byte[realFrom.rows()];
    for (int row = 0; row < realFrom.rows(); row++) {
      byFrom[next[realFrom.code(row)]++] = (byte) real.get(fromTo[1]).code(row);
    }
    CodeColumn drawnFrom = drawn.get(fromTo[0]);
    byte[] codes = drawn.get(fromTo[1]).codes().clone();
    for (int row = 0; row < codes.length; row++) {
      int code = drawnFrom.code(row);
      if (first[code] < first[code + 1]) {
        codes[row] = byFrom[random.nextInt(first[code], first[code + 1])];
      }
    }
    return codes;
  }
}

package io.mirrorlake.profiler.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CategoryBisectionTest {
  private static final int AIRCRAFT = 600;

  /**
   * Aircraft belong to one of 20 airlines, and fly to one of 8 airports each: a single axis shows
   * one of the two.
   */
  @Test
  void neighboursAreAlikeInAllThatTellsCategoriesApart() {
    Random random = new Random(5);
    int[] airline = random.ints(AIRCRAFT, 0, 20).toArray();
    int[] airport = random.ints(AIRCRAFT, 0, 8).toArray();
    long[][] airlines = new long[AIRCRAFT][20];
    long[][] airports = new long[AIRCRAFT][8];
    long[][] noise = new long[AIRCRAFT][10];
    for (int i = 0; i < AIRCRAFT; i++) {
      for (int flight = 0; flight < 40; flight++) {
        airlines[i][airline[i]]++;
        airports[i][flight < 30 ? airport[i] : random.nextInt(8)]++;
        noise[i][random.nextInt(10)]++;
      }
    }

    int[] order = CategoryBisection.of(AIRCRAFT, List.of(noise, airlines, airports));

    assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, AIRCRAFT).toArray());
    // In a random order 1 in 20, and 1 in 8.
    assertThat(alike(order, airline)).isGreaterThan(0.9);
    assertThat(alike(order, airport)).isGreaterThan(0.7);
    int[] byOneAxis = CorrespondenceOrder.of(AIRCRAFT, List.of(noise, airlines, airports));
    assertThat(alike(byOneAxis, airline)).isLessThan(0.6);
  }

  /** The share of neighbours that have the same. */
  private static double alike(int[] order, int[] of) {
    return IntStream.range(1, order.length).filter(i -> of[order[i]] == of[order[i - 1]]).count()
        / (order.length - 1.0);
  }

  @Test
  void keepsTheOrderWhereNothingDependsOnTheCategory() {
    long[][] even = new long[300][];
    for (int i = 0; i < even.length; i++) {
      even[i] = new long[] {10, 20};
    }
    assertThat(CategoryBisection.of(300, List.<long[][]>of(even)))
        .containsExactly(IntStream.range(0, 300).toArray());
    assertThat(CategoryBisection.of(300, List.of())).hasSize(300);
  }

  /** Memory is bounded by the strongest tables, whatever a table's columns. */
  @Test
  void ofManyColumnsTheStrongestTell() {
    long[][] together = {{30, 0}, {0, 30}};
    long[][] apart = {{15, 15}, {15, 15}};
    List<CodeGroups> columns = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      columns.add(CodeGroups.ofNulls(new short[] {(short) (i - 25)}));
    }
    List<long[][]> strongest =
        StrongestTables.of(columns, column -> column.of(0) == 1 ? together : apart);

    assertThat(strongest).hasSize(32).contains(together);
    assertThat(strongest.stream().filter(table -> table == together)).hasSize(25);
    // Chi-square is 60 and 0, with one degree of freedom.
    assertThat(StrongestTables.excess(together)).isEqualTo(59);
    assertThat(StrongestTables.excess(apart)).isEqualTo(-1);
    // Four values in groups of their own tell less than sixty that agree.
    assertThat(StrongestTables.excess(new long[][] {{2, 0}, {0, 2}})).isEqualTo(3);
    assertThat(StrongestTables.excess(new long[][] {{0, 0}, {0, 0}})).isZero();
  }
}

package io.mirrorlake.synthesizer.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.relation.FanOutLaw;
import io.mirrorlake.profiler.relation.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parents get what their laws say, whatever cells their children have drawn. */
class EvenParentsTest {
  private static final FanOutLaw TWO = new FanOutLaw(List.of(new Run(1, 2)));
  private static final FanOutLaw FOUR = new FanOutLaw(List.of(new Run(1, 4)));
  private static final FanOutLaw NONE = new FanOutLaw(List.of(new Run(1, 0)));

  /** How many children each parent gets of those that draw the cells so many times. */
  private static long[] children(Cells parents, List<FanOutLaw> laws, long... drawn) {
    EvenParents even = EvenParents.of(parents, laws, drawn).orElseThrow();
    long[] children = new long[(int) parents.rows()];
    for (int cell = 0; cell < drawn.length; cell++) {
      for (int child = 0; child < drawn[cell]; child++) {
        children[(int) even.parent(cell, (child + 0.5) / drawn[cell])]++;
      }
    }
    return children;
  }

  @Test
  void aCellThatIsDrawnTooOftenSharesWithTheNext() {
    Cells parents = Cells.at(new long[] {0, 3, 5});
    assertThat(children(parents, List.of(TWO, FOUR), 6, 8)).containsExactly(2, 2, 2, 4, 4);
    assertThat(children(parents, List.of(TWO, FOUR), 9, 5)).containsExactly(2, 2, 2, 4, 4);
    assertThat(children(parents, List.of(TWO, FOUR), 0, 14)).containsExactly(2, 2, 2, 4, 4);
  }

  @Test
  void moreChildrenAreSharedInProportion() {
    Cells parents = Cells.at(new long[] {0, 3, 5});
    assertThat(children(parents, List.of(TWO, FOUR), 15, 13)).containsExactly(4, 4, 4, 8, 8);
  }

  /** Of 15 children for 14 places, the parents with the most get the one more. */
  @Test
  void aFewMoreOrLessChangeTheParentsWithTheMost() {
    Cells parents = Cells.at(new long[] {0, 3, 5});
    assertThat(children(parents, List.of(TWO, FOUR), 8, 7)).startsWith(2, 2, 2);
    assertThat(children(parents, List.of(TWO, FOUR), 5, 8)).startsWith(2, 2, 2);
  }

  @Test
  void cellsWithoutChildrenOrParentsGetNone() {
    Cells parents = Cells.at(new long[] {0, 2, 4, 4, 6});
    assertThat(children(parents, List.of(NONE, TWO, TWO, FOUR), 4, 3, 2, 3))
        .containsExactly(0, 0, 2, 2, 4, 4);
    assertThat(children(parents, List.of(TWO, FOUR, TWO, NONE), 4, 3, 2, 3))
        .containsExactly(2, 2, 4, 4, 0, 0);
  }

  @Test
  void withoutAnythingExpectedThereIsNothingToShare() {
    Cells parents = Cells.at(new long[] {0, 2});
    assertThat(EvenParents.of(parents, List.of(NONE), new long[] {3})).isEmpty();
    assertThat(EvenParents.of(parents, List.of(TWO), new long[] {0})).isEmpty();
  }
}

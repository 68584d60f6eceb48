package io.mirrorlake.synthesizer.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.copula.AdditiveScore;
import io.mirrorlake.profiler.copula.AdditiveScore.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreTablesTest {
  private static final int ROWS = 1000;
  private static final int COLUMNS = 5;

  private final SplittableRandom random = new SplittableRandom(3);

  private int upTo(int most) {
    return random.nextInt(-most, most + 1);
  }

  private AdditiveScore score(int most) {
    List<Term> terms = new ArrayList<>();
    for (int column = 0; column < COLUMNS - 1; column++) {
      terms.add(new Term(column, List.of(0, 1, 100), List.of(upTo(most), upTo(most), upTo(most))));
    }
    List<Integer> cuts = new ArrayList<>();
    for (int cut = 0; cut < 255; cut++) {
      cuts.add(upTo(3 * most));
    }
    return new AdditiveScore(terms, cuts.stream().distinct().sorted().toList());
  }

  /** Cuts side by side, far apart, and a single one. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 100, 2000, 1_000_000})
  void theCodeIsTheNumberOfCutsThatTheSumReaches(int most) {
    AdditiveScore score = score(most);
    CodeTile tile = new CodeTile(COLUMNS, ROWS);
    int own = COLUMNS - 1;
    for (int column = 0; column < own; column++) {
      for (int row = 0; row < ROWS; row++) {
        tile.set(column, row, (byte) random.nextInt(256));
      }
    }
    ScoreTables.of(score, new int[] {0, 1, 2, 3, 4})
        .fill(tile.codes(), CodeTile.offset(own), tile.nodes(), ROWS);

    for (int row = 0; row < ROWS; row++) {
      int sum = 0;
      for (Term term : score.terms()) {
        sum += term.table(256)[tile.code(term.ancestor(), row) & 0xff];
      }
      int reached = sum;
      assertThat(tile.code(own, row) & 0xff)
          .isEqualTo((int) score.cuts().stream().filter(cut -> cut <= reached).count());
    }
  }
}

package io.mirrorlake.evaluator.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.evaluator.attack.MembershipInference.Distances;
import io.mirrorlake.evaluator.nearest.GowerSpace;
import io.mirrorlake.evaluator.nearest.Points;
import io.mirrorlake.evaluator.nearest.Records;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.Tables;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MembershipInferenceTest {
  private static final int ROWS = 2000;
  private static final SampleTable TRAIN = Tables.people(ROWS, 1);
  private static final SampleTable OTHERS = Tables.people(ROWS, 2);
  private static final SampleTable REFERENCE = Tables.people(ROWS, 3);
  private static final SampleTable STRANGERS = Tables.people(ROWS, 4);

  private static MembershipInference attack(SampleTable synthetic) {
    return MembershipInference.of(distances(TRAIN, synthetic), distances(OTHERS, synthetic));
  }

  private static Distances distances(SampleTable targets, SampleTable synthetic) {
    GowerSpace space = GowerSpace.of(TRAIN.append(OTHERS));
    Points points = space.place(targets);
    return Distances.of(
        Records.of(synthetic).nearest(space, points).distances(),
        Records.of(REFERENCE).nearest(space, points).distances());
  }

  /**
   * Reference: {@code sklearn.metrics.roc_auc_score([1,1,1,0,0,0], np.log([10/1, 10/5, 3/3, 10/9,
   * 4/5, 7/1]))} is 0.6666...; distances are one less than these numbers.
   */
  @Test
  void theAreaIsThatOfTheLogRatio() {
    MembershipInference found =
        MembershipInference.of(
            Distances.of(new int[] {0, 4, 2}, new int[] {9, 9, 2}),
            Distances.of(new int[] {8, 4, 0}, new int[] {9, 3, 6}));
    assertThat(found.all().area()).isEqualTo(6.0 / 9, within(1e-12));
    assertThat(found.outliers()).isEmpty();
    assertThat(found.all().members()).isEqualTo(3);
    assertThatThrownBy(() -> Distances.of(new int[1], new int[2])).hasMessage("1 and 2 distances");
  }

  /** Five standard errors are exceeded once in 3.5 million seeds. */
  @Test
  void strangersTellNothing() {
    MembershipInference found = attack(STRANGERS);
    assertThat(Math.abs(found.all().area() - 0.5)).isLessThan(5 * found.all().areaError());
    Recognition outliers = found.outliers().orElseThrow();
    assertThat(Math.abs(outliers.area() - 0.5)).isLessThan(5 * outliers.areaError());
    assertThat(found.all().truePositives() - 0.01)
        .isLessThan(5 * Math.max(0.0022, found.all().truePositivesError()));
  }

  @Test
  void copiesTellAllAndAFewCopiesTellAFew() {
    assertThat(attack(TRAIN).all().area()).isGreaterThan(0.98);
    int[] twentieth = IntStream.range(0, ROWS).map(i -> i < ROWS / 20 ? i : ROWS + i).toArray();
    Recognition few = attack(TRAIN.append(STRANGERS).take(twentieth)).all();
    assertThat(few.truePositives() - 5 * few.truePositivesError()).isGreaterThan(0.01);
    assertThat(few.area() - 2 * few.areaError()).isGreaterThan(0.5);
  }

  /** Outliers alone are copied: the attack on outliers sees it more clearly than that on all. */
  @Test
  void copiedOutliersShowAmongOutliers() {
    GowerSpace space = GowerSpace.of(TRAIN.append(OTHERS));
    int[] far = Records.of(REFERENCE).nearest(space, space.place(TRAIN)).distances();
    int threshold = Arrays.stream(far).sorted().toArray()[(int) (0.95 * ROWS)];
    int[] outliers = IntStream.range(0, ROWS).filter(i -> far[i] >= threshold).toArray();
    SampleTable made =
        STRANGERS
            .take(IntStream.range(outliers.length, ROWS).toArray())
            .append(TRAIN.take(outliers));
    MembershipInference found = attack(made);
    Recognition among = found.outliers().orElseThrow();
    assertThat(among.area()).isGreaterThan(0.6).isGreaterThan(found.all().area() + 0.1);
    assertThat(among.area() - 5 * among.areaError()).isGreaterThan(0.5);
  }
}

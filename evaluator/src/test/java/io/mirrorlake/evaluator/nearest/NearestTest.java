package io.mirrorlake.evaluator.nearest;

import static io.mirrorlake.evaluator.nearest.GowerSpace.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final SampleTable PEOPLE = Tables.people(3000, 1);
  private static final SampleTable OTHERS = Tables.people(500, 2);

  @Test
  void distancesAreGowersOnRanks() {
    SampleTable real =
        SampleTable.of(
            Tables.categories("c", 2, 0, 0, 1, 1), Tables.numbers("x", 10, 20, 20, 1000));
    GowerSpace space = GowerSpace.of(real);
    // Mid-ranks: 10 is 1/8, 20 is 4/8, 1000 is 7/8.
    SampleTable probes =
        SampleTable.of(
            Tables.categories("c", 2, 1, 0, -1), Tables.numbers("x", 10, Double.NaN, 20));
    // (b, 10): nearest is (b, 20), 3/8 of a rank away; (a, missing): 1 from any (a, x);
    // (missing, 20): 1 from any (label, 20).
    Neighbours found = Records.of(real).nearest(space, space.place(probes));
    assertThat(found.distances()).containsExactly(3 * UNIT / 8, UNIT, UNIT);
    // (b, 20) and (a, 10), the second: 3/8 and 3/4 along x or 1 along c.
    assertThat(found.second(0)).isEqualTo(6 * UNIT / 8);
    assertThat(found.second(2)).isEqualTo(UNIT);
  }

  @Test
  void missingValuesAreAlikeAndUnknownLabelsAreNot() {
    SampleTable missing =
        SampleTable.of(Tables.categories("c", 2, -1), Tables.numbers("x", Double.NaN));
    GowerSpace space = GowerSpace.of(missing);
    Points point = space.place(missing);
    assertThat(point.distance(0, point, 0)).isZero();
    Axis labels = space.axes().get(0);
    assertThat(labels.of("b")).isEqualTo(1);
    assertThat(List.of(labels.of("z"), labels.ofMissing())).doesNotHaveDuplicates();
    assertThat(labels.isNumber()).isFalse();
  }

  /** Against all distances, one by one, with thousands of ties among them. */
  @Test
  void theTreeFindsWhatLookingAtAllFinds() {
    for (SampleTable records : List.of(PEOPLE, PEOPLE.select(c -> c instanceof CategoryColumn))) {
      SampleTable targets = OTHERS.select(c -> records.names().contains(c.name()));
      GowerSpace space = GowerSpace.of(records);
      Points points = space.place(records);
      Points sought = space.place(targets);
      Neighbours found = Records.nearest(points, sought);
      for (int t = 0; t < sought.size(); t++) {
        int target = t;
        int[] all =
            IntStream.range(0, points.size())
                .map(r -> sought.distance(target, points, r))
                .toArray();
        int[] sorted = all.clone();
        Arrays.sort(sorted);
        assertThat(found.nearest(t)).isEqualTo(sorted[0]);
        assertThat(found.second(t)).isEqualTo(sorted[1]);
        int first = 0;
        while (all[first] != sorted[0]) {
          first++;
        }
        assertThat(found.name(t)).isEqualTo(first);
      }
    }
  }

  @Test
  void partsInAnyOrderMergeToTheWhole() {
    GowerSpace space = GowerSpace.of(PEOPLE);
    Points points = space.place(PEOPLE);
    Points sought = space.place(OTHERS);
    Neighbours whole = Records.nearest(points, sought);
    int[] order = IntStream.range(0, PEOPLE.rows()).toArray();
    SplittableRandom random = new SplittableRandom(3);
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    Neighbours merged = Neighbours.none(sought.size());
    for (int from = 0; from < order.length; from += 700) {
      int[] part = Arrays.copyOfRange(order, from, Math.min(order.length, from + 700));
      Neighbours some = Neighbours.none(sought.size());
      PointTree.of(points.take(part), Arrays.stream(part).asLongStream().toArray())
          .search(sought, 0, sought.size(), some);
      merged.merge(some);
    }
    for (int t = 0; t < sought.size(); t++) {
      assertThat(merged.nearest(t)).isEqualTo(whole.nearest(t));
      assertThat(merged.second(t)).isEqualTo(whole.second(t));
      assertThat(merged.name(t)).isEqualTo(whole.name(t));
    }
  }

  @Test
  void fewRecordsHaveNoSecond() {
    SampleTable one = SampleTable.of(Tables.numbers("x", 5));
    GowerSpace space = GowerSpace.of(one);
    Neighbours found = Records.of(one).nearest(space, space.place(one));
    assertThat(found.nearest(0)).isZero();
    assertThat(found.second(0)).isEqualTo(Neighbours.NONE);
    SampleTable none = SampleTable.of(Tables.numbers("x"));
    assertThat(Records.of(none).nearest(space, space.place(one)).nearest(0))
        .isEqualTo(Neighbours.NONE);
  }

  @Test
  void tooManyColumnsAreRefused() {
    SampleTable wide =
        SampleTable.of(IntStream.range(0, 2048).mapToObj(c -> Tables.numbers("x" + c, 1)).toList());
    assertThatThrownBy(() -> GowerSpace.of(wide))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2048 columns are more than 2047, whose distances fit an int");
  }
}

package io.mirrorlake.profiler.marginal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FamilyIntervalTest {
  private static final ParametricLaw GAMMA = ParametricLaw.of(Family.GAMMA, 2, 30);
  private static final Grid CENTS = new Grid(1, 2);

  /** The law of a family, with parameters that all families can have. */
  private static ParametricLaw law(Family family) {
    return family == Family.EXPONENTIAL
        ? ParametricLaw.of(family, 1.5)
        : ParametricLaw.of(family, 0.5, 1.5);
  }

  private static FamilyInterval interval(ParametricLaw law, double cut, int parts, int halvings) {
    return new FamilyInterval(law, law.quantile(cut), law.upperQuantile(cut), 1, parts, halvings);
  }

  private static double quantile(List<Segment> segments, double p) {
    double below = 0;
    for (Segment segment : segments) {
      if (below + segment.weight() >= p) {
        return segment.quantile(Math.max(0, (p - below) / segment.weight()));
      }
      below += segment.weight();
    }
    return segments.get(segments.size() - 1).high();
  }

  @ParameterizedTest
  @EnumSource
  void quantilesAreTheLawsFromTailToTail(Family family) {
    ParametricLaw law = law(family);
    for (int parts : new int[] {8, 128}) {
      List<Segment> segments = interval(law, 1e-6, parts, 3).segments(Grid.CONTINUOUS);

      assertThat(segments).hasSize(parts + 2 * 3);
      assertThat(segments.stream().mapToDouble(Segment::weight).sum()).isCloseTo(1, within(1e-9));
      // Polygons through 128 quantiles and halves of the rest deviate by 0.06 / log(2) of a
      // halving where values thin out exponentially: 0.0004, 0.03 and 1 % of what is left.
      for (double p : new double[] {0.0003, 0.01, 0.3, 0.5, 0.8, 0.99, 0.9997}) {
        double found = law.cumulativeProbability(quantile(segments, p));
        assertThat(found).isCloseTo(p, within(0.002 + 0.06 * Math.min(p, 1 - p)));
      }
      double far = law.survivalProbability(quantile(segments, 0.9997));
      assertThat(far).isCloseTo(3e-4, within(2e-5));
    }
  }

  @Test
  void onAGridEachSegmentHasTwoValuesAndTheirProbability() {
    FamilyInterval interval = new FamilyInterval(GAMMA, 0, 500, 0.8, 100, 4);
    List<Segment> segments = interval.segments(new Grid(1, 0));
    double next = 0;
    for (Segment segment : segments) {
      assertThat(segment.low()).isEqualTo(next);
      assertThat(segment.high()).isGreaterThan(segment.low());
      double share = GAMMA.probability(segment.low() - 0.5, segment.high() + 0.5);
      assertThat(segment.weight()).isCloseTo(0.8 * share, within(1e-5));
      next = segment.high() + 1;
    }
    assertThat(next).isEqualTo(501);
  }

  @Test
  void aMarginalIsToldByItsPieces() {
    FamilyInterval interval = new FamilyInterval(GAMMA, 0.01, 700, 0.7, 16, 2);
    List<Piece> pieces = List.of(Segment.atom(0, 0.2), interval, Segment.atom(9999, 0.1));
    NumericMarginal marginal = NumericMarginal.of(0.25, CENTS, pieces, Calendar.EVEN);

    assertThat(marginal.pieces()).isEqualTo(pieces);
    assertThat(marginal.segmentCount()).isEqualTo(22);
    assertThat(marginal.segments()).filteredOn(Segment::isAtom).hasSize(2);
    assertThat(marginal.withNullProbability(0.5).pieces()).isEqualTo(pieces);
    assertThat(marginal.withCalendar(Calendar.EVEN)).isEqualTo(marginal);
  }

  /** Trees know a family's segments by their numbers. */
  @Test
  void segmentsOfAFamilyCannotBeReplaced() {
    FamilyInterval interval = new FamilyInterval(GAMMA, 1, 700, 1, 16, 2);
    NumericMarginal marginal = NumericMarginal.of(0, CENTS, List.of(interval), Calendar.EVEN);

    assertThatThrownBy(() -> marginal.withSegments(marginal.segments()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("family");
  }

  @Test
  void otherSegmentsFollowNoFamilyAndKeepTheirSpread() {
    for (Grid grid : new Grid[] {Grid.CONTINUOUS, CENTS, Grid.INTEGERS}) {
      FamilyInterval interval = new FamilyInterval(GAMMA, 1, 700, 1, 16, 2);
      NumericMarginal marginal = NumericMarginal.of(0, grid, List.of(interval), Calendar.EVEN);
      NumericMarginal replaced = new NumericMarginal(0, grid, marginal.segments());

      assertThat(replaced.families()).isEmpty();
      assertThat(replaced.segments())
          .allMatch(segment -> segment.spread().equals(Spread.EVEN) && !segment.isAtom());
      double step = grid.spacing();
      for (double p : new double[] {0.001, 0.3, 0.5, 0.99, 0.9999}) {
        assertThat(quantile(replaced.segments(), p))
            .isCloseTo(quantile(marginal.segments(), p), within(1e-6 + step));
      }
    }
  }

  @Test
  void refusesWhatIsNoInterval() {
    assertRefused(5, 5, 1, 8, 0, "a family from 5.0 to 5.0");
    assertRefused(9, 5, 1, 8, 0, "a family from 9.0 to 5.0");
    assertRefused(0, 500, 0, 8, 0, "a family's probability must lie in (0, 1]: 0.0");
    assertRefused(
        0, 500, 1, 1, 0, "a family in 2 to 256 parts with up to 40 halvings, not 1 and 0");
    assertRefused(
        0, 500, 1, 8, 41, "a family in 2 to 256 parts with up to 40 halvings, not 8 and 41");
    assertRefused(-9, 0, 1, 8, 0, "a share of 0.0 of the family's values lies from -9.0 to 0.0");
  }

  private static void assertRefused(
      double low, double high, double weight, int parts, int halvings, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FamilyInterval(GAMMA, low, high, weight, parts, halvings))
        .withMessage(message);
  }

  @Test
  void refusesParametersThatNoDistributionHas() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ParametricLaw.of(Family.GAMMA, 2, -30))
        .withMessage("no gamma distribution has the parameters shape, scale = [2.0, -30.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ParametricLaw.of(Family.NORMAL, Double.NaN, 1))
        .withMessage(
            "no normal distribution has the parameters mean, standardDeviation = [NaN, 1.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ParametricLaw.of(Family.UNIFORM, 3, 2))
        .withMessage("no uniform distribution has the parameters lower, upper = [3.0, 2.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ParametricLaw.of(Family.EXPONENTIAL, 3, 2))
        .withMessage("no exponential distribution has the parameters mean = [3.0, 2.0]");
  }
}

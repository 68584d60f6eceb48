package io.mirrorlake.profiler.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.profiler.fit.Dependence;
import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.marginal.Family;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.SourceDescription;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Point masses of columns with more distinct values than a sketch tells apart. */
class SegmentRecountTest {
  private static final SparkSession SPARK = SharedSession.session();

  private static final int ROWS = 200_000;

  /** Of 1,000 rows so many are a spike: at 0, 30.25, 31, 50 and 99.5. */
  private static final List<Segment> SPIKES =
      List.of(
          Segment.atom(0, 0.200),
          Segment.atom(30.25, 0.005),
          Segment.atom(31, 0.020),
          Segment.atom(50, 0.012),
          Segment.atom(99.5, 0.008));

  /** The rest is even from 0 to 100. */
  private static Dataset<Row> source() {
    return SPARK
        .range(0, ROWS, 1, 3)
        .selectExpr(
            "case when id % 1000 < 200 then 0"
                + " when id % 1000 < 205 then 30.25"
                + " when id % 1000 < 225 then 31"
                + " when id % 1000 < 237 then 50"
                + " when id % 1000 < 245 then 99.5"
                + " else 100 * (pmod(xxhash64(id), 1000003) + rand(7)) / 1000003 end as amount");
  }

  private static NumericMarginal marginal(ProfileOptions options) {
    return marginal(source(), options);
  }

  private static NumericMarginal marginal(Dataset<Row> source, ProfileOptions options) {
    ColumnProfile column =
        TableProfiler.of(options)
            .profile(source, "t", new SourceDescription("test", "t", Optional.empty()), line -> {})
            .columns()
            .get(0);
    return (NumericMarginal) column.distribution().orElseThrow();
  }

  private static double below(NumericMarginal marginal, double bound) {
    return marginal.segments().stream()
        .filter(segment -> !segment.isAtom())
        .mapToDouble(
            segment ->
                segment.weight()
                    * Math.max(
                        0, Math.min(1, (bound - segment.low()) / (segment.high() - segment.low()))))
        .sum();
  }

  @Test
  void pointMassesHaveTheirExactShare() {
    NumericMarginal marginal =
        marginal(ProfileOptions.defaults().withSecret(1).withDependence(Dependence.INDEPENDENT));
    List<Segment> masses = marginal.segments().stream().filter(Segment::isAtom).toList();
    assertThat(masses).hasSameSizeAs(SPIKES);
    for (int i = 0; i < SPIKES.size(); i++) {
      assertThat(masses.get(i).low()).isEqualTo(SPIKES.get(i).low());
      // Five standard deviations of a rounded count, 5.4 rows each, and of the sum of 256 of them.
      double share = SPIKES.get(i).weight();
      assertThat(masses.get(i).weight())
          .isCloseTo(share, within(5 * 5.4 * (1 + 16 * share) / ROWS));
    }
    // Between the spikes the values are even: nothing of a spike is left beside it. The tolerance
    // is five standard deviations of a share, and of the rounded counts of 256 intervals.
    double tolerance = 5 * Math.sqrt(0.25 / ROWS + 256 * 5.4 * 5.4 / ROWS / ROWS);
    IntStream.of(10, 29, 30, 32, 49, 51, 75, 99)
        .forEach(
            bound ->
                assertThat(below(marginal, bound))
                    .isCloseTo(0.755 * bound / 100, within(tolerance)));
  }

  @Test
  void aFamilyBesideAPointMassStaysOneWithItsExactShare() {
    // The sum of two exponential variables is a gamma variable of shape 2.
    String gamma = "50 * (-ln(1 - rand(7)) - ln(1 - rand(8)))";
    Dataset<Row> source =
        SPARK
            .range(0, ROWS, 1, 3)
            .selectExpr("case when id % 10 < 4 then 0 else " + gamma + " end as amount");
    NumericMarginal marginal =
        marginal(
            source, ProfileOptions.defaults().withSecret(1).withDependence(Dependence.INDEPENDENT));

    assertThat(marginal.families()).hasSize(1);
    assertThat(marginal.families().get(0).law().family()).isEqualTo(Family.GAMMA);
    assertThat(marginal.pieces()).hasSize(2);
    // Five standard deviations of a rounded count, 5.4 rows, and of the sum of two.
    double tolerance = 5 * 5.4 * 2 / ROWS;
    assertThat(marginal.segments().get(0).low()).isZero();
    assertThat(marginal.segments().get(0).weight()).isCloseTo(0.4, within(tolerance));
    assertThat(marginal.families().get(0).weight()).isCloseTo(0.6, within(tolerance));
  }
}

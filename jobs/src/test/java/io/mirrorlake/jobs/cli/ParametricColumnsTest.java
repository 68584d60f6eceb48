package io.mirrorlake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.jobs.CsvRows;
import io.mirrorlake.jobs.RoundTrip;
import io.mirrorlake.profiler.marginal.Family;
import io.mirrorlake.profiler.marginal.FamilyInterval;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.ParametricLaw;
import io.mirrorlake.profiler.profile.ProfileJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that follow a family, and one that does not, from a file to a profile and to rows. */
class ParametricColumnsTest {
  private static final ParametricLaw GAMMA = ParametricLaw.of(Family.GAMMA, 2, 150);
  private static final ParametricLaw LOG_NORMAL = ParametricLaw.of(Family.LOG_NORMAL, 4, 0.9);
  private static final int REAL_ROWS = 5_000;
  private static final int ROWS = 50_000;

  @TempDir private Path folder;

  /** Half of the waits are zero; messy is a mixture of two normal distributions. */
  private static List<String> table() {
    Random random = new Random(11);
    List<String> lines = new ArrayList<>(List.of("wait,price,messy"));
    for (int i = 0; i < REAL_ROWS; i++) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%.4f,%.2f,%.6f",
              i % 2 == 0 ? 0 : GAMMA.quantile(random.nextDouble()),
              LOG_NORMAL.quantile(random.nextDouble()),
              random.nextInt(3) == 0 ? random.nextGaussian() : 5 + 2 * random.nextGaussian()));
    }
    return lines;
  }

  @Test
  void familiesAreInTheProfileAndTheirQuantilesInTheRows() throws IOException {
    Path source = Files.write(folder.resolve("train.csv"), table());
    String document =
        RoundTrip.profile(folder, "profile", "source: " + source, "disclosure: {secret: s}");
    assertThat(document)
        .contains("\"family\": {\"name\": \"gamma\", \"shape\": ")
        .contains("\"family\": {\"name\": \"logNormal\", \"mu\": ");
    List<NumericMarginal> marginals =
        ProfileJson.read(document, "profile.json").tables().get(0).columns().stream()
            .map(column -> (NumericMarginal) column.distribution().orElseThrow())
            .toList();
    assertClose(marginals.get(0).families(), GAMMA, REAL_ROWS / 2);
    assertClose(marginals.get(1).families(), LOG_NORMAL, REAL_ROWS);
    assertThat(marginals.get(2).families()).isEmpty();

    List<String[]> rows = CsvRows.of(RoundTrip.synthesize(folder, "data", "rows: " + ROWS));
    assertThat(rows).hasSize(ROWS);
    double[] waits =
        rows.stream().mapToDouble(row -> Double.parseDouble(row[0])).filter(x -> x > 0).toArray();
    assertThat(waits.length).isCloseTo(ROWS / 2, within(ROWS / 40));
    assertQuantiles(waits, GAMMA);
    assertQuantiles(
        rows.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray(), LOG_NORMAL);
  }

  /** Five standard errors: 1.7 of the value at most, from one value. */
  private static void assertClose(List<FamilyInterval> found, ParametricLaw law, int rows) {
    assertThat(found).hasSize(1);
    assertThat(found.get(0).law().family()).isEqualTo(law.family());
    for (int i = 0; i < law.parameters().size(); i++) {
      double value = law.parameters().get(i);
      assertThat(found.get(0).law().parameters().get(i))
          .isCloseTo(value, within(5 * 1.7 * value / Math.sqrt(rows)));
    }
  }

  /**
   * With five standard errors of the parameters, quantiles are off by 12 % in the far tail, and as
   * many rows draw them to 6 %.
   */
  private static void assertQuantiles(double[] values, ParametricLaw law) {
    Arrays.sort(values);
    for (double p : new double[] {0.5, 0.99, 0.999}) {
      double truth = law.quantile(p);
      assertThat(values[(int) (p * values.length)]).isCloseTo(truth, within(0.15 * truth));
    }
  }
}

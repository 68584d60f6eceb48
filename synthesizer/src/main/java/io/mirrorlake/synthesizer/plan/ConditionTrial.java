package io.mirrorlake.synthesizer.plan;

import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import io.mirrorlake.synthesizer.condition.ColumnCondition.Target;
import io.mirrorlake.synthesizer.dependence.Dependence;
import io.mirrorlake.synthesizer.random.Uniforms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A trial of conditions that can be kept one by one: whether there are rows that keep them
 * together.
 *
 * <p>A copula gives hardly anything a probability of zero: what was never seen has what shrinkage
 * or the normal distribution leave of it. So rows are taken for impossible where chance would give
 * at least {@link #CHANCE_ROWS} of them in a table as long as the real one, and the copula less
 * than {@link #LEAST_LIFT} of that and fewer than {@link #FEW_ROWS}.
 */
final class ConditionTrial {
  /** With fewer rows by chance, one cannot tell what does not exist from what is rare. */
  private static final double CHANCE_ROWS = 100;

  /**
   * On a census table with the tree copula, pairs of relationship and sex that exclude each other
   * lie below 0.004, and the rarest pairs of education, age and income above 0.01.
   */
  private static final double LEAST_LIFT = 0.01;

  /** The number of units that a profile speaks of at the least, unless configured. */
  private static final double FEW_ROWS = 10;

  private static final int TILES = 8;

  private static final int TILE_ROWS = 512;

  /** 8 tiles of 512 rows make 65,536 proposals, in a tenth of a second. */
  private static final int ATTEMPTS = 16;

  /** Before rows are called impossible, a million proposals look for them. */
  private static final int MORE_ATTEMPTS = 256;

  private final TableProfile table;
  private final Dependence dependence;

  private ConditionTrial(TableProfile table, Dependence dependence) {
    this.table = table;
    this.dependence = dependence;
  }

  static ConditionTrial of(TableProfile table, Dependence dependence) {
    return new ConditionTrial(table, dependence);
  }

  /** What rows with the same targets show. */
  private static final class Odds {
    private double sum;
    private long rows;

    private double mean() {
      return sum / rows;
    }
  }

  /**
   * Passes where there are such rows.
   *
   * @throws UserException where there are none
   */
  void require() {
    if (estimate(ATTEMPTS).entrySet().stream().noneMatch(this::isImpossible)) {
      return;
    }
    estimate(MORE_ATTEMPTS).entrySet().stream()
        .filter(this::isImpossible)
        .findFirst()
        .ifPresent(
            none -> {
              throw complaint(none.getKey(), none.getValue().mean());
            });
  }

  private boolean isImpossible(Map.Entry<List<Target>, Odds> odds) {
    double probability = odds.getValue().mean();
    double chance = chance(odds.getKey());
    double rows = table.rows();
    return !(probability > 0)
        || (rows * chance >= CHANCE_ROWS
            && rows * probability < FEW_ROWS
            && probability < LEAST_LIFT * chance);
  }

  /** The probability of the targets if the columns were independent. */
  private static double chance(List<Target> targets) {
    double product = 1;
    for (Target target : targets) {
      product *= target.stretches().probability();
    }
    return product;
  }

  private UserException complaint(List<Target> targets, double probability) {
    return UserException.of(
        ErrorKind.CONFIGURATION,
        String.format(
            Locale.ROOT,
            "where: table '%s' has no rows with %s: the profile expects %.1f in %d rows, where"
                + " chance alone would give %.0f",
            table.name(),
            targets.stream().map(Target::asked).distinct().collect(Collectors.joining(" and ")),
            table.rows() * probability,
            table.rows(),
            table.rows() * chance(targets)),
        "remove one of these conditions, or change it");
  }

  private Map<List<Target>, Odds> estimate(int attempts) {
    List<Uniforms> streams = DrawStreams.of(table.name(), 0, dependence.draws());
    double[][] arrays = new double[streams.size()][TILE_ROWS];
    Map<List<Target>, Odds> odds = new LinkedHashMap<>();
    for (int tile = 0; tile < TILES; tile++) {
      for (int i = 0; i < arrays.length; i++) {
        streams.get(i).uniforms((long) tile * TILE_ROWS, TILE_ROWS, arrays[i]);
      }
      double[] likelihoods = dependence.likelihoods(arrays, TILE_ROWS, attempts);
      List<List<Target>> targets = dependence.targets(arrays, TILE_ROWS);
      for (int row = 0; row < TILE_ROWS; row++) {
        Odds of = odds.computeIfAbsent(targets.get(row), key -> new Odds());
        of.sum += likelihoods[row];
        of.rows++;
      }
    }
    return odds;
  }
}

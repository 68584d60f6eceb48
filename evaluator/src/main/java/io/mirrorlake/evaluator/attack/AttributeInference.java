package io.mirrorlake.evaluator.attack;

import io.mirrorlake.evaluator.nearest.GowerSpace;
import io.mirrorlake.evaluator.nearest.Neighbours;
import io.mirrorlake.evaluator.nearest.Points;
import io.mirrorlake.evaluator.nearest.Records;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Inferring one column of a person's record from all others: the guess is the value of the
 * synthetic row that is nearest along the others. A label is right if it is the same, a number if
 * it is within 2.5 % of the real rows by rank. The naive guess is the value that is right for the
 * most synthetic rows.
 *
 * @param secrets each column as the secret, in the order of the table
 */
public record AttributeInference(List<Secret> secrets) {
  /** A window of 5 % of the rows about the guess. */
  private static final int TOLERANCE = GowerSpace.UNIT / 40;

  /** With one column there is nothing to infer it from. */
  public static final int MIN_WIDTH = 2;

  public AttributeInference {
    secrets = List.copyOf(secrets);
  }

  /**
   * One column as the secret.
   *
   * @param column its name
   * @param result what became of the attack
   */
  public record Secret(String column, AttackResult result) {}

  /** The attack on at most so many targets of either side. */
  public static AttributeInference of(AttackTables tables, GowerSpace space, int targets) {
    AttackTables chosen = tables.withTargets(targets);
    Points synthetic = space.place(tables.synthetic());
    Points train = space.place(chosen.train());
    Points control = space.place(chosen.control());
    return new AttributeInference(
        IntStream.range(0, synthetic.width())
            .mapToObj(
                secret ->
                    new Secret(
                        space.axes().get(secret).name(),
                        new Attack(synthetic, secret).result(train, control)))
            .toList());
  }

  private record Attack(Points synthetic, int secret) {
    AttackResult result(Points train, Points control) {
      int naive = mostOften();
      long rows = train.size();
      return new AttackResult(
          new Rate(inferred(train), rows),
          new Rate(inferred(control), control.size()),
          new Rate(
              IntStream.range(0, train.size())
                  .filter(t -> isRight(synthetic, naive, train, t))
                  .count(),
              rows));
    }

    private double inferred(Points targets) {
      int[] known = IntStream.range(0, synthetic.width()).filter(axis -> axis != secret).toArray();
      Neighbours nearest = Records.nearest(synthetic.along(known), targets.along(known));
      return IntStream.range(0, targets.size())
          .filter(t -> isRight(synthetic, (int) nearest.name(t), targets, t))
          .count();
    }

    private boolean isRight(Points guesses, int guess, Points targets, int target) {
      int difference = guesses.difference(secret, guess, targets, target);
      return difference <= TOLERANCE;
    }

    /** The row whose secret, taken as the guess, is right for the most rows. */
    private int mostOften() {
      int tolerance = synthetic.isNumber(secret) ? TOLERANCE : 0;
      int[] order =
          IntStream.range(0, synthetic.size())
              .boxed()
              .sorted(Comparator.comparingInt(row -> synthetic.coordinate(secret, row)))
              .mapToInt(Integer::intValue)
              .toArray();
      int[] values = Arrays.stream(order).map(r -> synthetic.coordinate(secret, r)).toArray();
      int best = 0;
      int most = 0;
      int from = 0;
      int to = 0;
      for (int i = 0; i < values.length; i++) {
        while (values[from] < values[i] - tolerance) {
          from++;
        }
        while (to < values.length && values[to] <= values[i] + tolerance) {
          to++;
        }
        if (to - from > most) {
          most = to - from;
          best = order[i];
        }
      }
      return best;
    }
  }

  /** The secret with the clearest excess among those where the attack says something. */
  public Optional<Secret> worst() {
    return secrets.stream()
        .filter(secret -> !secret.result.saysNothing())
        .max(Comparator.comparingDouble(secret -> secret.result.deviations()));
  }
}

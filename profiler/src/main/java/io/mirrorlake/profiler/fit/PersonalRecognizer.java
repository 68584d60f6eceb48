package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.marginal.PersonalKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recognizes personal data by what values look like, by the words in them, and by the column's
 * name.
 *
 * <p>The confidence is s (1 - (1 - m)(1 - w)(1 - n)), where s is the share of values of the kind's
 * shape, m the share of those with a mark that no other kind has, w the share that a language
 * knows, and n = 0.8 where the column's name speaks for the kind: independent reasons, each of
 * which may suffice.
 */
final class PersonalRecognizer {
  /** How much a column's name says: four of five so named hold what they say. */
  private static final double NAME_WEIGHT = 0.8;

  /** Nothing that is recognized is certain; what is laid down is. */
  static final double MOST_CONFIDENCE = 0.99;

  /** Below it a column is a text like any other. */
  private static final double LEAST_CONFIDENCE = 0.6;

  /** Fewer values than this of a shape are not enough, whatever the column is called. */
  private static final double LEAST_SHAPE = 0.75;

  /** Things have names of several words too; of people's, a language knows this share at least. */
  private static final double LEAST_KNOWN_FULL_NAMES = 0.35;

  /** Words alone, without the column's name, have to be known to this share. */
  private static final double LEAST_KNOWN_ALONE = 0.6;

  private PersonalRecognizer() {}

  /** What the different values of a column are, if it is personal data. */
  static Optional<Recognition> recognize(String column, Collection<String> values) {
    List<String> present = values.stream().filter(value -> !value.isBlank()).toList();
    if (present.isEmpty()) {
      return Optional.empty();
    }
    ColumnNameHint hint = ColumnNameHint.of(column);
    return Stream.of(PersonalKind.values())
        .map(kind -> judge(kind, hint, present))
        .filter(found -> found.confidence() >= LEAST_CONFIDENCE)
        .max(
            Comparator.comparingDouble(Recognition::confidence)
                .thenComparing(found -> found.kind() == PersonalKind.FULL_NAME));
  }

  private static Recognition judge(PersonalKind kind, ColumnNameHint hint, List<String> values) {
    double shape = PersonalShapes.share(values, PersonalShapes.of(kind));
    boolean named = hint.suggests(kind);
    double marked = PersonalShapes.share(values, PersonalShapes.marked(kind));
    if (shape < LEAST_SHAPE || (!named && marked == 0 && !WordEvidence.hasWords(kind))) {
      return rejected(kind);
    }
    WordEvidence words = WordEvidence.of(kind, values);
    boolean fullName = kind == PersonalKind.FULL_NAME;
    if ((fullName && words.share() < LEAST_KNOWN_FULL_NAMES)
        || (!named && marked == 0 && words.share() < LEAST_KNOWN_ALONE)) {
      return rejected(kind);
    }
    double doubt = (1 - marked) * (1 - words.share()) * (named ? 1 - NAME_WEIGHT : 1);
    return new Recognition(kind, rounded(shape * (1 - doubt)), words.locale(), words.share());
  }

  /** Below any confidence that counts. */
  private static Recognition rejected(PersonalKind kind) {
    return new Recognition(kind, 0, WordEvidence.NONE.locale(), 0);
  }

  /** Two decimals, rounded down, so that what is nearly sure does not seem to be certain. */
  private static double rounded(double confidence) {
    return BigDecimal.valueOf(Math.min(confidence, MOST_CONFIDENCE))
        .setScale(2, RoundingMode.DOWN)
        .doubleValue();
  }
}

package io.mirrorlake.profiler.marginal;

import java.util.List;
import java.util.Optional;

/**
 * Personal data, to be made up from words that Datafaker knows.
 *
 * @param kind what it is
 * @param confidence how sure its recognition is, in (0, 1]; 1 where it was configured
 * @param locale the language of the words, as a BCP 47 tag
 * @param letterCase how letters are written
 * @param parts what enough values have in common: the domains of e-mail addresses, the networks of
 *     IP addresses, the beginnings of URLs; their probabilities sum to at most 1, the rest is made
 *     up
 * @param look the patterns of telephone numbers, postal codes, cards and accounts
 */
public record PersonalFormat(
    PersonalKind kind,
    double confidence,
    String locale,
    LetterCase letterCase,
    List<Part> parts,
    Optional<PatternFormat> look)
    implements TextFormat {

  /**
   * A part that values share.
   *
   * @param text the part
   * @param weight the share of values that have it, in (0, 1]
   */
  public record Part(String text, double weight) {
    public Part {
      if (text.isEmpty() || !(weight > 0 && weight <= 1)) {
        throw new IllegalArgumentException("the part '" + text + "' with probability " + weight);
      }
    }
  }

  public PersonalFormat {
    parts = List.copyOf(parts);
    if (!(confidence > 0 && confidence <= 1)) {
      throw new IllegalArgumentException("a confidence must lie in (0, 1]: " + confidence);
    }
    if (!parts.isEmpty() && !kind.hasParts()) {
      throw new IllegalArgumentException(kind + " has no parts");
    }
    if (look.isPresent() != kind.hasLook()) {
      throw new IllegalArgumentException(
          kind + (kind.hasLook() ? " needs" : " has no") + " patterns");
    }
    double sum = parts.stream().mapToDouble(Part::weight).sum();
    if (!(sum <= 1 + Weights.SUM_TOLERANCE)) {
      throw new IllegalArgumentException("part probabilities sum to " + sum + ", above 1");
    }
  }
}

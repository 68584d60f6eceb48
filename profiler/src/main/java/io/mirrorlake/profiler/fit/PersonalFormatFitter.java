package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.marginal.CheckDigit;
import io.mirrorlake.profiler.marginal.LetterCase;
import io.mirrorlake.profiler.marginal.PatternFormat;
import io.mirrorlake.profiler.marginal.PersonalFormat;
import io.mirrorlake.profiler.marginal.PersonalFormat.Part;
import io.mirrorlake.profiler.marginal.PersonalKind;
import io.mirrorlake.profiler.sketch.Tally;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Learns how recognized personal data is written, and the parts that enough values share. */
final class PersonalFormatFitter {
  /** More parts than a reviewer will read. */
  private static final int MAX_PARTS = 50;

  /** Columns keep to a case but for a few values. */
  private static final double SAME_CASE = 0.9;

  /** A secret limit lies so far below, so that no single value decides. */
  private static final double LEEWAY = 0.1;

  /** A confidence is not told as none. */
  private static final double LEAST_TOLD = 0.05;

  private PersonalFormatFitter() {}

  /** The format of these values, which are not empty and together may be told. */
  static PersonalFormat fit(Map<String, Tally> values, Recognition found, ColumnRule rule) {
    PersonalKind kind = found.kind();
    Map<String, Tally> counted = found.kind().isIdentifying() ? different(values) : values;
    Optional<PatternFormat> look =
        kind.hasLook() ? Optional.of(look(kind, counted, rule)) : Optional.empty();
    List<Part> parts = kind.hasParts() ? parts(kind, counted, rule) : List.of();
    return new PersonalFormat(
        kind,
        confidence(found.confidence(), values.size(), rule),
        found.locale(),
        letterCase(kind, values, rule),
        parts,
        look);
  }

  /** What numbers of this kind look like; those of cards and accounts are always valid. */
  private static PatternFormat look(PersonalKind kind, Map<String, Tally> values, ColumnRule rule) {
    PatternFormat look = TextFormatFitter.fit(values, rule);
    return switch (kind) {
      case CARD -> new PatternFormat(look.patterns(), CheckDigit.LUHN);
      case IBAN -> new PatternFormat(look.patterns(), CheckDigit.IBAN);
      default -> look;
    };
  }

  /** Every value counted once, by its units: many rows of one person tell nothing. */
  private static Map<String, Tally> different(Map<String, Tally> values) {
    Map<String, Tally> once = new TreeMap<>(values);
    once.replaceAll((value, tally) -> new Tally(1, tally.units()));
    return once;
  }

  private static List<Part> parts(PersonalKind kind, Map<String, Tally> values, ColumnRule rule) {
    Map<String, Tally> shared = new TreeMap<>();
    values.forEach((value, tally) -> shared.merge(part(kind, value), tally, rule::join));
    List<Map.Entry<String, Tally>> frequent =
        shared.entrySet().stream()
            .filter(part -> rule.allows(part.getValue()) && !part.getKey().isEmpty())
            .sorted(Comparator.comparingLong(part -> -part.getValue().rows()))
            .limit(MAX_PARTS)
            .toList();
    List<Count> told = Count.of(frequent, rule, "part ");
    frequent.forEach(part -> shared.remove(part.getKey()));
    Tally others = shared.values().stream().reduce(Tally.ZERO, rule::join);
    long all = Count.sum(told) + (rule.allows(others) ? rule.count(others, "parts") : 0);
    return told.stream()
        .map(part -> new Part(part.text(), Rounding.share(part.rows(), all)))
        .toList();
  }

  /**
   * The confidence, moved by as much as a few of the values make; what is laid down is certain, and
   * stays so.
   */
  private static double confidence(double exact, int values, ColumnRule rule) {
    if (exact == 1) {
      return 1;
    }
    double moved = rule.rounding().number(exact, (double) rule.threshold() / values, "confidence");
    double kept = Math.min(PersonalRecognizer.MOST_CONFIDENCE, Math.max(LEAST_TOLD, moved));
    return Math.rint(100 * kept) / 100;
  }

  /**
   * What may be shared: a domain, the upper half of an IPv4 address, a URL up to its last slash.
   */
  private static String part(PersonalKind kind, String value) {
    return switch (kind) {
      case EMAIL -> value.indexOf('@') < 0 ? "" : value.substring(value.lastIndexOf('@') + 1);
      case IPV4 -> value.substring(0, value.indexOf('.', value.indexOf('.') + 1) + 1);
      default -> value.substring(0, value.lastIndexOf('/') + 1);
    };
  }

  private static LetterCase letterCase(
      PersonalKind kind, Map<String, Tally> values, ColumnRule rule) {
    long upper = 0;
    long lower = 0;
    for (String value : values.keySet()) {
      String text = kind == PersonalKind.EMAIL ? value.replaceAll("@.*", "") : value;
      boolean letters = !LetterCase.UPPER.of(text).equals(LetterCase.LOWER.of(text));
      upper += letters && text.equals(LetterCase.UPPER.of(text)) ? 1 : 0;
      lower += letters && text.equals(LetterCase.LOWER.of(text)) ? 1 : 0;
    }
    double most = rule.rounding().limit(SAME_CASE, SAME_CASE - LEEWAY, "case") * values.size();
    if (upper >= most) {
      return LetterCase.UPPER;
    }
    return lower >= most ? LetterCase.LOWER : LetterCase.NATURAL;
  }
}

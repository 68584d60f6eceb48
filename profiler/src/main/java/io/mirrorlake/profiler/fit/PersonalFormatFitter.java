package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.marginal.CheckDigit;
import io.mirrorlake.profiler.marginal.LetterCase;
import io.mirrorlake.profiler.marginal.PatternFormat;
import io.mirrorlake.profiler.marginal.PersonalFormat;
import io.mirrorlake.profiler.marginal.PersonalFormat.Part;
import io.mirrorlake.profiler.marginal.PersonalKind;
import io.mirrorlake.profiler.sketch.Tally;
import java.util.ArrayList;
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

  private PersonalFormatFitter() {}

  /** The format of these values, which are not empty and together may be told. */
  static PersonalFormat fit(Map<String, Tally> values, Recognition found, ColumnRule rule) {
    PersonalKind kind = found.kind();
    Map<String, Tally> counted = found.kind().isIdentifying() ? different(values) : values;
    Optional<PatternFormat> look =
        kind.hasLook() ? Optional.of(look(kind, counted, rule)) : Optional.empty();
    List<Part> parts = kind.hasParts() ? parts(kind, counted, rule) : List.of();
    return new PersonalFormat(
        kind, found.confidence(), found.locale(), letterCase(kind, values), parts, look);
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
    long rows = 0;
    for (Map.Entry<String, Tally> value : values.entrySet()) {
      rows += value.getValue().rows();
      String part = part(kind, value.getKey());
      if (!part.isEmpty()) {
        shared.merge(part, value.getValue(), rule::join);
      }
    }
    long all = rows;
    List<Map.Entry<String, Tally>> told =
        new ArrayList<>(
            shared.entrySet().stream().filter(part -> rule.allows(part.getValue())).toList());
    told.sort(Comparator.comparingLong(part -> -part.getValue().rows()));
    return told.stream()
        .limit(MAX_PARTS)
        .map(part -> new Part(part.getKey(), Rounding.share(part.getValue().rows(), all)))
        .toList();
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

  private static LetterCase letterCase(PersonalKind kind, Map<String, Tally> values) {
    long upper = 0;
    long lower = 0;
    for (String value : values.keySet()) {
      String text = kind == PersonalKind.EMAIL ? value.replaceAll("@.*", "") : value;
      boolean letters = !LetterCase.UPPER.of(text).equals(LetterCase.LOWER.of(text));
      upper += letters && text.equals(LetterCase.UPPER.of(text)) ? 1 : 0;
      lower += letters && text.equals(LetterCase.LOWER.of(text)) ? 1 : 0;
    }
    if (upper >= SAME_CASE * values.size()) {
      return LetterCase.UPPER;
    }
    return lower >= SAME_CASE * values.size() ? LetterCase.LOWER : LetterCase.NATURAL;
  }
}

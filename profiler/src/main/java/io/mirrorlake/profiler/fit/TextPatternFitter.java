package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.marginal.TextPattern.Run;
import io.mirrorlake.profiler.sketch.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the values of one shape have in common, run by run. */
final class TextPatternFitter {
  /** A run that says one of so few things is told as what it says. */
  private static final int MAX_CHOICES = 12;

  /** What may be told of a run must make up this share of it, or the run is told by its letters. */
  private static final double COVERAGE = 0.95;

  /** How far that limit lies below in secret, so that no single value decides. */
  private static final double LEEWAY = 0.05;

  private final ColumnRule rule;
  private final TextShape shape;
  private final Map<String, Tally> values = new TreeMap<>();
  private Tally tally = Tally.ZERO;

  TextPatternFitter(ColumnRule rule, TextShape shape) {
    this.rule = rule;
    this.shape = shape;
  }

  void add(String value, Tally occurrences) {
    values.put(value, occurrences);
    tally = rule.join(tally, occurrences);
  }

  Tally tally() {
    return tally;
  }

  /**
   * This pattern as several, one for each thing that a run says, where a run says few things and
   * enough units carry each; so that what goes with a prefix stays with it. Values that say
   * anything else are left out.
   */
  List<TextPatternFitter> split() {
    if (!rule.allows(tally)) {
      return List.of();
    }
    int runs = shape.split(values.keySet().iterator().next()).size();
    for (int i = 0; i < runs; i++) {
      Map<String, TextPatternFitter> choices = choices(i);
      if (!choices.isEmpty()) {
        List<TextPatternFitter> parts = new ArrayList<>();
        choices.values().forEach(choice -> parts.addAll(choice.split()));
        return parts;
      }
    }
    return List.of(this);
  }

  /** The values by what run i says; empty where it always says the same, or too many things. */
  private Map<String, TextPatternFitter> choices(int i) {
    Map<String, TextPatternFitter> choices = new TreeMap<>();
    values.forEach(
        (value, occurrences) ->
            choices
                .computeIfAbsent(
                    shape.split(value).get(i), text -> new TextPatternFitter(rule, shape))
                .add(value, occurrences));
    if (choices.size() == 1) {
      return Map.of();
    }
    choices.values().removeIf(choice -> !rule.allows(choice.tally));
    boolean letters = choices.keySet().stream().allMatch(text -> text.length() == 1);
    if (letters && choices.size() > MAX_CHOICES / 2) {
      return Map.of();
    }
    long rows = choices.values().stream().mapToLong(choice -> choice.tally.rows()).sum();
    double coverage = rule.rounding().limit(COVERAGE, COVERAGE - LEEWAY, "choices");
    return choices.size() <= MAX_CHOICES && rows >= coverage * tally.rows() ? choices : Map.of();
  }

  /** The runs, character by character where lengths are the same. */
  List<Run> runs() {
    if (!shape.hasLengths()) {
      return wideRuns();
    }
    List<Run> runs = new ArrayList<>();
    Map<String, Tally> usual = withoutExceptions();
    int length = usual.keySet().iterator().next().length();
    for (int i = 0; i < length; i++) {
      int position = i;
      CharacterTally characters = new CharacterTally(rule);
      usual.forEach((value, carried) -> characters.add(value.charAt(position), carried));
      append(runs, characters.alphabet());
    }
    return runs;
  }

  /**
   * The values but for those that, too few to be told, have another character where all others have
   * the same; all values where that leaves too few.
   */
  private Map<String, Tally> withoutExceptions() {
    int length = values.keySet().iterator().next().length();
    Set<String> exceptions = new HashSet<>();
    for (int i = 0; i < length; i++) {
      exceptions.addAll(exceptions(i));
    }
    Map<String, Tally> usual = new TreeMap<>(values);
    usual.keySet().removeAll(exceptions);
    boolean few = !rule.allows(sum(exceptions)) && rule.allows(sum(usual.keySet()));
    return few ? usual : values;
  }

  /** The values that differ from all others at a position; none where they are not few. */
  private Set<String> exceptions(int position) {
    Map<Character, Set<String>> byCharacter = new TreeMap<>();
    values
        .keySet()
        .forEach(v -> byCharacter.computeIfAbsent(v.charAt(position), c -> new HashSet<>()).add(v));
    Set<String> usual =
        byCharacter.values().stream().max(Comparator.comparingInt(Set::size)).orElseThrow();
    Set<String> exceptions = new HashSet<>(values.keySet());
    exceptions.removeAll(usual);
    return rule.allows(sum(exceptions)) ? Set.of() : exceptions;
  }

  private Tally sum(Set<String> some) {
    return some.stream()
        .map(value -> values.getOrDefault(value, Tally.ZERO))
        .reduce(Tally.ZERO, rule::join);
  }

  /** Neighbours with the same alphabet are one run. */
  private static void append(List<Run> runs, String alphabet) {
    int last = runs.size() - 1;
    if (last >= 0 && runs.get(last).alphabet().equals(alphabet)) {
      int length = runs.get(last).maxLength() + 1;
      runs.set(last, new Run(alphabet, length, length));
    } else {
      runs.add(new Run(alphabet, 1, 1));
    }
  }

  /** The runs with one alphabet each, of any length that may be told. */
  List<Run> wideRuns() {
    List<CharacterTally> characters = new ArrayList<>();
    List<TreeMap<Integer, Tally>> lengths = new ArrayList<>();
    values.forEach(
        (value, carried) -> {
          List<String> parts = shape.split(value);
          for (int i = 0; i < parts.size(); i++) {
            if (i == characters.size()) {
              characters.add(new CharacterTally(rule));
              lengths.add(new TreeMap<>());
            }
            characters.get(i).addAll(parts.get(i), carried);
            lengths.get(i).merge(parts.get(i).length(), carried, rule::join);
          }
        });
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < characters.size(); i++) {
      runs.add(run(characters.get(i).alphabet(), lengths.get(i)));
    }
    return runs;
  }

  private Run run(String alphabet, Map<Integer, Tally> lengths) {
    List<Integer> told =
        lengths.entrySet().stream()
            .filter(e -> rule.allows(e.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toList());
    if (told.isEmpty()) {
      TreeMap<Integer, Long> rows = new TreeMap<>();
      lengths.forEach((length, carried) -> rows.put(length, carried.rows()));
      told.add(TextFormatFitter.middle(rows));
    }
    return new Run(alphabet, told.get(0), told.get(told.size() - 1));
  }
}

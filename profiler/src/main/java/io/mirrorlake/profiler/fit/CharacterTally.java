package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.sketch.Tally;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The characters at one place of a pattern. A character stands alone only where every value has it,
 * so that fixed characters side by side are carried together by all of them.
 */
final class CharacterTally {
  /**
   * A letter that each value has with probability 1 in n is missing from 5 n values with
   * probability e^-5: what so many values do not show is not in the alphabet.
   */
  private static final int SHOWN = 5;

  private final ColumnRule rule;
  private final TreeMap<Character, Tally> characters = new TreeMap<>();
  private final Map<CharacterRun, Tally> kinds = new EnumMap<>(CharacterRun.class);
  private Tally all = Tally.ZERO;

  CharacterTally(ColumnRule rule) {
    this.rule = rule;
  }

  /** Adds the character that a value has here. */
  void add(char character, Tally carried) {
    addAll(Character.toString(character), carried);
  }

  /** Adds the characters that a value has here. */
  void addAll(String text, Tally carried) {
    text.chars().distinct().forEach(c -> characters.merge((char) c, carried, rule::join));
    text.chars()
        .mapToObj(c -> CharacterRun.of((char) c))
        .distinct()
        .forEach(kind -> kinds.merge(kind, carried, rule::join));
    all = rule.join(all, carried);
  }

  /** The characters that may be told, or all of their kinds where those are too few to say. */
  String alphabet() {
    TreeSet<Character> told = new TreeSet<>();
    characters.forEach(
        (character, carried) -> {
          if (rule.allows(carried) && !Character.isSurrogate(character)) {
            told.add(character);
          }
        });
    boolean universal = characters.size() == 1 && told.size() == 1;
    if (!universal && !isShown(told)) {
      told.addAll(ofKinds());
    }
    StringBuilder alphabet = new StringBuilder();
    told.forEach(alphabet::append);
    return alphabet.toString();
  }

  /** Whether what was not told would have been, if it were as frequent as what was. */
  private boolean isShown(Set<Character> told) {
    int possible = ofKinds().size();
    boolean sparse = told.size() > 1 && 2 * told.size() < possible;
    boolean plenty = told.size() > 1 && all.rows() >= (long) SHOWN * rule.threshold() * possible;
    return sparse || plenty || (told.size() > 1 && told.size() == possible);
  }

  private Set<Character> ofKinds() {
    Set<Character> possible = new TreeSet<>();
    kinds.forEach(
        (kind, carried) -> {
          if (rule.allows(carried)) {
            kind.alphabet().chars().forEach(c -> possible.add((char) c));
          }
        });
    if (possible.isEmpty()) {
      CharacterRun.SMALL.alphabet().chars().forEach(c -> possible.add((char) c));
    }
    return possible;
  }
}

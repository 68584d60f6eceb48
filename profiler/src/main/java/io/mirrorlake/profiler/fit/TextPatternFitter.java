package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.marginal.TextPattern.Run;
import io.mirrorlake.profiler.sketch.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What the values of one signature have in common, run by run. */
final class TextPatternFitter {
  private final ColumnRule rule;
  private final List<RunFitter> runs = new ArrayList<>();
  private Tally tally = Tally.ZERO;

  TextPatternFitter(ColumnRule rule) {
    this.rule = rule;
  }

  void add(String value, Tally occurrences) {
    List<String> parts = CharacterRun.split(value);
    for (int i = 0; i < parts.size(); i++) {
      if (i == runs.size()) {
        runs.add(new RunFitter(CharacterRun.of(parts.get(i).charAt(0))));
      }
      runs.get(i).add(parts.get(i), occurrences);
    }
    tally = rule.join(tally, occurrences);
  }

  Tally tally() {
    return tally;
  }

  List<Run> runs() {
    return runs.stream().map(RunFitter::run).toList();
  }

  /** The characters and lengths at one place of the signature. */
  private final class RunFitter {
    private final CharacterRun kind;
    private final TreeMap<Character, Tally> characters = new TreeMap<>();
    private final TreeMap<Integer, Tally> lengths = new TreeMap<>();

    RunFitter(CharacterRun kind) {
      this.kind = kind;
    }

    void add(String part, Tally occurrences) {
      lengths.merge(part.length(), occurrences, rule::join);
      part.chars().distinct().forEach(c -> characters.merge((char) c, occurrences, rule::join));
    }

    Run run() {
      StringBuilder alphabet = new StringBuilder();
      characters.forEach(
          (character, carried) -> {
            if (rule.allows(carried) && !Character.isSurrogate(character)) {
              alphabet.append(character);
            }
          });
      List<Integer> told =
          lengths.entrySet().stream()
              .filter(e -> rule.allows(e.getValue()))
              .map(e -> e.getKey())
              .toList();
      int least = told.isEmpty() ? meanLength() : told.get(0);
      int greatest = told.isEmpty() ? least : told.get(told.size() - 1);
      return new Run(alphabet.isEmpty() ? kind.alphabet() : alphabet.toString(), least, greatest);
    }

    private int meanLength() {
      double sum = 0;
      double rows = 0;
      for (var length : lengths.entrySet()) {
        sum += (double) length.getKey() * length.getValue().rows();
        rows += length.getValue().rows();
      }
      return (int) Math.max(1, Math.round(sum / rows));
    }
  }
}

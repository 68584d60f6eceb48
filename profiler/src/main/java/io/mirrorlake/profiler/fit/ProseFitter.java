package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.lexicon.Lexicon;
import io.mirrorlake.profiler.lexicon.WordKind;
import io.mirrorlake.profiler.marginal.ProseFormat;
import io.mirrorlake.profiler.marginal.ProseFormat.Length;
import io.mirrorlake.profiler.marginal.ProseFormat.Successor;
import io.mirrorlake.profiler.marginal.ProseFormat.Word;
import io.mirrorlake.profiler.sketch.Tally;
import io.mirrorlake.profiler.sketch.Units;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Learns free text: the lengths, words and pairs of words that enough units carry, and nothing
 * else.
 */
final class ProseFitter {
  /** A word with its marks, or one sign. */
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}'’_-]+|[^\\s]");

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?]");

  /** The most frequent thousand words are three quarters of any text. */
  private static final int MAX_WORDS = 1000;

  /** Beyond these, the next word says more of the one text than of the language. */
  private static final int MAX_NEXT = 12;

  /** Fewer words make no text; words that mean nothing stand in for them. */
  private static final int LEAST_WORDS = 12;

  /** As many words that mean nothing as a reader will not see repeat. */
  private static final int PLAIN_WORDS = 100;

  /** Columns of two or three words are names of things. */
  private static final double LEAST_MEAN_WORDS = 3.5;

  /** What a single value counts for at most, so that a long one does not decide for all. */
  private static final double MOST_WORDS = 7;

  /** A text that says one word again and again says it as often as this. */
  private static final int MOST_TIMES = 3;

  /** The secret limit of words lies so far below at most. */
  private static final double LEEWAY = 0.25;

  /** What has fewer letters among its characters is a code. */
  private static final double LEAST_LETTERS = 0.7;

  private final ColumnRule rule;
  private final Map<String, Occurrences> words = new TreeMap<>();
  private final Map<String, Map<String, Occurrences>> next = new TreeMap<>();
  private final Map<Integer, Tally> lengths = new TreeMap<>();

  private ProseFitter(ColumnRule rule) {
    this.rule = rule;
  }

  /** Whether most of these values are free text. */
  static boolean isProse(Collection<String> values, ColumnRule rule) {
    double words = 0;
    double letters = 0;
    for (String value : values) {
      words += Math.min(MOST_WORDS, value.strip().split("\\s+", -1).length);
      long characters = value.chars().filter(c -> !Character.isWhitespace(c)).count();
      letters +=
          (double) value.chars().filter(Character::isLetter).count() / Math.max(1, characters);
    }
    double least =
        rule.rounding().limit(LEAST_MEAN_WORDS, LEAST_MEAN_WORDS - LEEWAY, "words") * values.size();
    return words >= least && letters >= LEAST_LETTERS * values.size();
  }

  /** The format of these values, which are not empty and together may be told. */
  static ProseFormat fit(Map<String, Tally> values, ColumnRule rule) {
    ProseFitter fitter = new ProseFitter(rule);
    values.forEach(fitter::add);
    return fitter.format();
  }

  private void add(String text, Tally carried) {
    Matcher tokens = TOKEN.matcher(text);
    String previous = "";
    Map<String, Integer> seen = new HashMap<>();
    Map<String, Map<String, Integer>> pairs = new HashMap<>();
    int length = 0;
    while (tokens.find()) {
      String word = tokens.group();
      seen.merge(word, 1, Integer::sum);
      pairs.computeIfAbsent(previous, p -> new HashMap<>()).merge(word, 1, Integer::sum);
      previous = SENTENCE_END.matcher(word).matches() ? "" : word;
      length++;
    }
    lengths.merge(bin(Math.max(1, length)), carried, rule::join);
    seen.forEach((word, times) -> count(words, word, times, carried));
    pairs.forEach(
        (first, followers) -> {
          Map<String, Occurrences> counts = next.computeIfAbsent(first, f -> new TreeMap<>());
          followers.forEach((word, times) -> count(counts, word, times, carried));
        });
  }

  private void count(Map<String, Occurrences> counts, String word, int times, Tally carried) {
    Occurrences more = new Occurrences(Math.min(MOST_TIMES, times) * carried.rows(), carried);
    counts.merge(word, more, (a, b) -> a.plus(b, rule));
  }

  private ProseFormat format() {
    List<Count> told = told(words, MAX_WORDS, "word ");
    if (told.size() < LEAST_WORDS) {
      return new ProseFormat(lengths(), List.of(), plainWords());
    }
    Set<String> known = told.stream().map(Count::text).collect(Collectors.toSet());
    long all = Count.sum(told);
    List<Word> vocabulary =
        told.stream()
            .map(
                word ->
                    new Word(
                        word.text(),
                        Rounding.share(word.rows(), all),
                        successors(word.text(), known)))
            .toList();
    return new ProseFormat(lengths(), successors("", known), vocabulary);
  }

  private List<Successor> successors(String word, Set<String> known) {
    Map<String, Occurrences> followers = new TreeMap<>(next.getOrDefault(word, Map.of()));
    long all = followers.values().stream().mapToLong(Occurrences::times).sum();
    followers.keySet().retainAll(known);
    List<Count> told = told(followers, MAX_NEXT, "after " + word + " ");
    long others = all - told.stream().mapToLong(next -> times(followers, next.text())).sum();
    long sum = Count.sum(told) + (others > 0 ? rule.count(others, "others after " + word) : 0);
    return told.stream()
        .map(next -> new Successor(next.text(), Rounding.share(next.rows(), sum)))
        .toList();
  }

  private static long times(Map<String, Occurrences> counts, String word) {
    return Optional.ofNullable(counts.get(word)).orElseThrow().times();
  }

  private List<Count> told(Map<String, Occurrences> counts, int limit, String what) {
    List<Map.Entry<String, Occurrences>> told = new ArrayList<>(counts.entrySet());
    told.removeIf(entry -> !rule.allows(entry.getValue().carried()));
    told.sort(Comparator.comparingLong(entry -> -entry.getValue().times()));
    List<Map.Entry<String, Tally>> tallies =
        told.stream()
            .limit(limit)
            .map(e -> Map.entry(e.getKey(), new Tally(e.getValue().times(), Units.NONE)))
            .toList();
    return Count.of(tallies, rule, what);
  }

  private static List<Word> plainWords() {
    List<String> plain = Lexicon.of(Lexicon.DEFAULT_LOCALE).words(WordKind.PLAIN);
    List<String> some = plain.subList(0, Math.min(PLAIN_WORDS, plain.size()));
    return some.stream()
        .map(word -> new Word(word, Rounding.share(1, some.size()), List.of()))
        .toList();
  }

  private List<Length> lengths() {
    List<Map.Entry<Integer, Tally>> told = new ArrayList<>(lengths.entrySet());
    told.removeIf(bin -> !rule.allows(bin.getValue()));
    if (told.isEmpty()) {
      return List.of(length(medianBin(), 1));
    }
    long[] rows =
        told.stream()
            .mapToLong(bin -> rule.count(bin.getValue(), "lengths " + bin.getKey()))
            .toArray();
    long all = LongStream.of(rows).sum();
    return IntStream.range(0, rows.length)
        .mapToObj(i -> length(told.get(i).getKey(), Rounding.share(rows[i], all)))
        .toList();
  }

  private static Length length(int bin, double weight) {
    return new Length(start(bin), start(bin + 1) - 1, weight);
  }

  private int medianBin() {
    long rows = lengths.values().stream().mapToLong(Tally::rows).sum();
    long below = 0;
    int last = 0;
    for (Map.Entry<Integer, Tally> bin : lengths.entrySet()) {
      below += bin.getValue().rows();
      last = bin.getKey();
      if (2 * below >= rows) {
        break;
      }
    }
    return last;
  }

  /** Bins have edges that no text decides: 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, ... words. */
  private static int bin(int words) {
    int bin = 0;
    while (start(bin + 1) <= words) {
      bin++;
    }
    return bin;
  }

  private static int start(int bin) {
    if (bin == 0) {
      return 1;
    }
    return bin % 2 == 1 ? 1 << ((bin + 1) / 2) : 3 << ((bin / 2) - 1);
  }

  /** How often something occurs, and who carries it. */
  private record Occurrences(long times, Tally carried) {
    Occurrences plus(Occurrences other, ColumnRule rule) {
      return new Occurrences(times + other.times, rule.join(carried, other.carried));
    }
  }
}

package io.mirrorlake.profiler.writing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds how a column of texts writes what it holds, by some of them. Texts of digits alone are
 * codes unless they are dates: nothing tells postal codes from numbers.
 */
public final class WritingSearch {
  /** Fewer texts prove nothing. */
  private static final int LEAST_TEXTS = 20;

  /** So many texts have all shapes that are worth a look. */
  private static final int LOOKED_AT = 20;

  /** What share of the texts may be written otherwise. */
  private static final double TOLERATED = 0.02;

  /** No column can be read in more ways that differ. */
  private static final int MOST_FOUND = 8;

  /** Signs before and behind a number are no longer. */
  private static final int LONGEST_SIGN = 8;

  private static final List<String> GROUPS = List.of("", ",", ".", " ", "\u00a0", "\u202f", "'");

  private WritingSearch() {}

  /**
   * The writings that all but a few of the texts follow, those first that most follow; empty where
   * there is none.
   *
   * @param texts a sample, without nulls
   */
  public static List<Writing> search(List<String> texts) {
    List<String> first = texts.stream().limit(LOOKED_AT).toList();
    if (texts.size() < LEAST_TEXTS
        || first.stream().noneMatch(text -> text.chars().anyMatch(Character::isDigit))) {
      return List.of();
    }
    List<Writing> times =
        best(
            TimeWriting.ALL.stream()
                .filter(writing -> first.stream().anyMatch(text -> writing.read(text).isPresent())),
            texts);
    return times.isEmpty() ? best(numbers(first), texts) : times;
  }

  /** How many different texts a column has at least, or else they are labels: 1.0, 2.0. */
  public static int leastDistinct(Writing writing) {
    return writing instanceof NumberWriting ? 20 : 5;
  }

  private static List<Writing> best(Stream<? extends Writing> writings, List<String> texts) {
    Map<Writing, Integer> others = new LinkedHashMap<>();
    int most = (int) (TOLERATED * texts.size());
    writings
        .distinct()
        .forEach(
            writing -> {
              int count = others(texts, writing, most);
              if (count <= most && isProven(writing, texts)) {
                others.put(writing, count);
              }
            });
    return others.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .limit(MOST_FOUND)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How many texts are not written so; counts to one more than most. */
  private static int others(List<String> texts, Writing writing, int most) {
    int others = 0;
    for (String text : texts) {
      others += writing.read(text).isPresent() ? 0 : 1;
      if (others > most) {
        break;
      }
    }
    return others;
  }

  /** Codes in groups of three digits all have as many: 555 123 456. Numbers have not. */
  private static boolean isProven(Writing writing, List<String> texts) {
    return !(writing instanceof NumberWriting number)
        || number.group().isEmpty()
        || number.decimals() > 0
        || texts.stream().mapToInt(String::length).distinct().count() > 2;
  }

  /** How the texts could be written that may be numbers. */
  private static Stream<NumberWriting> numbers(List<String> texts) {
    return texts.stream()
        .flatMap(text -> Candidate.of(text).stream())
        .flatMap(candidate -> candidate.writings().stream());
  }

  /**
   * A text that could be a number.
   *
   * @param prefix what stands before its first digit
   * @param core the rest up to its last digit
   * @param suffix what stands behind
   */
  private record Candidate(String prefix, String core, String suffix) {
    static Optional<Candidate> of(String text) {
      int first = 0;
      while (first < text.length() && !isDigit(text.charAt(first))) {
        first++;
      }
      int last = text.length();
      while (last > first && !isDigit(text.charAt(last - 1))) {
        last--;
      }
      String prefix = text.substring(0, first);
      String sign = prefix.endsWith("-") ? prefix.substring(0, first - 1) : prefix;
      String suffix = text.substring(last);
      return first == last || sign.length() > LONGEST_SIGN || suffix.length() > LONGEST_SIGN
          ? Optional.empty()
          : Optional.of(new Candidate(sign, text.substring(first, last), suffix));
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    List<NumberWriting> writings() {
      List<NumberWriting> writings = new ArrayList<>();
      for (String point : List.of(".", ",")) {
        int decimals = core.length() - 1 - core.lastIndexOf(point);
        boolean has = core.contains(point) && decimals > 0;
        if (has && decimals <= NumberWriting.MOST_DECIMALS) {
          for (String group : GROUPS) {
            if (!group.equals(point)) {
              writings.add(new NumberWriting(prefix, group, point, decimals, suffix));
            }
          }
        }
      }
      for (String group : GROUPS) {
        if (!group.isEmpty() ? core.contains(group) : isMeasure()) {
          writings.add(new NumberWriting(prefix, group, "", 0, suffix));
        }
      }
      // 1,234 is rather a thousand than one.
      writings.sort((a, b) -> Boolean.compare(isThousands(a), isThousands(b)));
      return writings;
    }

    private static boolean isThousands(NumberWriting writing) {
      return writing.point().equals(",") && writing.decimals() == 3 && writing.group().isEmpty();
    }

    /** Whether the signs say that whole numbers are no codes: 36%, 12 km, $5. */
    private boolean isMeasure() {
      boolean unit =
          suffix.length() > 1
              && suffix.charAt(0) == ' '
              && suffix.chars().skip(1).allMatch(Character::isLetter);
      return unit
          || suffix.strip().equals("%")
          || suffix.strip().equals("°")
          || isCurrency(suffix)
          || isCurrency(prefix);
    }

    private static boolean isCurrency(String sign) {
      String stripped = sign.strip();
      return stripped.length() == 1
          && Character.getType(stripped.charAt(0)) == Character.CURRENCY_SYMBOL;
    }
  }
}

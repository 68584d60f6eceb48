package io.mirrorlake.profiler.marginal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Free text: how many words, which words, and which word follows which. Signs such as a comma are
 * words of their own. Every word, and every pair of neighbours, is carried by enough privacy units.
 *
 * @param lengths how many words texts have; probabilities sum to 1 up to rounding
 * @param openings the words that sentences begin with, with their probabilities; the rest of the
 *     probability is that of any word
 * @param words the vocabulary, not empty, all different; probabilities sum to 1 up to rounding
 */
public record ProseFormat(List<Length> lengths, List<Successor> openings, List<Word> words)
    implements TextFormat {

  /**
   * A range of numbers of words, each equally likely.
   *
   * @param least the least number, at least 1
   * @param greatest the greatest number
   * @param weight the share of texts, in (0, 1]
   */
  public record Length(int least, int greatest, double weight) {
    public Length {
      if (least < 1 || greatest < least) {
        throw new IllegalArgumentException("texts of " + least + " to " + greatest + " words");
      }
      requireShare(weight);
    }
  }

  /**
   * A word of the vocabulary.
   *
   * @param text the word or sign
   * @param weight its share of all words, in (0, 1]
   * @param next the words that follow it, with their probabilities; the rest of the probability is
   *     that of any word
   */
  public record Word(String text, double weight, List<Successor> next) {
    public Word {
      next = List.copyOf(next);
      if (text.isEmpty()) {
        throw new IllegalArgumentException("a word needs a character");
      }
      requireShare(weight);
      requireAtMostOne(next);
    }
  }

  /**
   * A word that follows another.
   *
   * @param text a word of the vocabulary
   * @param weight how often it follows, in (0, 1]
   */
  public record Successor(String text, double weight) {
    public Successor {
      requireShare(weight);
    }
  }

  public ProseFormat {
    lengths = List.copyOf(lengths);
    openings = List.copyOf(openings);
    words = List.copyOf(words);
    Weights.requireSumOfOne(lengths.stream().mapToDouble(Length::weight).sum(), "length");
    Weights.requireSumOfOne(words.stream().mapToDouble(Word::weight).sum(), "word");
    requireAtMostOne(openings);
    Set<String> known = new HashSet<>();
    for (Word word : words) {
      if (!known.add(word.text())) {
        throw new IllegalArgumentException("the word '" + word.text() + "' is named twice");
      }
    }
    requireKnown(openings, known);
    words.forEach(word -> requireKnown(word.next(), known));
  }

  private static void requireKnown(List<Successor> successors, Set<String> known) {
    for (Successor successor : successors) {
      if (!known.contains(successor.text())) {
        throw new IllegalArgumentException(
            "the word '" + successor.text() + "' follows another and is not in the vocabulary");
      }
    }
  }

  private static void requireAtMostOne(List<Successor> successors) {
    double sum = successors.stream().mapToDouble(Successor::weight).sum();
    if (!(sum <= 1 + Weights.SUM_TOLERANCE)) {
      throw new IllegalArgumentException("the probabilities of next words sum to " + sum);
    }
  }

  private static void requireShare(double weight) {
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("a probability must lie in (0, 1]: " + weight);
    }
  }
}

package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.marginal.ProseFormat;
import io.mirrorlake.profiler.marginal.ProseFormat.Length;
import io.mirrorlake.profiler.marginal.ProseFormat.Successor;
import io.mirrorlake.profiler.marginal.ProseFormat.Word;
import io.mirrorlake.synthesizer.random.CounterHash;
import io.mirrorlake.synthesizer.random.RandomStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes free text as a Markov chain over the words of its vocabulary: numbers 0 and 1 of the random
 * word's hash sequence give the length, the next ones two for each word: whether a known successor
 * follows, and else any word.
 */
final class ProseMaker implements TextMaker {
  private static final String SENTENCE_ENDS = ".!?";

  /** Signs that stand right after the word before them. */
  private static final String CLOSING = ".,;:!?)]%";

  private static final String OPENING = "([#$";

  private final List<Length> lengths;
  private final Weighted lengthChoice;
  private final String[] words;
  private final Weighted anyWord;
  private final Chain openings;
  private final Chain[] next;
  private final int stop;

  private ProseMaker(ProseFormat format) {
    this.lengths = format.lengths();
    this.lengthChoice = Weighted.complete(lengths.stream().mapToDouble(Length::weight).toArray());
    List<Word> vocabulary = format.words();
    this.words = vocabulary.stream().map(Word::text).toArray(String[]::new);
    this.anyWord = Weighted.complete(vocabulary.stream().mapToDouble(Word::weight).toArray());
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < words.length; i++) {
      numbers.put(words[i], i);
    }
    this.openings = Chain.of(format.openings(), numbers);
    this.next =
        vocabulary.stream().map(word -> Chain.of(word.next(), numbers)).toArray(Chain[]::new);
    this.stop = numbers.getOrDefault(".", -1);
  }

  static ProseMaker of(ProseFormat format) {
    return new ProseMaker(format);
  }

  @Override
  public int maxLength() {
    int longest = 0;
    for (String word : words) {
      longest = Math.max(longest, word.length());
    }
    // A space before each word, and a full stop at the end.
    return (lengths.get(lengths.size() - 1).greatest() + 1) * (longest + 1);
  }

  @Override
  public int make(long word, char[] text) {
    Length range = lengths.get(lengthChoice.choose(uniform(word, 0)));
    int count =
        range.least()
            + CounterHash.below(CounterHash.hash(word, 1), range.greatest() - range.least() + 1);
    int length = 0;
    int previous = -1;
    for (int i = 0; i < count; i++) {
      int number = successor(previous, word, 2 + 2L * i);
      length = append(text, length, previous, words[number]);
      previous = number;
    }
    return stop >= 0 && !isSign(words[previous])
        ? append(text, length, previous, words[stop])
        : length;
  }

  /** The word after another one; two signs do not follow each other but where they are known to. */
  private int successor(int previous, long word, long counter) {
    boolean begins = previous < 0 || SENTENCE_ENDS.contains(words[previous]);
    Chain chain = begins ? openings : next[previous];
    int choice = chain.choice.choose(uniform(word, counter));
    if (choice < chain.words.length) {
      return chain.words[choice];
    }
    int any = anyWord.choose(uniform(word, counter + 1));
    boolean afterSign = begins || isSign(words[previous]);
    for (int i = 0; i < words.length && afterSign && isSign(words[any]); i++) {
      any = (any + 1) % words.length;
    }
    return any;
  }

  private int append(char[] text, int length, int previous, String word) {
    int end = length;
    boolean joined = previous < 0 || CLOSING.contains(word) || OPENING.contains(words[previous]);
    if (!joined) {
      text[end++] = ' ';
    }
    word.getChars(0, word.length(), text, end);
    return end + word.length();
  }

  private static boolean isSign(String word) {
    return word.length() == 1 && !Character.isLetterOrDigit(word.charAt(0));
  }

  private static double uniform(long word, long counter) {
    return RandomStream.uniform(CounterHash.hash(word, counter));
  }

  /** The words that may follow. */
  private static final class Chain {
    private final Weighted choice;
    private final int[] words;

    private Chain(Weighted choice, int[] words) {
      this.choice = choice;
      this.words = words;
    }

    static Chain of(List<Successor> successors, Map<String, Integer> numbers) {
      return new Chain(
          Weighted.partial(successors.stream().mapToDouble(Successor::weight).toArray()),
          successors.stream().mapToInt(s -> numbers.get(s.text())).toArray());
    }
  }
}

package io.mirrorlake.profiler.copula;

import io.mirrorlake.profiler.copula.DensityRatio.Question;
import io.mirrorlake.profiler.copula.DensityRatio.SymmetricTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Trees of a density ratio as one line of text, as they stand in a profile: the questions, written
 * as the splits of other trees ({@link CodeTreeText}), and the values after a {@code =}, as in
 * {@code ?3:0-4,9 ?0:1 =-12,3,0,7}.
 */
public final class DensityRatioText {
  private static final int VALUE_DIGITS = 4;

  private DensityRatioText() {}

  /** The line of a tree. */
  public static String write(SymmetricTree tree) {
    Stream<String> questions =
        tree.questions().stream()
            .map(question -> CodeTreeText.question(question.column(), question.codes()));
    String values =
        tree.values().stream().map(String::valueOf).collect(Collectors.joining(",", "=", ""));
    return Stream.concat(questions, Stream.of(values)).collect(Collectors.joining(" "));
  }

  /**
   * The tree that a line holds.
   *
   * @throws IllegalArgumentException where the text is not a tree; the message shows the wrong part
   */
  public static SymmetricTree read(String text) {
    String[] tokens = text.split(" ", -1);
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < tokens.length - 1; i++) {
      questions.add(new Question(CodeTreeText.column(tokens[i]), CodeTreeText.codesOf(tokens[i])));
    }
    return new SymmetricTree(questions, values(tokens[tokens.length - 1]));
  }

  private static List<Integer> values(String token) {
    if (!token.startsWith("=")) {
      throw CodeTreeText.noPart(token);
    }
    return Stream.of(token.substring(1).split(",", -1)).map(DensityRatioText::value).toList();
  }

  private static int value(String text) {
    boolean negative = text.startsWith("-");
    int value = CodeTreeText.number(text, negative ? 1 : 0, text.length(), VALUE_DIGITS);
    return negative ? -value : value;
  }
}

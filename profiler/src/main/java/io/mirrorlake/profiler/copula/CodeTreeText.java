package io.mirrorlake.profiler.copula;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trees as one line of text, as they stand in a profile.
 *
 * <p>A tree is its nodes in preorder, separated by blanks. A split is {@code ?3:0-4,9}: rows whose
 * code in column 3 is 0 to 4 or 9 go to the subtree that follows, all others to the one after it. A
 * leaf is {@code =0*12,3*4}: code 0 has 12 of 16 equal parts, code 3 has 4; {@code =} alone is a
 * leaf with the column's own distribution.
 */
public final class CodeTreeText {
  /** The most digits of a column's number, of a code, and of a number of parts. */
  private static final int COLUMN_DIGITS = 6;

  private static final int CODE_DIGITS = 3;

  private static final int PARTS_DIGITS = 9;

  /** Deeper trees than any table calls for would exhaust the stack. */
  private static final int MAX_DEPTH = 500;

  private final String[] tokens;
  private int next;

  private CodeTreeText(String[] tokens) {
    this.tokens = tokens;
  }

  /** The line of a tree. */
  public static String write(CodeTree tree) {
    StringBuilder text = new StringBuilder();
    append(tree, text);
    return text.toString();
  }

  private static void append(CodeTree tree, StringBuilder text) {
    text.append(text.isEmpty() ? "" : " ");
    if (tree instanceof CodeTree.Split split) {
      text.append(question(split.ancestor(), split.codes()));
      append(split.inside(), text);
      append(split.outside(), text);
    } else if (tree instanceof CodeTree.Leaf leaf) {
      text.append(parts(leaf.parts()));
    }
  }

  static String question(int column, CodeSet codes) {
    return "?" + column + ":" + ranges(codes);
  }

  private static String ranges(CodeSet set) {
    List<String> ranges = new ArrayList<>();
    int[] codes = set.codes();
    for (int i = 0; i < codes.length; ) {
      int first = codes[i];
      int last = first;
      while (++i < codes.length && codes[i] == last + 1) {
        last = codes[i];
      }
      ranges.add(first == last ? "" + first : first + "-" + last);
    }
    return String.join(",", ranges);
  }

  static String parts(CodeParts parts) {
    StringBuilder text = new StringBuilder("=");
    for (int i = 0; i < parts.size(); i++) {
      text.append(i == 0 ? "" : ",").append(parts.code(i)).append('*').append(parts.parts(i));
    }
    return text.toString();
  }

  /**
   * The tree that a line holds.
   *
   * @throws IllegalArgumentException where the text is not a tree; the message shows the wrong part
   */
  public static CodeTree read(String text) {
    CodeTreeText reader = new CodeTreeText(text.split(" ", -1));
    CodeTree tree = reader.node(0);
    if (reader.next < reader.tokens.length) {
      throw new IllegalArgumentException(
          "the tree ends before '" + reader.tokens[reader.next] + "'");
    }
    return tree;
  }

  private CodeTree node(int depth) {
    if (next == tokens.length) {
      throw new IllegalArgumentException("the tree is cut off after " + next + " nodes");
    }
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("the tree is deeper than " + MAX_DEPTH + " nodes");
    }
    String token = tokens[next++];
    if (token.startsWith("=")) {
      return new CodeTree.Leaf(leafParts(token));
    }
    int ancestor = column(token);
    CodeSet codes = codesOf(token);
    CodeTree inside = node(depth + 1);
    return new CodeTree.Split(ancestor, codes, inside, node(depth + 1));
  }

  /** The column that a question asks. */
  static int column(String question) {
    int colon = question.indexOf(':');
    if (!question.startsWith("?") || colon + 1 == question.length()) {
      throw noPart(question);
    }
    return number(question, 1, colon, COLUMN_DIGITS);
  }

  /** The codes that say yes to a question. */
  static CodeSet codesOf(String question) {
    return codes(question.substring(question.indexOf(':') + 1));
  }

  private static CodeSet codes(String text) {
    IntStream.Builder codes = IntStream.builder();
    for (String part : text.split(",", -1)) {
      int dash = part.indexOf('-');
      int first = number(part, 0, dash < 0 ? part.length() : dash, CODE_DIGITS);
      int last = dash < 0 ? first : number(part, dash + 1, part.length(), CODE_DIGITS);
      if (last < first) {
        throw new IllegalArgumentException("codes '" + part + "' run backwards");
      }
      for (int code = first; code <= last; code++) {
        codes.add(code);
      }
    }
    return CodeSet.of(codes.build().toArray());
  }

  private static CodeParts leafParts(String token) {
    if (token.length() == 1) {
      return CodeParts.of(new int[0], new int[0]);
    }
    String[] items = token.substring(1).split(",", -1);
    int[] codes = new int[items.length];
    int[] parts = new int[items.length];
    for (int i = 0; i < items.length; i++) {
      int star = items[i].indexOf('*');
      codes[i] = number(items[i], 0, star, CODE_DIGITS);
      parts[i] = number(items[i], star + 1, items[i].length(), PARTS_DIGITS);
    }
    return CodeParts.of(codes, parts);
  }

  /**
   * The number at [from, to) of a text. By hand: a database's profile has millions of them, which
   * regular expressions read in three times the time.
   */
  static int number(String text, int from, int to, int mostDigits) {
    if (to <= from || to - from > mostDigits) {
      throw noPart(text);
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw noPart(text);
      }
      number = 10 * number + digit;
    }
    return number;
  }

  static IllegalArgumentException noPart(String text) {
    return new IllegalArgumentException("'" + text + "' is no part of a tree");
  }
}

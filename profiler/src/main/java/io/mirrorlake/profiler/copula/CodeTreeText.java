package io.mirrorlake.profiler.copula;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Trees as one line of text, as they stand in a profile.
 *
 * <p>A tree is its nodes in preorder, separated by blanks. A split is {@code ?3:0-4,9}: rows whose
 * code in column 3 is 0 to 4 or 9 go to the subtree that follows, all others to the one after it. A
 * leaf is {@code =0*12,3*4}: code 0 has 12 of 16 equal parts, code 3 has 4; {@code =} alone is a
 * leaf with the column's own distribution.
 */
public final class CodeTreeText {
  private static final Pattern SPLIT = Pattern.compile("\\?(\\d{1,6}):([\\d,-]+)");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3}))?");
  private static final Pattern PARTS = Pattern.compile("(\\d{1,3})\\*(\\d{1,9})");

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
      text.append('?').append(split.ancestor()).append(':').append(ranges(split.codes()));
      append(split.inside(), text);
      append(split.outside(), text);
    } else if (tree instanceof CodeTree.Leaf leaf) {
      text.append(parts(leaf.parts()));
    }
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
    Matcher split = matched(SPLIT, token);
    CodeSet codes = codes(split.group(2));
    CodeTree inside = node(depth + 1);
    return new CodeTree.Split(Integer.parseInt(split.group(1)), codes, inside, node(depth + 1));
  }

  private static CodeSet codes(String text) {
    List<Integer> codes = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher range = matched(RANGE, part);
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      if (last < first) {
        throw new IllegalArgumentException("codes '" + part + "' run backwards");
      }
      for (int code = first; code <= last; code++) {
        codes.add(code);
      }
    }
    return CodeSet.of(codes.stream().mapToInt(Integer::intValue).toArray());
  }

  private static CodeParts leafParts(String token) {
    if (token.length() == 1) {
      return CodeParts.of(new int[0], new int[0]);
    }
    String[] items = token.substring(1).split(",", -1);
    int[] codes = new int[items.length];
    int[] parts = new int[items.length];
    for (int i = 0; i < items.length; i++) {
      Matcher item = matched(PARTS, items[i]);
      codes[i] = Integer.parseInt(item.group(1));
      parts[i] = Integer.parseInt(item.group(2));
    }
    return CodeParts.of(codes, parts);
  }

  private static Matcher matched(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no part of a tree");
    }
    return matcher;
  }
}

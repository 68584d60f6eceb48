package io.mirrorlake.profiler.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The layout of a JSON document that people review and compare: an object or array stands on one
 * line where it fits, else each of its members starts a line; numbers of a long array fill lines.
 */
final class JsonText {
  /** A line this long still fits beside its counterpart on a wide screen. */
  private static final int WIDTH = 110;

  private static final String INDENT = "  ";

  private final StringBuilder out = new StringBuilder();

  private JsonText() {}

  /** The document with its layout, ending in a line break. */
  static String pretty(JsonNode node) {
    JsonText text = new JsonText();
    text.append(node, 0, 0);
    return text.out.append('\n').toString();
  }

  /** The node on one line. */
  static String line(JsonNode node) {
    StringBuilder line = new StringBuilder();
    if (node.isObject()) {
      line.append('{');
      commaSeparated(
          line,
          node.properties(),
          e -> line.append(quote(e.getKey())).append(": ").append(line(e.getValue())));
      line.append('}');
    } else if (node.isArray()) {
      line.append('[');
      commaSeparated(line, node, item -> line.append(line(item)));
      line.append(']');
    } else {
      line.append(node.isTextual() ? quote(node.textValue()) : node.asText());
    }
    return line.toString();
  }

  private static <T> void commaSeparated(
      StringBuilder line, Iterable<T> items, Consumer<T> append) {
    Iterator<T> iterator = items.iterator();
    while (iterator.hasNext()) {
      append.accept(iterator.next());
      line.append(iterator.hasNext() ? ", " : "");
    }
  }

  /**
   * Appends a node whose line is indented by {@code depth} and already holds {@code column}
   * characters.
   */
  private void append(JsonNode node, int depth, int column) {
    // The line of all that is in a large node would be made anew at every depth.
    String line = node.isContainerNode() && room(node, WIDTH) < 0 ? "" : line(node);
    // One more for the comma that may follow.
    boolean fits = !line.isEmpty() && column + line.length() + 1 <= WIDTH;
    if (!node.isContainerNode() || fits) {
      out.append(line);
    } else if (node.isObject()) {
      expandObject(node, depth);
    } else if (node.get(0).isNumber()) {
      fillArray(node, depth);
    } else {
      expandArray(node, depth);
    }
  }

  /** What the values in a node leave of some room at most; it stops below 0. */
  private static int room(JsonNode node, int room) {
    if (!node.isContainerNode()) {
      return room - node.asText().length();
    }
    int left = room;
    Iterator<JsonNode> children = node.iterator();
    while (left >= 0 && children.hasNext()) {
      left = room(children.next(), left);
    }
    return left;
  }

  private void expandObject(JsonNode node, int depth) {
    out.append('{');
    String separator = "";
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = quote(entry.getKey()) + ": ";
      out.append(separator).append('\n').append(INDENT.repeat(depth + 1)).append(key);
      append(entry.getValue(), depth + 1, INDENT.length() * (depth + 1) + key.length());
      separator = ",";
    }
    out.append('\n').append(INDENT.repeat(depth)).append('}');
  }

  private void expandArray(JsonNode node, int depth) {
    out.append('[');
    String separator = "";
    for (JsonNode item : node) {
      out.append(separator).append('\n').append(INDENT.repeat(depth + 1));
      append(item, depth + 1, INDENT.length() * (depth + 1));
      separator = ",";
    }
    out.append('\n').append(INDENT.repeat(depth)).append(']');
  }

  private void fillArray(JsonNode node, int depth) {
    out.append('[');
    String separator = "";
    int column = WIDTH;
    for (JsonNode item : node) {
      String text = line(item);
      out.append(separator);
      if (column + text.length() + 2 > WIDTH) {
        out.append('\n').append(INDENT.repeat(depth + 1));
        column = INDENT.length() * (depth + 1);
      } else {
        out.append(' ');
      }
      out.append(text);
      column += text.length() + 2;
      separator = ",";
    }
    out.append('\n').append(INDENT.repeat(depth)).append(']');
  }

  /** The JSON string; what a reviewer could not see, or what UTF-8 cannot hold, is escaped. */
  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (isInvisible(c)) {
                for (char unit : Character.toChars(c)) {
                  quoted.append(String.format("\\u%04x", (int) unit));
                }
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }

  private static boolean isInvisible(int codePoint) {
    return codePoint != ' '
        && switch (Character.getType(codePoint)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.SPACE_SEPARATOR,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.PRIVATE_USE,
              Character.UNASSIGNED ->
              true;
          default -> false;
        };
  }
}

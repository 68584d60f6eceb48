package io.mirrorlake.jobs.show;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Cells in columns that are as wide as their widest cell. */
public final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  private TextTable() {}

  /** A table with this heading. */
  public static TextTable of(String... heading) {
    TextTable table = new TextTable();
    table.row(heading);
    return table;
  }

  /** Adds a row with as many cells as the heading. */
  public void row(String... cells) {
    rows.add(List.of(cells));
  }

  /** The heading, a rule, and the rows. */
  public List<String> lines() {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(line(row, widths)));
    List<String> rule = new ArrayList<>();
    for (int width : widths) {
      rule.add(String.join("", Collections.nCopies(width, "-")));
    }
    lines.add(1, line(rule, widths));
    return lines;
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      line.append(GAP).append(cell).append(" ".repeat(widths[i] - cell.length()));
    }
    return line.toString().stripTrailing();
  }
}

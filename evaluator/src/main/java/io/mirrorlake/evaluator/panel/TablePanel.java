package io.mirrorlake.evaluator.panel;

import java.util.List;

/**
 * A table.
 *
 * @param label what it is
 * @param headings its columns
 * @param rows its cells, in the order of the headings
 */
public record TablePanel(Label label, List<Heading> headings, List<List<Cell>> rows)
    implements Panel {
  public TablePanel {
    headings = List.copyOf(headings);
    rows = rows.stream().map(List::copyOf).toList();
    int width = headings.size();
    if (headings.stream().map(Heading::key).distinct().count() != width) {
      throw new IllegalArgumentException("table " + label.key() + " has two headings of one key");
    }
    for (List<Cell> row : rows) {
      if (row.size() != width) {
        throw new IllegalArgumentException(
            "table " + label.key() + " has a row of " + row.size() + " cells, not " + width);
      }
    }
  }
}

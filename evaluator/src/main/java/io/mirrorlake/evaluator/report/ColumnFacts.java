package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.chart.Markup;
import io.mirrorlake.evaluator.panel.Cell;
import io.mirrorlake.evaluator.panel.Heading;
import io.mirrorlake.evaluator.panel.Panel;
import io.mirrorlake.evaluator.panel.TablePanel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the tables of the report say of one column: every row that names it.
 *
 * @param facts the rows, each with its table
 */
record ColumnFacts(List<Fact> facts) {
  /** More would hide what matters; the tables have them all. */
  private static final int MOST = 12;

  ColumnFacts {
    facts = List.copyOf(facts);
  }

  /**
   * A row that names the column.
   *
   * @param table its table
   * @param row its cells
   */
  record Fact(TablePanel table, List<Cell> row) {
    Fact {
      row = List.copyOf(row);
    }
  }

  static ColumnFacts of(List<Panel> panels, String column) {
    List<Fact> facts = new ArrayList<>();
    for (Panel panel : panels) {
      if (panel instanceof TablePanel table) {
        table.rows().stream()
            .filter(row -> names(table.headings(), row, column))
            .limit(Math.max(0, MOST - facts.size()))
            .forEach(row -> facts.add(new Fact(table, row)));
      }
    }
    return new ColumnFacts(facts);
  }

  private static boolean names(List<Heading> headings, List<Cell> row, String column) {
    for (int c = 0; c < row.size(); c++) {
      if (headings.get(c).kind() == Heading.Kind.COLUMN
          && row.get(c).text().equals(Optional.of(column))) {
        return true;
      }
    }
    return false;
  }

  Markup markup() {
    Markup markup = Markup.of();
    if (facts.isEmpty()) {
      return markup;
    }
    markup.raw("<details class=\"again\"><summary>More on this column</summary>");
    for (Fact fact : facts) {
      markup.add(
          "<p class=\"small soft\"><a href=\"#panel-%s\">%s</a></p><table><tbody>",
          fact.table.label().key(), fact.table.label().title());
      for (int c = 0; c < fact.row.size(); c++) {
        Heading heading = fact.table.headings().get(c);
        markup.add(
            "<tr><td>%s</td><td class=\"num\">%s</td></tr>",
            heading.title(), PageTable.text(heading, fact.row.get(c)));
      }
      markup.raw("</tbody></table>");
    }
    return markup.raw("</details>");
  }
}

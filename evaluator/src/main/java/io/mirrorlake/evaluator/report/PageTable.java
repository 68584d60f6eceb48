package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.chart.Markup;
import io.mirrorlake.evaluator.panel.Cell;
import io.mirrorlake.evaluator.panel.Heading;
import io.mirrorlake.evaluator.panel.TablePanel;
import java.util.List;

/** Any table of the report, which the script makes sortable and searchable. */
final class PageTable {
  /** Longer tables are folded after these many rows, so that a page can be overlooked. */
  private static final int OPEN_ROWS = 12;

  private PageTable() {}

  static void of(Markup page, TablePanel table) {
    boolean folded = table.rows().size() > OPEN_ROWS;
    if (folded) {
      page.add("<details><summary>All %s rows</summary>", PageText.count(table.rows().size()));
    }
    page.raw("<div class=\"scroll\"><table class=\"sortable\"><thead><tr>");
    for (Heading heading : table.headings()) {
      page.add("<th%s>%s</th>", numeric(heading), heading.title());
    }
    page.raw("</tr></thead><tbody>\n");
    table.rows().forEach(row -> row(page, table.headings(), row));
    page.raw("</tbody></table></div>\n");
    if (folded) {
      page.raw("</details>\n");
    }
  }

  private static void row(Markup page, List<Heading> headings, List<Cell> row) {
    page.raw("<tr>");
    for (int c = 0; c < row.size(); c++) {
      Heading heading = headings.get(c);
      page.add("<td%s>%s</td>", numeric(heading), text(heading, row.get(c)));
    }
    page.raw("</tr>\n");
  }

  private static Markup numeric(Heading heading) {
    return Markup.of()
        .raw(
            switch (heading.kind()) {
              case TEXT, COLUMN -> "";
              case NUMBER, SHARE, COUNT -> " class=\"num\"";
            });
  }

  /** The cell as a reader sees it. */
  static String text(Heading heading, Cell cell) {
    if (cell.text().isPresent()) {
      return cell.text().get();
    }
    return cell.number()
        .map(
            number ->
                switch (heading.kind()) {
                  case SHARE -> PageText.percent(number);
                  case COUNT -> PageText.count(Math.round(number));
                  case TEXT, COLUMN, NUMBER -> PageText.score(number);
                })
        .orElse("–");
  }
}

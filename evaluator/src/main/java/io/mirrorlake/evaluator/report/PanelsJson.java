package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.panel.Cell;
import io.mirrorlake.evaluator.panel.CurvePanel;
import io.mirrorlake.evaluator.panel.Heading;
import io.mirrorlake.evaluator.panel.MatrixPanel;
import io.mirrorlake.evaluator.panel.Panel;
import io.mirrorlake.evaluator.panel.TablePanel;
import java.util.List;
import java.util.Optional;

/** Any panel as JSON: one form, with null where a kind of panel has no such part. */
final class PanelsJson {
  private PanelsJson() {}

  static void panel(JsonWriter json, Panel panel) {
    json.put("key", panel.label().key())
        .put("group", panel.label().group().key())
        .put("title", panel.label().title())
        .put("note", panel.label().note())
        .putObject("table", as(TablePanel.class, panel), PanelsJson::table)
        .putObject("matrix", as(MatrixPanel.class, panel), PanelsJson::matrix)
        .putObject("curves", as(CurvePanel.class, panel), PanelsJson::curves);
  }

  private static <T> Optional<T> as(Class<T> kind, Panel panel) {
    return Optional.of(panel).filter(kind::isInstance).map(kind::cast);
  }

  private static void table(JsonWriter json, TablePanel table) {
    json.putObjects(
            "headings",
            table.headings(),
            (one, heading) ->
                one.put("key", heading.key())
                    .put("title", heading.title())
                    .put("kind", ReportJson.text(heading.kind())))
        .putObjects("rows", table.rows(), (one, row) -> row(one, table.headings(), row));
  }

  private static void row(JsonWriter json, List<Heading> headings, List<Cell> row) {
    for (int c = 0; c < row.size(); c++) {
      String key = headings.get(c).key();
      Cell cell = row.get(c);
      if (cell.text().isPresent()) {
        json.put(key, cell.text().get());
      } else if (cell.number().isPresent() && headings.get(c).kind() == Heading.Kind.COUNT) {
        json.put(key, Math.round(cell.number().get()));
      } else {
        json.putNumber(key, cell.number());
      }
    }
  }

  private static void matrix(JsonWriter json, MatrixPanel matrix) {
    json.putTexts("names", matrix.names())
        .putObjects(
            "layers",
            matrix.layers(),
            (one, layer) ->
                one.put("key", layer.key())
                    .put("title", layer.title())
                    .putNumbers("cells", layer.cells()));
  }

  private static void curves(JsonWriter json, CurvePanel panel) {
    json.put("horizontal", panel.horizontal())
        .put("vertical", panel.vertical())
        .putObjects(
            "curves",
            panel.curves(),
            (one, curve) ->
                one.put("key", curve.key())
                    .put("title", curve.title())
                    .putObjects(
                        "points",
                        curve.points(),
                        (place, point) -> place.put("x", point.x()).put("y", point.y())));
  }
}

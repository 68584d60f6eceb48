package io.mirrorlake.profiler.profile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mirrorlake.profiler.copula.CodeTree;
import io.mirrorlake.profiler.copula.CodeTreeText;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import java.util.List;

/** A tree copula as a JSON tree, both ways. */
final class TreeCopulaJson {
  private TreeCopulaJson() {}

  static ObjectNode write(TreeCopula copula) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("kind", "tree");
    ArrayNode columns = node.putArray("columns");
    for (TreeColumn column : copula.columns()) {
      ObjectNode item =
          columns.addObject().put("column", column.name()).put("ordered", column.ordered());
      ArrayNode codes = item.putArray("codes");
      column.starts().forEach(codes::add);
      ArrayNode trees = item.putArray("trees");
      column.trees().forEach(tree -> trees.add(CodeTreeText.write(tree)));
    }
    return node;
  }

  static TreeCopula read(JsonCursor at) {
    at.object("kind", "columns");
    List<TreeColumn> columns =
        at.member("columns").items().stream().map(TreeCopulaJson::column).toList();
    return at.build(() -> new TreeCopula(columns));
  }

  private static TreeColumn column(JsonCursor at) {
    at.object("column", "ordered", "codes", "trees");
    String name = at.member("column").text();
    boolean ordered = at.member("ordered").flag();
    List<Integer> codes = at.member("codes").items().stream().map(JsonCursor::count).toList();
    List<CodeTree> trees =
        at.member("trees").items().stream()
            .map(item -> item.build(() -> CodeTreeText.read(item.text())))
            .toList();
    return at.build(() -> new TreeColumn(name, codes, ordered, trees));
  }
}

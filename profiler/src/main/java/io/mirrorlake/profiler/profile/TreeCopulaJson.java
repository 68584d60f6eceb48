package io.mirrorlake.profiler.profile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mirrorlake.profiler.copula.AdditiveScore;
import io.mirrorlake.profiler.copula.CodeTree;
import io.mirrorlake.profiler.copula.CodeTreeText;
import io.mirrorlake.profiler.copula.DensityRatio;
import io.mirrorlake.profiler.copula.DensityRatio.SymmetricTree;
import io.mirrorlake.profiler.copula.DensityRatioText;
import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.GivenColumn.Origin;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A tree copula as a JSON tree, both ways. */
final class TreeCopulaJson {
  private TreeCopulaJson() {}

  static ObjectNode write(TreeCopula copula) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("kind", "tree");
    if (!copula.given().isEmpty()) {
      ArrayNode given = node.putArray("given");
      copula.given().forEach(column -> given.add(given(column)));
    }
    ArrayNode columns = node.putArray("columns");
    for (TreeColumn column : copula.columns()) {
      ObjectNode item =
          columns.addObject().put("column", column.name()).put("ordered", column.ordered());
      ArrayNode codes = item.putArray("codes");
      column.starts().forEach(codes::add);
      if (column.isDecided()) {
        item.put("decidedBy", column.decidedBy());
      } else {
        ArrayNode trees = item.putArray("trees");
        column.trees().forEach(tree -> trees.add(CodeTreeText.write(tree)));
      }
      if (column.isRepeating()) {
        item.put("repeats", column.repeats());
      }
      column.scored().ifPresent(score -> item.set("score", score(score)));
    }
    copula.ratio().ifPresent(ratio -> node.set("ratio", ratio(ratio)));
    return node;
  }

  private static ObjectNode score(AdditiveScore score) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode terms = node.putArray("terms");
    for (AdditiveScore.Term term : score.terms()) {
      ObjectNode item = terms.addObject().put("column", term.ancestor());
      term.starts().forEach(item.putArray("codes")::add);
      term.points().forEach(item.putArray("points")::add);
    }
    score.cuts().forEach(node.putArray("cuts")::add);
    return node;
  }

  private static AdditiveScore additiveScore(JsonCursor at) {
    at.object("terms", "cuts");
    List<AdditiveScore.Term> terms =
        at.member("terms").items().stream().map(TreeCopulaJson::term).toList();
    List<Integer> cuts = at.member("cuts").items().stream().map(JsonCursor::integer).toList();
    if (terms.isEmpty()) {
      throw at.member("terms").expected("a term at least");
    }
    return at.build(() -> new AdditiveScore(terms, cuts));
  }

  private static AdditiveScore.Term term(JsonCursor at) {
    at.object("column", "codes", "points");
    int column = at.member("column").count();
    List<Integer> codes = at.member("codes").items().stream().map(JsonCursor::count).toList();
    List<Integer> points = at.member("points").items().stream().map(JsonCursor::integer).toList();
    return at.build(() -> new AdditiveScore.Term(column, codes, points));
  }

  private static ObjectNode ratio(DensityRatio ratio) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("bound", ratio.bound());
    ArrayNode trees = node.putArray("trees");
    ratio.trees().forEach(tree -> trees.add(DensityRatioText.write(tree)));
    return node;
  }

  private static DensityRatio densityRatio(JsonCursor at) {
    at.object("bound", "trees");
    double bound = at.member("bound").number();
    List<SymmetricTree> trees =
        at.member("trees").items().stream()
            .map(item -> item.build(() -> DensityRatioText.read(item.text())))
            .toList();
    return at.build(() -> new DensityRatio(bound, trees));
  }

  private static ObjectNode given(GivenColumn column) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", column.name())
            .put("origin", column.origin().name().toLowerCase(Locale.ROOT));
    if (column.origin() == Origin.FURTHER) {
      node.put("reference", column.reference());
    }
    if (column.origin().isOfColumn()) {
      node.put("column", column.column());
    }
    ArrayNode codes = node.putArray("codes");
    column.starts().forEach(codes::add);
    return node;
  }

  private static GivenColumn givenColumn(JsonCursor at) {
    at.object("name", "origin", "reference", "column", "codes");
    String name = at.member("name").text();
    JsonCursor origin = at.member("origin");
    Origin of =
        switch (origin.text()) {
          case "parent" -> Origin.PARENT;
          case "previous" -> Origin.PREVIOUS;
          case "further" -> Origin.FURTHER;
          case "position" -> Origin.POSITION;
          case "cell" -> Origin.CELL;
          case "digit" -> Origin.DIGIT;
          default ->
              throw origin.expected(
                  "\"parent\", \"previous\", \"further\", \"position\", \"cell\" or \"digit\"");
        };
    String reference = at.optional("reference").map(JsonCursor::text).orElse("");
    String column = at.optional("column").map(JsonCursor::text).orElse("");
    List<Integer> codes = at.member("codes").items().stream().map(JsonCursor::count).toList();
    return at.build(() -> new GivenColumn(name, of, reference, column, codes));
  }

  static TreeCopula read(JsonCursor at) {
    at.object("kind", "given", "columns", "ratio");
    List<GivenColumn> given =
        at.optional("given").map(JsonCursor::items).orElse(List.of()).stream()
            .map(TreeCopulaJson::givenColumn)
            .toList();
    List<TreeColumn> columns =
        at.member("columns").items().stream().map(TreeCopulaJson::column).toList();
    Optional<DensityRatio> ratio = at.optional("ratio").map(TreeCopulaJson::densityRatio);
    return at.build(() -> new TreeCopula(given, columns, ratio));
  }

  private static TreeColumn column(JsonCursor at) {
    at.object("column", "ordered", "codes", "trees", "repeats", "decidedBy", "score");
    Optional<String> decidedBy = at.optional("decidedBy").map(JsonCursor::text);
    if (decidedBy.isPresent()) {
      at.object("column", "ordered", "codes", "decidedBy");
    }
    String name = at.member("column").text();
    boolean ordered = at.member("ordered").flag();
    List<Integer> codes = at.member("codes").items().stream().map(JsonCursor::count).toList();
    if (decidedBy.isPresent()) {
      return at.build(() -> TreeColumn.decided(name, codes, ordered, decidedBy.get()));
    }
    List<CodeTree> trees = at.member("trees").items().stream().map(TreeCopulaJson::tree).toList();
    String repeats = at.optional("repeats").map(JsonCursor::text).orElse("");
    AdditiveScore score =
        at.optional("score").map(TreeCopulaJson::additiveScore).orElse(AdditiveScore.NONE);
    return at.build(() -> new TreeColumn(name, codes, ordered, trees, repeats, "", score));
  }

  private static CodeTree tree(JsonCursor at) {
    return at.build(() -> CodeTreeText.read(at.text()));
  }
}

package io.mirrorlake.profiler.profile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mirrorlake.profiler.relation.Dealing;
import io.mirrorlake.profiler.relation.FanOutLaw;
import io.mirrorlake.profiler.relation.Reference;
import io.mirrorlake.profiler.relation.ReferenceLaw;
import io.mirrorlake.profiler.relation.StaticRows;
import io.mirrorlake.profiler.relation.TableRelations;
import java.util.List;
import java.util.Locale;

/** Writes a table's relations as a JSON tree; {@link RelationsReader} is its inverse. */
final class RelationsWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RelationsWriter() {}

  static ObjectNode relations(TableRelations relations) {
    ObjectNode node =
        NODES.objectNode().put("role", relations.role().name().toLowerCase(Locale.ROOT));
    texts(node.putArray("primaryKey"), relations.primaryKey());
    ArrayNode references = node.putArray("references");
    relations.references().forEach(reference -> references.add(reference(reference)));
    ArrayNode cells = node.putArray("cells");
    relations.cells().forEach(share -> cells.add(ValueText.number(share)));
    relations.rows().ifPresent(rows -> node.set("rows", rows(rows)));
    return node;
  }

  private static void texts(ArrayNode node, List<String> texts) {
    texts.forEach(node::add);
  }

  private static ObjectNode reference(Reference reference) {
    ObjectNode node = NODES.objectNode().put("name", reference.name());
    texts(node.putArray("columns"), reference.columns());
    node.put("parent", reference.parent());
    texts(node.putArray("parentColumns"), reference.parentColumns());
    node.set("law", law(reference.law()));
    reference
        .orphans()
        .ifPresent(
            of -> {
              ObjectNode orphans = node.putObject("orphans");
              orphans.set("share", ValueText.number(of.share()));
              orphans.set("keys", ValueText.number(of.keys()));
            });
    return node;
  }

  private static ObjectNode law(ReferenceLaw law) {
    ObjectNode node = NODES.objectNode();
    if (law instanceof ReferenceLaw.Family family) {
      node.put("kind", "family").put("fanOut", family.fanOut());
      node.set("parentless", ValueText.number(family.parentless()));
    } else if (law instanceof ReferenceLaw.Popular popular) {
      node.put("kind", "popular").put("cell", popular.cell()).put("distinct", popular.distinct());
      if (popular.once()) {
        node.put("once", true);
      }
      if (popular.dealing() != Dealing.SHUFFLED) {
        node.put("siblings", popular.dealing().name().toLowerCase(Locale.ROOT));
      }
      fanOuts(node.putArray("byCell"), popular.byCell());
    } else if (law instanceof ReferenceLaw.Level level) {
      fanOuts(node.put("kind", "level").putArray("byLevel"), level.byLevel());
    } else if (law instanceof ReferenceLaw.Inherited inherited) {
      texts(node.put("kind", "inherited").putArray("of"), inherited.of());
    } else if (law instanceof ReferenceLaw.Implied implied) {
      node.put("kind", "implied").put("by", implied.by());
    } else if (law instanceof ReferenceLaw.Listed) {
      node.put("kind", "listed");
    } else if (law instanceof ReferenceLaw.Descendant descendant) {
      node.put("kind", "descendant").put("reflexive", descendant.reflexive());
    } else if (law instanceof ReferenceLaw.Ancestor ancestor) {
      node.put("kind", "ancestor").put("of", ancestor.of());
    }
    return node;
  }

  private static void fanOuts(ArrayNode node, List<FanOutLaw> laws) {
    for (FanOutLaw law : laws) {
      ArrayNode runs = node.addArray();
      law.runs()
          .forEach(
              run ->
                  runs.addArray()
                      .add(ValueText.number(run.share()))
                      .add(ValueText.number(run.children())));
    }
  }

  private static ObjectNode rows(StaticRows rows) {
    ObjectNode node = NODES.objectNode();
    texts(node.putArray("columns"), rows.columns());
    ArrayNode values = node.putArray("values");
    rows.rows()
        .forEach(
            row -> {
              ArrayNode item = values.addArray();
              row.forEach(text -> text.ifPresentOrElse(item::add, item::addNull));
            });
    return node;
  }
}

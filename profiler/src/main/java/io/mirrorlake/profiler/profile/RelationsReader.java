package io.mirrorlake.profiler.profile;

import static io.mirrorlake.profiler.relation.Dealing.SHUFFLED;

import io.mirrorlake.profiler.relation.Dealing;
import io.mirrorlake.profiler.relation.FanOutLaw;
import io.mirrorlake.profiler.relation.Orphans;
import io.mirrorlake.profiler.relation.Reference;
import io.mirrorlake.profiler.relation.ReferenceLaw;
import io.mirrorlake.profiler.relation.Run;
import io.mirrorlake.profiler.relation.StaticRows;
import io.mirrorlake.profiler.relation.TableRelations;
import io.mirrorlake.profiler.relation.TableRole;
import java.util.List;
import java.util.Optional;

/** Reads a table's relations from a JSON tree; the inverse of {@link RelationsWriter}. */
final class RelationsReader {
  private RelationsReader() {}

  static TableRelations relations(JsonCursor at) {
    at.object("role", "primaryKey", "references", "cells", "rows");
    TableRole role = role(at.member("role"));
    List<String> primaryKey = texts(at.member("primaryKey"));
    List<Reference> references =
        at.member("references").items().stream().map(RelationsReader::reference).toList();
    List<Double> cells = at.member("cells").items().stream().map(JsonCursor::number).toList();
    Optional<StaticRows> rows = at.optional("rows").map(RelationsReader::rows);
    return at.build(() -> new TableRelations(role, primaryKey, references, cells, rows));
  }

  private static TableRole role(JsonCursor at) {
    return switch (at.text()) {
      case "synthesized" -> TableRole.SYNTHESIZED;
      case "reference" -> TableRole.REFERENCE;
      default -> throw at.expected("\"synthesized\" or \"reference\"");
    };
  }

  private static List<String> texts(JsonCursor at) {
    return at.items().stream().map(JsonCursor::text).toList();
  }

  private static Reference reference(JsonCursor at) {
    at.object("name", "columns", "parent", "parentColumns", "law", "orphans");
    String name = at.member("name").text();
    List<String> columns = texts(at.member("columns"));
    String parent = at.member("parent").text();
    List<String> parentColumns = texts(at.member("parentColumns"));
    ReferenceLaw law = law(at.member("law"));
    Optional<Orphans> orphans = at.optional("orphans").map(RelationsReader::orphans);
    return at.build(() -> new Reference(name, columns, parent, parentColumns, law, orphans));
  }

  private static Orphans orphans(JsonCursor at) {
    at.object("share", "keys");
    double share = at.member("share").number();
    double keys = at.member("keys").number();
    return at.build(() -> new Orphans(share, keys));
  }

  private static ReferenceLaw law(JsonCursor at) {
    JsonCursor kind = at.member("kind");
    return switch (kind.text()) {
      case "family" -> family(at.object("kind", "fanOut", "parentless"));
      case "popular" ->
          popular(at.object("kind", "cell", "distinct", "once", "siblings", "byCell"));
      case "level" -> {
        List<FanOutLaw> laws = fanOuts(at.object("kind", "byLevel").member("byLevel"));
        yield at.build(() -> new ReferenceLaw.Level(laws));
      }
      case "inherited" -> new ReferenceLaw.Inherited(texts(at.object("kind", "of").member("of")));
      case "implied" -> new ReferenceLaw.Implied(at.object("kind", "by").member("by").text());
      case "listed" -> {
        at.object("kind");
        yield new ReferenceLaw.Listed();
      }
      case "descendant" ->
          new ReferenceLaw.Descendant(at.object("kind", "reflexive").member("reflexive").flag());
      case "ancestor" -> new ReferenceLaw.Ancestor(at.object("kind", "of").member("of").text());
      default ->
          throw kind.expected(
              "\"family\", \"popular\", \"level\", \"inherited\", \"implied\", \"listed\","
                  + " \"descendant\" or \"ancestor\"");
    };
  }

  private static ReferenceLaw family(JsonCursor at) {
    String fanOut = at.member("fanOut").text();
    double parentless = at.member("parentless").number();
    return at.build(() -> new ReferenceLaw.Family(fanOut, parentless));
  }

  private static ReferenceLaw popular(JsonCursor at) {
    String cell = at.member("cell").text();
    boolean distinct = at.member("distinct").flag();
    List<FanOutLaw> laws = fanOuts(at.member("byCell"));
    boolean once = at.optional("once").map(JsonCursor::flag).orElse(false);
    Dealing dealing = at.optional("siblings").map(RelationsReader::dealing).orElse(SHUFFLED);
    return at.build(() -> new ReferenceLaw.Popular(cell, laws, distinct, once, dealing));
  }

  private static Dealing dealing(JsonCursor at) {
    return switch (at.text()) {
      case "together" -> Dealing.TOGETHER;
      case "apart" -> Dealing.APART;
      default -> throw at.expected("\"together\" or \"apart\"");
    };
  }

  private static List<FanOutLaw> fanOuts(JsonCursor at) {
    return at.items().stream().map(RelationsReader::fanOut).toList();
  }

  private static FanOutLaw fanOut(JsonCursor at) {
    List<Run> runs = at.items().stream().map(RelationsReader::run).toList();
    return at.build(() -> new FanOutLaw(runs));
  }

  private static Run run(JsonCursor at) {
    List<Double> pair = at.items().stream().map(JsonCursor::number).toList();
    if (pair.size() != 2) {
      throw at.expected("a share of parents and their mean number of children");
    }
    return at.build(() -> new Run(pair.get(0), pair.get(1)));
  }

  private static StaticRows rows(JsonCursor at) {
    at.object("columns", "values");
    List<String> columns = texts(at.member("columns"));
    List<List<Optional<String>>> rows =
        at.member("values").items().stream().map(RelationsReader::row).toList();
    return at.build(() -> new StaticRows(columns, rows));
  }

  private static List<Optional<String>> row(JsonCursor at) {
    return at.items().stream()
        .map(item -> item.isNull() ? Optional.<String>empty() : Optional.of(item.text()))
        .toList();
  }
}

package io.mirrorlake.profiler.profile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mirrorlake.profiler.copula.Copula;
import io.mirrorlake.profiler.copula.CorrelationMatrix;
import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.Latent;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.relation.TableRelations;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.writing.Writing;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes a profile as a JSON tree; {@link ProfileReader} is its inverse. */
final class ProfileWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ProfileWriter() {}

  static ObjectNode document(Profile profile) {
    ObjectNode node = NODES.objectNode();
    node.put("format", ProfileJson.FORMAT).put("version", Profile.FORMAT_VERSION);
    node.set("provenance", provenance(profile.provenance()));
    node.set("disclosure", disclosure(profile.disclosure()));
    ArrayNode tables = node.putArray("tables");
    profile.tables().forEach(table -> tables.add(table(table)));
    return node;
  }

  private static ObjectNode provenance(Provenance provenance) {
    return NODES
        .objectNode()
        .put("createdAt", provenance.createdAt().toString())
        .put("mirrorlake", provenance.mirrorlakeVersion())
        .put("spark", provenance.sparkVersion())
        .put("java", provenance.javaVersion())
        .put("configurationDigest", provenance.configurationDigest());
  }

  private static ObjectNode disclosure(Disclosure disclosure) {
    return NODES
        .objectNode()
        .put("minimumUnits", disclosure.minimumUnits())
        .put("privacyUnit", disclosure.privacyUnit());
  }

  private static ObjectNode table(TableProfile table) {
    ObjectNode node = NODES.objectNode().put("name", table.name());
    node.set("source", source(table.source()));
    node.put("rows", table.rows());
    ArrayNode notes = node.putArray("notes");
    table.notes().forEach(notes::add);
    ArrayNode columns = node.putArray("columns");
    Map<String, ColumnType> types = new HashMap<>();
    table.columns().forEach(column -> types.put(column.name(), column.column().type()));
    for (ColumnProfile column : table.columns()) {
      Optional<Writing> writing = Optional.ofNullable(table.written().get(column.name()));
      columns.add(ColumnWriter.column(column, types, writing));
    }
    ArrayNode constraints = node.putArray("constraints");
    table.constraints().forEach(listed -> constraints.add(FormulaWriter.constraint(listed)));
    if (!table.nested().isEmpty()) {
      ArrayNode nested = node.putArray("nested");
      table.nested().forEach(column -> nested.add(NestedJson.write(column)));
    }
    if (!table.relations().equals(TableRelations.NONE)) {
      node.set("relations", RelationsWriter.relations(table.relations()));
    }
    node.set("copula", copula(table.copula()));
    return node;
  }

  private static ObjectNode source(SourceDescription source) {
    ObjectNode node =
        NODES.objectNode().put("format", source.format()).put("location", source.location());
    source.version().ifPresent(version -> node.put("version", version));
    return node;
  }

  private static ObjectNode copula(Copula copula) {
    if (copula instanceof TreeCopula tree) {
      return TreeCopulaJson.write(tree);
    }
    if (!(copula instanceof GaussianCopula gaussian)) {
      return NODES.objectNode().put("kind", "independent");
    }
    ObjectNode node = NODES.objectNode().put("kind", "gaussian");
    ArrayNode latents = node.putArray("latents");
    for (Latent latent : gaussian.latents()) {
      String role = latent.role().name().toLowerCase(Locale.ROOT);
      latents.addObject().put("column", latent.column()).put("role", role);
    }
    node.set("correlation", lowerTriangle(gaussian.correlation()));
    return node.set("frobeniusChange", ValueText.number(gaussian.frobeniusChange()));
  }

  private static ArrayNode lowerTriangle(CorrelationMatrix correlation) {
    ArrayNode rows = NODES.arrayNode();
    for (int i = 0; i < correlation.size(); i++) {
      ArrayNode row = rows.addArray();
      for (int j = 0; j < i; j++) {
        row.add(ValueText.number(correlation.get(i, j)));
      }
    }
    return rows;
  }
}

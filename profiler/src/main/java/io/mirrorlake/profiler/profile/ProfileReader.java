package io.mirrorlake.profiler.profile;

import io.mirrorlake.profiler.constraint.ListedConstraint;
import io.mirrorlake.profiler.copula.Copula;
import io.mirrorlake.profiler.copula.CorrelationMatrix;
import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.IndependentCopula;
import io.mirrorlake.profiler.copula.Latent;
import io.mirrorlake.profiler.relation.TableRelations;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.writing.Writing;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a profile from a JSON tree; the inverse of {@link ProfileWriter}. */
final class ProfileReader {
  private ProfileReader() {}

  static Profile profile(JsonCursor at) {
    requireReadable(at);
    at.object("format", "version", "provenance", "disclosure", "tables");
    Provenance provenance = provenance(at.member("provenance"));
    Disclosure disclosure = disclosure(at.member("disclosure"));
    List<TableProfile> tables =
        at.member("tables").items().stream().map(ProfileReader::table).toList();
    return at.build(() -> new Profile(provenance, disclosure, tables));
  }

  /** Comes before anything else is looked at: a later version may have other keys. */
  private static void requireReadable(JsonCursor at) {
    JsonCursor format = at.member("format");
    if (!format.text().equals(ProfileJson.FORMAT)) {
      throw format.error(
          "the format is \"" + format.text() + "\", not \"" + ProfileJson.FORMAT + "\"",
          "name a document that 'mirrorlake profile' made");
    }
    JsonCursor version = at.member("version");
    if (version.whole() != Profile.FORMAT_VERSION) {
      throw version.error(
          "the document is of version "
              + version.whole()
              + "; this Mirrorlake reads version "
              + Profile.FORMAT_VERSION,
          "use the Mirrorlake named in the document's provenance, or profile the source again");
    }
  }

  private static Provenance provenance(JsonCursor at) {
    at.object("createdAt", "mirrorlake", "spark", "java", "configurationDigest");
    return new Provenance(
        instant(at.member("createdAt")),
        at.member("mirrorlake").text(),
        at.member("spark").text(),
        at.member("java").text(),
        at.member("configurationDigest").text());
  }

  private static Instant instant(JsonCursor at) {
    try {
      return Instant.parse(at.text());
    } catch (DateTimeException e) {
      throw at.expected("an instant in ISO 8601").withCause(e);
    }
  }

  private static Disclosure disclosure(JsonCursor at) {
    at.object("minimumUnits", "privacyUnit");
    int minimumUnits = at.member("minimumUnits").count();
    String privacyUnit = at.member("privacyUnit").text();
    return at.build(() -> new Disclosure(minimumUnits, privacyUnit));
  }

  private static TableProfile table(JsonCursor at) {
    at.object(
        "name",
        "source",
        "rows",
        "notes",
        "columns",
        "constraints",
        "nested",
        "relations",
        "copula");
    String name = at.member("name").text();
    SourceDescription source = source(at.member("source"));
    long rows = at.member("rows").whole();
    List<String> notes = at.member("notes").items().stream().map(JsonCursor::text).toList();
    List<JsonCursor> items = at.member("columns").items();
    Map<String, ColumnType> types = ColumnReader.types(items);
    List<ColumnProfile> columns =
        items.stream().map(item -> ColumnReader.column(item, types)).toList();
    List<ListedConstraint> constraints = constraints(at);
    Map<String, Writing> written = written(items);
    Copula copula = copula(at.member("copula"));
    List<NestedColumn> nested = nested(at);
    TableRelations relations =
        at.optional("relations").map(RelationsReader::relations).orElse(TableRelations.NONE);
    return at.build(
        () ->
            new TableProfile(
                name,
                source,
                rows,
                columns,
                constraints,
                copula,
                nested,
                relations,
                notes,
                written));
  }

  private static List<NestedColumn> nested(JsonCursor at) {
    return at.optional("nested").map(JsonCursor::items).orElse(List.of()).stream()
        .map(NestedJson::read)
        .toList();
  }

  private static List<ListedConstraint> constraints(JsonCursor at) {
    return at.optional("constraints").map(JsonCursor::items).orElse(List.of()).stream()
        .map(FormulaReader::constraint)
        .toList();
  }

  private static Map<String, Writing> written(List<JsonCursor> columns) {
    Map<String, Writing> written = new HashMap<>();
    for (JsonCursor at : columns) {
      at.optional("written")
          .ifPresent(writing -> written.put(at.member("name").text(), writing(writing)));
    }
    return written;
  }

  private static Writing writing(JsonCursor at) {
    return Writing.of(at.text())
        .orElseThrow(
            () -> at.expected("a pattern such as \"dd.MM.yyyy\", or how 1234.56 is written"));
  }

  private static SourceDescription source(JsonCursor at) {
    at.object("format", "location", "version");
    Optional<String> version = at.optional("version").map(JsonCursor::text);
    return new SourceDescription(at.member("format").text(), at.member("location").text(), version);
  }

  private static Copula copula(JsonCursor at) {
    JsonCursor kind = at.member("kind");
    return switch (kind.text()) {
      case "independent" -> {
        at.object("kind");
        yield new IndependentCopula();
      }
      case "gaussian" -> gaussian(at);
      case "tree" -> TreeCopulaJson.read(at);
      default -> throw kind.expected("\"independent\", \"gaussian\" or \"tree\"");
    };
  }

  private static Copula gaussian(JsonCursor at) {
    at.object("kind", "latents", "correlation", "frobeniusChange");
    List<Latent> latents =
        at.member("latents").items().stream().map(ProfileReader::latent).toList();
    CorrelationMatrix correlation = correlation(at.member("correlation"));
    double frobeniusChange = at.member("frobeniusChange").number();
    return at.build(() -> new GaussianCopula(latents, correlation, frobeniusChange));
  }

  private static Latent latent(JsonCursor at) {
    at.object("column", "role");
    JsonCursor role = at.member("role");
    return new Latent(
        at.member("column").text(),
        switch (role.text()) {
          case "value" -> Latent.Role.VALUE;
          case "missing" -> Latent.Role.MISSING;
          default -> throw role.expected("\"value\" or \"missing\"");
        });
  }

  private static CorrelationMatrix correlation(JsonCursor at) {
    double[][] rows =
        at.items().stream()
            .map(row -> row.items().stream().mapToDouble(JsonCursor::number).toArray())
            .toArray(double[][]::new);
    return at.build(() -> CorrelationMatrix.ofLowerTriangle(rows));
  }
}

package io.mirrorlake.jobs.show;

import io.mirrorlake.profiler.constraint.ListedConstraint;
import io.mirrorlake.profiler.copula.CorrelationMatrix;
import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.Latent;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.Disclosure;
import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.Provenance;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.TableRelations;
import io.mirrorlake.profiler.relation.TableRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines that {@code show} prints. */
public final class ProfilePage {
  /** As many pairs as a reader takes in at a glance. */
  private static final int STRONGEST_PAIRS = 8;

  /** Weaker dependence is not worth a line. */
  private static final double NOTABLE = 0.1;

  /** Enough of a digest to compare two by eye. */
  private static final int DIGEST_CHARACTERS = 12;

  private ProfilePage() {}

  /** The page. */
  public static List<String> lines(Profile profile) {
    List<String> lines = new ArrayList<>();
    profile.tables().forEach(table -> lines.addAll(table(table)));
    lines.add(disclosure(profile.disclosure()));
    lines.add(provenance(profile.provenance()));
    return lines;
  }

  private static List<String> table(TableProfile table) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "table %s: %,d rows, %d columns, from %s %s%s",
            table.name(),
            table.rows(),
            table.visibleColumns().size(),
            table.source().format(),
            table.source().location(),
            table.source().version().map(version -> " (version: " + version + ")").orElse("")));
    lines.add("");
    lines.addAll(columns(table));
    lines.add("");
    lines.addAll(relations(table.relations()));
    lines.addAll(constraints(table));
    lines.addAll(dependence(table));
    table.notes().forEach(note -> lines.add("note: " + note));
    return lines;
  }

  private static List<String> columns(TableProfile table) {
    TextTable columns = TextTable.of("column", "type", "nulls", "kind", "values");
    for (ColumnProfile column : table.visibleColumns()) {
      ColumnSummary summary = ColumnSummary.of(column);
      columns.row(
          column.name(),
          column.column().type().ddl(),
          summary.nulls(),
          summary.kind(),
          summary.values());
    }
    return columns.lines();
  }

  private static List<String> relations(TableRelations relations) {
    List<String> lines = new ArrayList<>();
    if (relations.role() == TableRole.REFERENCE) {
      lines.add("role: reference; all rows are in this profile, and are kept as they are");
    }
    if (!relations.primaryKey().isEmpty()) {
      lines.add("primary key: " + String.join(", ", relations.primaryKey()));
    }
    relations
        .references()
        .forEach(reference -> lines.add("refers to " + ReferenceSummary.of(reference)));
    if (!lines.isEmpty()) {
      lines.add("");
    }
    return lines;
  }

  private static List<String> constraints(TableProfile table) {
    if (table.constraints().isEmpty()) {
      return List.of("constraints: none", "");
    }
    List<String> lines = new ArrayList<>();
    lines.add("constraints, kept in every synthetic row:");
    for (ListedConstraint listed : table.constraints()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %s  (%s%,d rows%s)",
              listed.constraint().text(),
              listed.origin() == ListedConstraint.Origin.DECLARED ? "declared, " : "",
              listed.rows(),
              listed.violated() > 0
                  ? String.format(Locale.ROOT, ", broken by %.2g%%", 100 * listed.violated())
                  : ""));
    }
    lines.add("");
    return lines;
  }

  private static List<String> dependence(TableProfile table) {
    if (table.copula() instanceof TreeCopula trees) {
      return List.of(trees(trees));
    }
    if (!(table.copula() instanceof GaussianCopula gaussian)) {
      return List.of("dependence: none, every column is drawn by itself");
    }
    List<Pair> pairs =
        pairs(gaussian).filter(pair -> Math.abs(pair.correlation()) >= NOTABLE).toList();
    List<String> lines = new ArrayList<>();
    lines.add(
        "dependence: Gaussian copula; "
            + (pairs.isEmpty()
                ? "no two columns depend notably on each other"
                : "strongest pairs by latent correlation:"));
    pairs.stream()
        .sorted(Comparator.comparingDouble((Pair pair) -> Math.abs(pair.correlation())).reversed())
        .limit(STRONGEST_PAIRS)
        .map(
            pair ->
                String.format(
                    Locale.ROOT, "  %+.2f  %s, %s", pair.correlation(), pair.left(), pair.right()))
        .forEach(lines::add);
    return lines;
  }

  private static String trees(TreeCopula copula) {
    return "dependence: tree copula; columns are drawn in the order "
        + copula.columns().stream().map(TreeColumn::name).collect(Collectors.joining(", "))
        + copula
            .ratio()
            .map(ratio -> "; a density ratio of " + ratio.trees().size() + " trees accepts rows")
            .orElse("");
  }

  private record Pair(String left, String right, double correlation) {}

  private static Stream<Pair> pairs(GaussianCopula copula) {
    List<Latent> latents = copula.latents();
    CorrelationMatrix correlation = copula.correlation();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < latents.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (!latents.get(i).column().equals(latents.get(j).column())) {
          pairs.add(new Pair(name(latents.get(j)), name(latents.get(i)), correlation.get(i, j)));
        }
      }
    }
    return pairs.stream();
  }

  private static String name(Latent latent) {
    return latent.role() == Latent.Role.MISSING ? latent.column() + " is null" : latent.column();
  }

  private static String disclosure(Disclosure disclosure) {
    String unit =
        disclosure.privacyUnit().equals(Disclosure.ROW)
            ? "rows"
            : "values of column '" + disclosure.privacyUnit() + "'";
    return "disclosure: nothing that fewer than "
        + disclosure.minimumUnits()
        + " "
        + unit
        + " carry is in this profile (k = "
        + disclosure.minimumUnits()
        + "); this is not differential privacy";
  }

  private static String provenance(Provenance provenance) {
    String digest = provenance.configurationDigest();
    return "made "
        + provenance.createdAt()
        + " by mirrorlake "
        + provenance.mirrorlakeVersion()
        + " on Spark "
        + provenance.sparkVersion()
        + ", Java "
        + provenance.javaVersion()
        + ", configuration "
        + digest.substring(0, Math.min(DIGEST_CHARACTERS, digest.length()));
  }
}

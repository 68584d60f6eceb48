package io.mirrorlake.jobs.discover;

import io.mirrorlake.jobs.configuration.DiscoverConfiguration;
import io.mirrorlake.jobs.configuration.DiscoverConfiguration.DatasetSourceConfiguration;
import io.mirrorlake.jobs.configuration.EffectiveConfiguration;
import io.mirrorlake.jobs.configuration.Keys;
import io.mirrorlake.jobs.configuration.Locations;
import io.mirrorlake.jobs.configuration.SourceConfiguration;
import io.mirrorlake.jobs.source.ListedTable;
import io.mirrorlake.jobs.source.NamePattern;
import io.mirrorlake.profiler.relation.discovery.ProposedTable;
import io.mirrorlake.profiler.relation.discovery.ProposedTable.ProposedReference;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The proposed configuration as text, with what speaks for each key as comments. */
final class ProposalText {
  private final DiscoverConfiguration configuration;
  private final Map<String, ListedTable> listed = new HashMap<>();
  private final Map<String, ProposedTable> proposed = new HashMap<>();
  private final StringBuilder text = new StringBuilder();

  private ProposalText(
      DiscoverConfiguration configuration, List<ListedTable> listed, List<ProposedTable> proposed) {
    this.configuration = configuration;
    listed.forEach(table -> this.listed.put(table.name(), table));
    proposed.forEach(table -> this.proposed.put(table.name(), table));
  }

  static String of(
      DiscoverConfiguration configuration, List<ListedTable> listed, List<ProposedTable> proposed) {
    ProposalText proposal = new ProposalText(configuration, listed, proposed);
    proposal.head();
    proposal.source();
    proposal.text.append("\ntables:\n");
    proposed.forEach(proposal::table);
    proposal.line(0, "");
    proposal.line(0, "output: " + YamlText.of(configuration.profile()));
    return proposal.text.toString();
  }

  private void line(int indent, String line) {
    text.append(" ".repeat(indent)).append(line).append('\n');
  }

  private void head() {
    line(
        0,
        "# Proposed by 'mirrorlake discover' from the tables of "
            + Locations.shown(configuration.source().path())
            + ".");
    line(
        0,
        "# Review it: keys that hold in these rows need not be meant. 'role: reference' keeps a"
            + " table's rows as they are, in the");
    line(
        0,
        "# profile too: leave it only where every row may be told. Run it with: ./mirrorlake"
            + " profile --config "
            + configuration.output());
  }

  /** What the sources share: how a database is reached, how CSV files are written. */
  private void source() {
    DatasetSourceConfiguration source = configuration.source();
    Map<String, Map<String, String>> groups = new LinkedHashMap<>();
    Map<String, String> fallbacks = new HashMap<>();
    Keys.of(DatasetSourceConfiguration.class)
        .forEach(key -> fallbacks.put(key.path(), key.setting().fallback()));
    for (String line : EffectiveConfiguration.lines(source)) {
      String key = line.substring(0, line.indexOf('='));
      String value = line.substring(key.length() + 1);
      int dot = key.indexOf('.');
      if (dot > 0 && !value.equals(fallbacks.get(key))) {
        groups
            .computeIfAbsent(key.substring(0, dot), group -> new LinkedHashMap<>())
            .put(key.substring(dot + 1), YamlText.of(value));
      }
    }
    if (source.jdbc().password().isPresent()) {
      groups
          .computeIfAbsent("jdbc", group -> new LinkedHashMap<>())
          .put("password", "\"${DB_PASSWORD}\"");
    }
    if (source.isDatabase() || !groups.isEmpty()) {
      line(0, "");
      line(0, "source:");
    }
    if (source.isDatabase()) {
      line(2, "path: " + YamlText.of(Locations.shown(source.path())));
    }
    groups.forEach((group, keys) -> line(2, group + ": " + inline(keys)));
  }

  private static String inline(Map<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> YamlText.of(entry.getKey()) + ": " + entry.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private void table(ProposedTable table) {
    line(2, String.format(Locale.ROOT, "# %,d rows", table.rows()));
    table.notes().forEach(note -> line(2, "# " + note));
    line(2, YamlText.of(table.name()) + ":");
    line(4, "source: " + source(Objects.requireNonNull(listed.get(table.name())).source()));
    if (table.rows() == 0) {
      line(4, "role: skipped");
    } else if (table.reference()) {
      line(
          4,
          NamePattern.anyMatches(configuration.reference(), table.name())
              ? "# Declared a reference table: its rows are kept as they are, and told in the profile."
              : "# A lookup, it seems: small, and tells of no persons. Remove the line to have its rows"
                  + " made up.");
      line(4, "role: reference");
    }
    if (!table.primaryKey().isEmpty()) {
      line(4, "primaryKey: " + YamlText.of(table.primaryKey()));
    }
    references(table);
    table.orderBy().ifPresent(column -> line(4, "orderBy: " + YamlText.of(column)));
  }

  /** What a table's source does not share with the others. */
  private String source(SourceConfiguration of) {
    if (of.table().isPresent()) {
      return "{table: " + YamlText.of(of.table().get()) + "}";
    }
    boolean ownLayout = of.csv().multiLine() && !configuration.source().csv().multiLine();
    return ownLayout
        ? "{path: " + YamlText.of(of.path()) + ", csv: {multiLine: true}}"
        : YamlText.of(of.path());
  }

  /** A table that is kept as it is refers to what is kept too, or the rows would not fit. */
  private void references(ProposedTable table) {
    if (table.references().isEmpty()) {
      return;
    }
    line(4, "references:");
    for (ProposedReference reference : table.references()) {
      line(6, "# " + evidence(reference));
      Map<String, String> keys = new LinkedHashMap<>();
      keys.put("columns", YamlText.of(reference.key().columns()));
      keys.put("table", YamlText.of(reference.key().parent()));
      ProposedTable parent = proposed.get(reference.key().parent());
      if (parent == null || !parent.primaryKey().equals(reference.key().parentColumns())) {
        keys.put("parentColumns", YamlText.of(reference.key().parentColumns()));
      }
      line(6, "- " + inline(keys));
    }
  }

  private static String evidence(ProposedReference reference) {
    String found =
        String.format(
            Locale.ROOT,
            "%s; %s of the rows have a parent",
            reference.declared() ? "declared" : "found",
            percent(reference.coverage()));
    return Double.isNaN(reference.parentsUsed())
        ? found
        : found + ", " + percent(reference.parentsUsed()) + " of the parents have rows";
  }

  /** Rounded down, so that not everything seems to be there where something is missing. */
  private static String percent(double share) {
    return String.format(
        Locale.ROOT,
        "%s %%",
        BigDecimal.valueOf(share * 100)
            .setScale(2, RoundingMode.DOWN)
            .stripTrailingZeros()
            .toPlainString());
  }
}

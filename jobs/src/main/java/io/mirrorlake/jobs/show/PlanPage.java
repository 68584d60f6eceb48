package io.mirrorlake.jobs.show;

import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.Reference;
import io.mirrorlake.profiler.relation.TableRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The lines that {@code plan} prints. */
public final class PlanPage {
  /**
   * Values that a core generates and writes to Parquet in a second: a rule of thumb, of the order
   * of what {@code bench} measures on a laptop.
   */
  private static final double VALUES_PER_CORE_SECOND = 2e6;

  /** Bytes of a text before compression; names, addresses and remarks are about so long. */
  private static final double TEXT_BYTES = 16;

  /** Numbers and moments are eight bytes, and repeat seldom. */
  private static final double NUMBER_BYTES = 8;

  /** Shown in thousands of thousands. */
  private static final double MEGABYTE = 1e6;

  private PlanPage() {}

  /**
   * The page.
   *
   * @param rows the tables to write in their order, with their rows
   * @param approximations what will not be exactly as in the source
   */
  public static List<String> lines(
      Profile profile, Map<String, Long> rows, List<String> approximations, int cores) {
    TextTable page =
        TextTable.of(
            "table", "rows", "source rows", "role", "about MB", "primary key", "refers to");
    double bytes = 0;
    double values = 0;
    for (Map.Entry<String, Long> entry : rows.entrySet()) {
      TableProfile table = profile.table(entry.getKey());
      double own = entry.getValue() * rowBytes(table);
      bytes += own;
      values += (double) entry.getValue() * table.visibleColumns().size();
      page.row(
          table.name(),
          String.format(Locale.ROOT, "%,d", entry.getValue()),
          String.format(Locale.ROOT, "%,d", table.rows()),
          table.relations().role() == TableRole.REFERENCE ? "reference" : "synthesized",
          String.format(Locale.ROOT, "%,.1f", own / MEGABYTE),
          String.join(", ", table.relations().primaryKey()),
          table.relations().references().stream()
              .map(PlanPage::shown)
              .collect(Collectors.joining("; ")));
    }
    List<String> lines = new ArrayList<>(page.lines());
    lines.add(
        String.format(
            Locale.ROOT,
            "in this order; %,d rows, about %,.1f MB before compression, about %,.0f s on %d cores",
            rows.values().stream().mapToLong(Long::longValue).sum(),
            bytes / MEGABYTE,
            Math.ceil(values / VALUES_PER_CORE_SECOND / cores),
            cores));
    approximations.forEach(note -> lines.add("approximated: " + note));
    return lines;
  }

  private static String shown(Reference reference) {
    return reference.parent()
        + " ("
        + String.join(", ", reference.columns())
        + (reference.leads() ? ", leading)" : ")");
  }

  private static double rowBytes(TableProfile table) {
    double bytes = 0;
    for (ColumnProfile column : table.visibleColumns()) {
      bytes += column.column().type().kind().isText() ? TEXT_BYTES : NUMBER_BYTES;
    }
    return bytes;
  }
}

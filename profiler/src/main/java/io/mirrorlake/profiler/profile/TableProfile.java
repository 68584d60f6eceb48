package io.mirrorlake.profiler.profile;

import io.mirrorlake.profiler.copula.Copula;
import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.Latent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was learned from one table.
 *
 * @param name the table's name
 * @param source where it was read
 * @param rows how many rows it had, rounded to a multiple of k
 * @param columns its columns in order, at least one, with different names
 * @param copula the dependence between its drawn columns
 * @param notes what a reviewer should know: columns left out, suppressed or made coarser, and why
 */
public record TableProfile(
    String name,
    SourceDescription source,
    long rows,
    List<ColumnProfile> columns,
    Copula copula,
    List<String> notes) {
  public TableProfile {
    columns = List.copyOf(columns);
    notes = List.copyOf(notes);
    if (name.isBlank() || columns.isEmpty()) {
      throw new IllegalArgumentException("table '" + name + "' needs a name and a column");
    }
    Set<String> names = columns.stream().map(ColumnProfile::name).collect(Collectors.toSet());
    if (names.size() != columns.size()) {
      throw new IllegalArgumentException("two columns of table '" + name + "' have the same name");
    }
    if (!(rows >= 0)) {
      throw new IllegalArgumentException("table '" + name + "' has " + rows + " rows");
    }
    if (copula instanceof GaussianCopula gaussian) {
      requireFit(name, latents(columns), gaussian.latents());
    }
  }

  /** The latents that columns can have, in their order. */
  private static List<Latent> latents(List<ColumnProfile> columns) {
    List<Latent> latents = new ArrayList<>();
    for (ColumnProfile column : columns) {
      if (column instanceof ColumnProfile.Drawn drawn && drawn.marginal().nullProbability() < 1) {
        latents.add(new Latent(column.name(), Latent.Role.VALUE));
        if (drawn.column().nullable()) {
          latents.add(new Latent(column.name(), Latent.Role.MISSING));
        }
      }
    }
    return latents;
  }

  private static void requireFit(String table, List<Latent> possible, List<Latent> latents) {
    Iterator<Latent> next = possible.iterator();
    for (Latent latent : latents) {
      boolean found = false;
      while (!found && next.hasNext()) {
        found = next.next().equals(latent);
      }
      if (!found) {
        throw new IllegalArgumentException(
            "the copula of table '"
                + table
                + "' has a latent for the "
                + latent.role().name().toLowerCase(Locale.ROOT)
                + " role of column '"
                + latent.column()
                + "', which is out of order, or which that column cannot have");
      }
    }
  }
}

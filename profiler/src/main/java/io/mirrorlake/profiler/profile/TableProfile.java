package io.mirrorlake.profiler.profile;

import io.mirrorlake.profiler.copula.Copula;
import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.Latent;
import java.util.List;
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
    if (copula instanceof GaussianCopula gaussian) {
      for (Latent latent : gaussian.latents()) {
        if (!names.contains(latent.column())) {
          throw new IllegalArgumentException(
              "the copula of table '" + name + "' names column '" + latent.column() + "', which it has not");
        }
      }
    }
  }
}

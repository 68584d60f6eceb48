package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.profiler.constraint.Formula.Lookup;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Derived;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.synthesizer.column.LookupPositions;
import io.mirrorlake.synthesizer.column.SegmentGroups;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The u-scales of a table's columns, as far as its copula speaks of them.
 *
 * @param marginals the marginal of each column
 * @param lookups for columns that another one's values decide: how
 */
public record Scales(Map<String, Marginal> marginals, Map<String, LookupPositions> lookups) {
  public Scales {
    marginals = Map.copyOf(marginals);
    lookups = Map.copyOf(lookups);
  }

  /** Those of a table. */
  public static Scales of(TableProfile table) {
    Map<String, Marginal> marginals = new HashMap<>(of(table.drawn()).marginals());
    Map<String, LookupPositions> lookups = new HashMap<>();
    if (table.copula() instanceof TreeCopula trees) {
      for (TreeColumn column : trees.columns()) {
        ColumnProfile profile = table.column(column.name());
        if (column.isDecided()
            && profile instanceof Derived derived
            && derived.formula() instanceof Lookup lookup) {
          Marginal from = Objects.requireNonNull(marginals.get(lookup.from()));
          marginals.put(column.name(), lookup.marginal());
          lookups.put(
              column.name(), LookupPositions.of(table.name(), profile.column(), lookup, from));
        }
      }
    }
    return new Scales(marginals, lookups);
  }

  /** Those of columns of which none is decided. */
  public static Scales of(List<Drawn> columns) {
    Map<String, Marginal> marginals = new HashMap<>();
    columns.forEach(column -> marginals.put(column.name(), column.marginal()));
    return new Scales(marginals, Map.of());
  }

  Marginal marginal(String column) {
    return Objects.requireNonNull(marginals.get(column), column);
  }

  /**
   * How a column is decided.
   *
   * @param from the slot of the column that decides
   */
  Decision decision(int from, TreeColumn column) {
    LookupPositions positions = Objects.requireNonNull(lookups.get(column.name()), column.name());
    SegmentGroups own = SegmentGroups.of(marginal(column.name()), column.starts());
    Marginal decider = marginal(column.decidedBy());
    return new Decision(from, SegmentGroups.decidedIfKnown(decider, positions, own), own);
  }
}

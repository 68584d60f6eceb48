package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.discovery.HiddenColumn;
import io.mirrorlake.profiler.discovery.KeptConstraints;
import io.mirrorlake.profiler.discovery.SampleCodes;
import io.mirrorlake.profiler.fit.CodedColumn;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.tree.CopulaChoice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of the second scan's sample, as the copula takes them. */
final class CodedSample {
  private CodedSample() {}

  /** The columns that are drawn, and those that others decide. */
  static CopulaChoice.Alone of(CodeScan scan, TableDraft draft, KeptConstraints kept) {
    return CopulaChoice.Alone.of(
        drawn(scan, draft, kept), decided(scan, draft, kept), scan.units());
  }

  /** The sample's columns that others decide, each with the name of that. */
  private static Map<CodedColumn, String> decided(
      CodeScan scan, TableDraft draft, KeptConstraints kept) {
    int[] positions = draft.drawn();
    List<short[]> sample = scan.columns();
    Map<CodedColumn, String> lookups = new HashMap<>();
    for (int i = 0; i < positions.length; i++) {
      String name = draft.columns().get(positions[i]).name();
      Marginal marginal = draft.marginal(positions[i]);
      short[] codes = sample.get(i);
      kept.columns().stream()
          .filter(column -> column.name().equals(name) && marginal.segmentCount() > 1)
          .filter(ColumnProfile.Derived.class::isInstance)
          .map(column -> ((ColumnProfile.Derived) column).formula())
          .filter(formula -> isLookup(formula, marginal))
          .forEach(
              formula ->
                  lookups.put(CodedColumn.of(name, marginal, codes), formula.inputs().get(0)));
    }
    return lookups;
  }

  private static boolean isLookup(Formula formula, Marginal marginal) {
    return formula instanceof Formula.Lookup lookup && lookup.marginal().equals(marginal);
  }

  /** The sample's columns that are drawn, hidden ones too. */
  private static List<CodedColumn> drawn(CodeScan scan, TableDraft draft, KeptConstraints kept) {
    int[] positions = draft.drawn();
    List<short[]> sample = scan.columns();
    Map<String, short[]> codes = new HashMap<>();
    Map<String, Marginal> marginals = new HashMap<>();
    for (int i = 0; i < positions.length; i++) {
      String name = draft.columns().get(positions[i]).name();
      codes.put(name, sample.get(i));
      marginals.put(name, draft.marginal(positions[i]));
    }
    List<double[]> numbers = scan.sample().numbers(scan.constraints().numberCount());
    for (HiddenColumn hidden : kept.hidden()) {
      String name = hidden.profile().name();
      codes.put(name, SampleCodes.of(hidden, numbers, marginals, codes));
    }
    List<CodedColumn> columns = new ArrayList<>();
    for (ColumnProfile column : kept.columns()) {
      short[] own = codes.get(column.name());
      if (own != null && column instanceof ColumnProfile.Drawn drawn) {
        columns.add(CodedColumn.of(column.name(), drawn.marginal(), own));
      }
    }
    return columns;
  }
}

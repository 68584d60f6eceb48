package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.discovery.HiddenColumn;
import io.mirrorlake.profiler.discovery.KeptConstraints;
import io.mirrorlake.profiler.discovery.SampleCodes;
import io.mirrorlake.profiler.fit.CodedColumn;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Derived;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of the second scan's sample, as the copula takes them. */
final class CodedSample {
  private final Map<String, short[]> codes = new HashMap<>();
  private final Map<String, Marginal> marginals = new HashMap<>();
  private final List<ColumnProfile> columns;

  private CodedSample(CodeScan scan, TableDraft draft, KeptConstraints kept) {
    this.columns = kept.columns();
    int[] positions = draft.drawn();
    List<short[]> sample = scan.columns();
    for (int i = 0; i < positions.length; i++) {
      String name = draft.columns().get(positions[i]).name();
      codes.put(name, sample.get(i));
      marginals.put(name, draft.marginal(positions[i]));
    }
    List<double[]> numbers = scan.sample().numbers(scan.constraints().numberCount());
    for (HiddenColumn hidden : kept.hidden()) {
      codes.put(hidden.profile().name(), SampleCodes.of(hidden, numbers, marginals, codes));
    }
  }

  /**
   * The sample of a scan.
   *
   * @param draft what was scanned
   * @param kept what became of its columns, and those that are hidden
   */
  static CodedSample of(CodeScan scan, TableDraft draft, KeptConstraints kept) {
    return new CodedSample(scan, draft, kept);
  }

  /** The columns that are drawn, hidden ones too. */
  List<CodedColumn> drawn() {
    List<CodedColumn> drawn = new ArrayList<>();
    for (ColumnProfile column : columns) {
      short[] own = codes.get(column.name());
      if (own != null && column instanceof Drawn of) {
        drawn.add(CodedColumn.of(column.name(), of.marginal(), own));
      }
    }
    return drawn;
  }

  /** The columns that others decide, each with the name of that. */
  Map<CodedColumn, String> lookups() {
    Map<CodedColumn, String> lookups = new HashMap<>();
    for (ColumnProfile column : columns) {
      Marginal marginal = marginals.get(column.name());
      short[] own = codes.get(column.name());
      if (marginal != null
          && own != null
          && marginal.segmentCount() > 1
          && column instanceof Derived derived
          && derived.formula() instanceof Formula.Lookup lookup
          && lookup.marginal().equals(marginal)) {
        lookups.put(CodedColumn.of(column.name(), marginal, own), lookup.from());
      }
    }
    return lookups;
  }
}

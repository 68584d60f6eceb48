package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.fidelity.AssociationMatrix;
import io.mirrorlake.evaluator.fidelity.ColumnError;
import io.mirrorlake.evaluator.fidelity.TripleMarginals;
import io.mirrorlake.evaluator.fidelity.Triples;
import io.mirrorlake.evaluator.fidelity.Triples.Triple;
import io.mirrorlake.evaluator.sample.CoarseCategories;
import io.mirrorlake.evaluator.sample.CodedTable;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.TableBins;
import java.util.ArrayList;
import java.util.List;

/** Scores tables against one reference, always with the same bins and triples. */
final class FidelityScorer {
  /** Deciles: fine enough to see a shape, coarse enough that a cell of three columns holds rows. */
  private static final int NUMBER_BINS = 10;

  /** Labels with a bin of their own in triples. */
  private static final int CATEGORY_BINS = 50;

  /** All triples of up to 15 columns; for wider tables a random choice. */
  static final int MAX_TRIPLES = 500;

  private final SampleTable reference;
  private final CoarseCategories coarse;
  private final AssociationMatrix associations;
  private final TableBins bins;
  private final CodedTable coded;
  private final List<Triple> triples;

  private FidelityScorer(
      SampleTable reference, CoarseCategories coarse, TableBins bins, List<Triple> triples) {
    this.reference = reference;
    this.coarse = coarse;
    this.associations = AssociationMatrix.of(coarse.apply(reference));
    this.bins = bins;
    this.coded = bins.code(reference);
    this.triples = triples;
  }

  /** A scorer against a reference, with bins from real rows. */
  static FidelityScorer of(SampleTable reference, SampleTable real, int coarseLabels, long seed) {
    return new FidelityScorer(
        reference,
        CoarseCategories.fit(real, coarseLabels),
        TableBins.fit(real, NUMBER_BINS, CATEGORY_BINS),
        Triples.of(reference.width(), MAX_TRIPLES, seed));
  }

  AssociationMatrix referenceAssociations() {
    return associations;
  }

  FidelityScores score(SampleTable table) {
    List<ColumnError> columns = new ArrayList<>();
    for (int c = 0; c < reference.width(); c++) {
      columns.add(ColumnError.of(reference.column(c), table.column(c)));
    }
    AssociationMatrix own = AssociationMatrix.of(coarse.apply(table));
    TripleMarginals distances = TripleMarginals.of(coded, bins.code(table), triples);
    return new FidelityScores(columns, own, associations.meanError(own), distances);
  }
}

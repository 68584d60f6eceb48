package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.Reference;
import io.mirrorlake.profiler.relation.StaticRows;
import java.util.Optional;

/**
 * Where the codes come from that rows are given of a further parent.
 *
 * @param given which of the level's given columns it is
 * @param export which of the exports of the parent's table it is, where its rows are made up
 * @param missing the code of rows without this parent
 * @param kept the codes of the parent's rows, where these are kept
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared
record FurtherColumn(int given, int export, byte missing, Optional<byte[]> kept) {

  /**
   * Where they come from.
   *
   * @param of what is given
   * @param parent the parent's table
   */
  static FurtherColumn of(GivenColumn of, int given, int export, TableProfile parent) {
    Optional<byte[]> kept = parent.relations().rows().map(rows -> codes(of, parent, rows));
    return new FurtherColumn(given, export, (byte) of.starts().size(), kept);
  }

  /**
   * Whether the parents of a reference have to be read, as their rows are made up and those of the
   * table may be given columns of them.
   */
  static boolean isRead(TableProfile table, Reference reference, TableProfile parent) {
    return parent.relations().rows().isEmpty()
        && table.copula().given().stream()
            .anyMatch(given -> given.reference().equals(reference.name()));
  }

  /** Writes the codes of rows with these parents, which are kept. */
  void fill(long[] parents, int rows, byte[] codes) {
    byte[] of = kept.orElseThrow();
    for (int row = 0; row < rows; row++) {
      boolean there = parents[row] >= 0 && parents[row] < of.length;
      codes[row] = there ? of[(int) parents[row]] : missing;
    }
  }

  private static byte[] codes(GivenColumn of, TableProfile parent, StaticRows rows) {
    boolean numbers = parent.column(of.column()).column().type().kind().isNumber();
    int[] places = rows.places(of.column(), numbers);
    CodeStarts starts = CodeStarts.of(of.starts());
    byte[] codes = new byte[places.length];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = starts.of(places[row]);
    }
    return codes;
  }
}

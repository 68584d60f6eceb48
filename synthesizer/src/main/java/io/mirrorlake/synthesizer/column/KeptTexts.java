package io.mirrorlake.synthesizer.column;

import io.mirrorlake.synthesizer.column.FormulaSampler.Input;

/**
 * Which rows keep the made text of the sibling before: they have it made from the same random word.
 * Rows have to come in their order, families from their first row on. Not for several threads.
 */
public final class KeptTexts {
  private final Numbers flag;
  private final Indexes places;
  private final long[] place = new long[Tile.MAX_ROWS];
  private long last;

  private KeptTexts(Numbers flag, Indexes places) {
    this.flag = flag;
    this.places = places;
  }

  /**
   * The rows in which a flag is 1, but for the first of each family.
   *
   * @param table the table's name
   * @param flag the flag, sampled before the texts
   * @param places the place of each row in its family
   */
  public static KeptTexts of(String table, Input flag, Indexes places) {
    return new KeptTexts(Numbers.of(new Place(table, flag.column(), 0), flag.values()), places);
  }

  /** Replaces the random words of rows that keep their sibling's text by that one's word. */
  void carry(Tile tile, long[] words) {
    places.fill(tile, place);
    for (int i = 0; i < tile.rows(); i++) {
      int row = tile.offset() + i;
      if (place[i] > 0 && !flag.isNull(row) && flag.value(row) > 0) {
        words[i] = last;
      }
      last = words[i];
    }
  }
}

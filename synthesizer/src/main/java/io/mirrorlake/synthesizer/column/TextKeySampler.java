package io.mirrorlake.synthesizer.column;

/** Samples keys that are texts. */
final class TextKeySampler implements ColumnSampler {
  private final Rule rule;
  private final Texts values;
  private final char[] text;

  /** A one-to-one function from the row index to texts of one length. */
  interface Rule {
    /** Fills the array with the row's text. */
    void write(long row, char[] text);
  }

  TextKeySampler(Rule rule, int length, int blockRows) {
    this.rule = rule;
    this.values = new Texts(blockRows, false, new byte[0][], true);
    this.text = new char[length];
  }

  @Override
  public Values values() {
    return values;
  }

  @Override
  public void sample(Tile tile, double[] uniforms) {
    values.begin(tile);
    for (int i = 0; i < tile.rows(); i++) {
      rule.write(tile.firstRow() + i, text);
      values.make(tile.offset() + i, text, text.length);
    }
  }
}

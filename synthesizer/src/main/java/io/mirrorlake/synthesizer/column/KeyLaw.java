package io.mirrorlake.synthesizer.column;

/** The law of a key: its value is a one-to-one function of the row's index. */
interface KeyLaw extends ColumnLaw, IndexedLaw {
  @Override
  default long capacity() {
    return rowCapacity();
  }
}

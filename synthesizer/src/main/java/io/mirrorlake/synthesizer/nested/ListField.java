package io.mirrorlake.synthesizer.nested;

import io.mirrorlake.synthesizer.column.Ints;
import io.mirrorlake.synthesizer.random.CounterHash;
import java.util.List;

/**
 * Arrays or maps, with what they hold: one field of elements, or one of keys and one of values.
 *
 * <p>The number of an element is a hash of that of its array, plus its place: rows far apart share
 * a random word with a probability of some 2^-62 a pair.
 */
public final class ListField implements FieldValues {
  /** More elements a row are cut off: a block of 4,096 rows must fit the memory. */
  static final int MAX_ELEMENTS = 4096;

  /** After so many attempts to find a key that the map has not yet, a map stays shorter. */
  private static final int KEY_ATTEMPTS = 128;

  private final List<ElementSampler> parts;
  private final boolean isMap;
  private final Runs runs = new Runs();
  private Ints sizes;
  private int sizeGeneration;

  ListField(Ints sizes, List<ElementSampler> parts) {
    this.sizes = sizes;
    this.parts = List.copyOf(parts);
    this.isMap = parts.size() == 2;
  }

  /** The numbers of elements, null where the array or map is. */
  public Ints sizes() {
    return sizes;
  }

  /** Where the row's elements start among {@link #part}. */
  public int start(int row) {
    return runs.start(row);
  }

  /** How many elements the row has. */
  public int length(int row) {
    return runs.length(row);
  }

  /** The elements; or the keys (0) and the values (1) of maps. */
  public FieldValues part(int part) {
    return parts.get(part).values();
  }

  @Override
  public int generation() {
    return sizeGeneration + parts.stream().mapToInt(ElementSampler::generation).sum();
  }

  /** Takes the sizes from another array from now on. */
  void resize(Ints larger) {
    if (larger != sizes) {
      sizes = larger;
      sizeGeneration++;
    }
  }

  /** Samples what is in the arrays or maps of the rows from {@code firstRow} on. */
  public void sampleRows(long firstRow, int rows) {
    runs.begin(rows);
    for (int row = 0; row < rows; row++) {
      add(firstRow + row, row);
    }
    sampleParts();
  }

  /** Samples what is in arrays or maps that are elements themselves. */
  void sampleIn(Runs parents) {
    runs.begin(parents.total());
    for (int run = 0; run < parents.count(); run++) {
      for (int i = 0; i < parents.length(run); i++) {
        add(parents.firstId(run) + i, parents.start(run) + i);
      }
    }
    sampleParts();
  }

  private void add(long id, int place) {
    int size = sizes.isNull(place) ? 0 : sizes.array()[place];
    runs.add(CounterHash.hash(id) >>> 2, Math.max(0, Math.min(MAX_ELEMENTS, size)));
  }

  private void sampleParts() {
    for (ElementSampler part : parts) {
      part.sample(runs);
    }
    if (isMap) {
      for (int run = 0; run < runs.count(); run++) {
        makeKeysDifferent((LeafSampler) parts.get(0), run);
      }
    }
  }

  private void makeKeysDifferent(LeafSampler keys, int run) {
    int start = runs.start(run);
    for (int i = 1; i < runs.length(run); i++) {
      int attempt = 0;
      while (isRepeated(keys, start, i) && attempt < KEY_ATTEMPTS) {
        attempt++;
        keys.sampleAgain(start + i, runs.firstId(run) + i, attempt);
      }
      if (isRepeated(keys, start, i)) {
        runs.shorten(run, i);
      }
    }
  }

  private static boolean isRepeated(LeafSampler keys, int start, int i) {
    for (int j = 0; j < i; j++) {
      if (keys.leaf().areEqual(start + j, start + i)) {
        return true;
      }
    }
    return false;
  }
}

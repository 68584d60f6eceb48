package io.mirrorlake.synthesizer.nested;

import io.mirrorlake.synthesizer.column.Ints;
import java.util.List;

/** Samples arrays or maps inside arrays or maps. */
final class ListSampler implements ElementSampler {
  private final LeafSampler sizes;
  private final ListField values;

  ListSampler(LeafSampler sizes, List<ElementSampler> parts) {
    this.sizes = sizes;
    this.values = new ListField((Ints) sizes.leaf(), parts);
  }

  @Override
  public FieldValues values() {
    return values;
  }

  @Override
  public int generation() {
    return values.generation();
  }

  @Override
  public void sample(Runs runs) {
    sizes.sample(runs);
    values.resize((Ints) sizes.leaf());
    values.sampleIn(runs);
  }
}

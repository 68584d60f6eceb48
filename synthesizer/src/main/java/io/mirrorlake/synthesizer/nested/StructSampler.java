package io.mirrorlake.synthesizer.nested;

import java.util.List;

/** Samples structs inside arrays or maps. */
final class StructSampler implements ElementSampler {
  private final LeafSampler presence;
  private final List<ElementSampler> fields;

  StructSampler(LeafSampler presence, List<ElementSampler> fields) {
    this.presence = presence;
    this.fields = List.copyOf(fields);
  }

  @Override
  public FieldValues values() {
    return new FieldValues.Structs(
        presence.leaf(), fields.stream().map(ElementSampler::values).toList());
  }

  @Override
  public int generation() {
    return presence.generation() + fields.stream().mapToInt(ElementSampler::generation).sum();
  }

  @Override
  public void sample(Runs runs) {
    presence.sample(runs);
    for (ElementSampler field : fields) {
      field.sample(runs);
    }
  }
}

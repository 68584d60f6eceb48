package io.mirrorlake.synthesizer.nested;

import io.mirrorlake.synthesizer.column.Values;
import java.util.List;

/** The values of a field in one block of rows, or of its occurrences inside an array or map. */
public sealed interface FieldValues permits FieldValues.Plain, FieldValues.Structs, ListField {

  /** Changes where the arrays behind the values were replaced by larger ones. */
  int generation();

  /**
   * Plain values.
   *
   * @param values the values
   */
  record Plain(Values values) implements FieldValues {
    @Override
    public int generation() {
      return 0;
    }
  }

  /**
   * Structs.
   *
   * @param presence null where the struct is
   * @param fields the fields in order; they say nothing where the struct is null
   */
  record Structs(Values presence, List<FieldValues> fields) implements FieldValues {
    public Structs {
      fields = List.copyOf(fields);
    }

    @Override
    public int generation() {
      return fields.stream().mapToInt(FieldValues::generation).sum();
    }
  }
}

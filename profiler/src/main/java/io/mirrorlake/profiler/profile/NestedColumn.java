package io.mirrorlake.profiler.profile;

import io.mirrorlake.profiler.schema.FieldType;
import io.mirrorlake.profiler.schema.FieldType.Leaf;
import java.util.List;

/**
 * A column of structs, arrays or maps, put together from its leaves.
 *
 * <p>Leaves with one value a row are columns of the table and part of its joint model. Those inside
 * arrays and maps, with any number of values a row, stand here and are drawn by themselves.
 *
 * @param name the column's name
 * @param type its type
 * @param repeated the leaves inside arrays and maps, in the order of {@link FieldType#leaves}; a
 *     leaf of a struct inside an array describes those structs that are there
 */
public record NestedColumn(String name, FieldType type, List<ColumnProfile.Drawn> repeated) {
  public NestedColumn {
    repeated = List.copyOf(repeated);
    List<String> wanted = leaves(name, type, true).stream().map(NestedColumn::text).toList();
    List<String> given = repeated.stream().map(NestedColumn::text).toList();
    if (!wanted.equals(given)) {
      throw new IllegalArgumentException(
          "nested column '" + name + "' is made of " + wanted + ", not of " + given);
    }
  }

  /** The leaves that are columns of the table. */
  public List<Leaf> rowLeaves() {
    return leaves(name, type, false);
  }

  /** The leaf inside arrays or maps at this path. */
  public ColumnProfile.Drawn repeated(String path) {
    return repeated.stream()
        .filter(leaf -> leaf.name().equals(path))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no leaf " + path));
  }

  /** Whether a column of the table is the given leaf. */
  static boolean isLeaf(ColumnProfile column, Leaf leaf) {
    return column instanceof ColumnProfile.Drawn drawn && text(drawn).equals(text(leaf));
  }

  private static List<Leaf> leaves(String name, FieldType type, boolean repeated) {
    return type.leaves(name).stream().filter(leaf -> leaf.repeated() == repeated).toList();
  }

  private static String text(Leaf leaf) {
    return leaf.path() + " " + leaf.type();
  }

  private static String text(ColumnProfile.Drawn leaf) {
    return leaf.name() + " " + leaf.column().type();
  }
}

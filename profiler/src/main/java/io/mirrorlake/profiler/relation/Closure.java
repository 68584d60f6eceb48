package io.mirrorlake.profiler.relation;

import io.mirrorlake.profiler.relation.ReferenceLaw.Ancestor;
import io.mirrorlake.profiler.relation.ReferenceLaw.Descendant;
import java.util.List;
import java.util.Optional;

/**
 * The two references of a closure table: a row for each pair of a row of a table that refers to
 * itself, and one above it. It follows from that table, and says nothing of its own but that it
 * does.
 *
 * @param descendant the reference to the lower row of the pair
 * @param ancestor the reference to the upper one
 */
public record Closure(Reference descendant, Reference ancestor) {
  public Closure {
    boolean pair =
        descendant.law() instanceof Descendant
            && ancestor.law() instanceof Ancestor above
            && above.of().equals(descendant.name())
            && ancestor.parent().equals(descendant.parent())
            && ancestor.parentColumns().equals(descendant.parentColumns());
    if (!pair) {
      throw new IllegalArgumentException(
          "the references '"
              + descendant.name()
              + "' and '"
              + ancestor.name()
              + "' are no descendant and ancestor in the same table");
    }
  }

  /**
   * The closure that a table's references make, if they do.
   *
   * @throws IllegalArgumentException where the table has a reference of a closure, and another one
   *     or none beside its counterpart
   */
  static Optional<Closure> of(List<Reference> references) {
    List<Reference> parts = references.stream().filter(Closure::isPart).toList();
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    if (parts.size() != 2 || references.size() != 2) {
      throw new IllegalArgumentException(
          "a closure has two references, to a descendant and its ancestor, not "
              + references.stream().map(Reference::name).toList());
    }
    int lower = parts.get(0).law() instanceof Descendant ? 0 : 1;
    return Optional.of(new Closure(parts.get(lower), parts.get(1 - lower)));
  }

  private static boolean isPart(Reference reference) {
    return reference.law() instanceof Descendant || reference.law() instanceof Ancestor;
  }

  /** The table whose rows the pairs are of. */
  public String parent() {
    return descendant.parent();
  }

  /** Whether each row is its own ancestor too. */
  public boolean reflexive() {
    return ((Descendant) descendant.law()).reflexive();
  }
}

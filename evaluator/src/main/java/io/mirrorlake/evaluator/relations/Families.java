package io.mirrorlake.evaluator.relations;

import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.Arrays;

/** Some parents of one reference with all their children. Immutable. */
public final class Families {
  private final SampleTable parents;
  private final SampleTable children;
  private final int[] parentOf;

  private Families(SampleTable parents, SampleTable children, int[] parentOf) {
    this.parents = parents;
    this.children = children;
    this.parentOf = parentOf;
  }

  /**
   * Families.
   *
   * @param parents the parents, whose columns may go on with those of their own parents
   * @param children the children
   * @param parentOf for each child the row of its parent; the caller no longer changes it
   */
  public static Families of(SampleTable parents, SampleTable children, int... parentOf) {
    if (parentOf.length != children.rows()) {
      throw new IllegalArgumentException(
          parentOf.length + " parents of " + children.rows() + " children");
    }
    for (int parent : parentOf) {
      if (parent < 0 || parent >= parents.rows()) {
        throw new IllegalArgumentException(
            "parent " + parent + " is none of " + parents.rows() + " rows");
      }
    }
    return new Families(parents, children, parentOf);
  }

  /** The parents. */
  public SampleTable parents() {
    return parents;
  }

  /** The children. */
  public SampleTable children() {
    return children;
  }

  /** The row of this child's parent. */
  public int parentOf(int child) {
    return parentOf[child];
  }

  /** The same families with other columns of the parents; as many rows, in the same order. */
  public Families withParents(SampleTable others) {
    return of(others, children, parentOf);
  }

  /** How many children each parent has. */
  public int[] sizes() {
    int[] sizes = new int[parents.rows()];
    for (int parent : parentOf) {
      sizes[parent]++;
    }
    return sizes;
  }

  /** These parents with their children, in this order; each parent once. */
  public Families take(int[] chosen) {
    int[] place = new int[parents.rows()];
    Arrays.fill(place, -1);
    for (int i = 0; i < chosen.length; i++) {
      place[chosen[i]] = i;
    }
    int[] kept = new int[parentOf.length];
    int[] placed = new int[parentOf.length];
    int size = 0;
    for (int child = 0; child < parentOf.length; child++) {
      if (place[parentOf[child]] >= 0) {
        kept[size] = child;
        placed[size++] = place[parentOf[child]];
      }
    }
    return new Families(
        parents.take(chosen),
        children.take(Arrays.copyOf(kept, size)),
        Arrays.copyOf(placed, size));
  }

  /** At most this many parents, drawn at random, with their children. */
  public Families drawn(int most, Draw draw) {
    return take(draw.subset(parents.rows(), most));
  }

  /**
   * The floor: the same parents with as many children as before, but whose they are is dealt anew
   * at random.
   */
  public Families dealtAtRandom(Draw draw) {
    return new Families(parents, children.take(draw.permutation(children.rows())), parentOf);
  }
}

package io.mirrorlake.profiler.relation;

import java.util.List;

/** How a row finds the parent it refers to. */
public sealed interface ReferenceLaw {

  /**
   * The leading parent: rows lie family by family, in the order of the parent's rows.
   *
   * @param fanOut the hidden column of the parent that says how many children it has
   * @param parentless the share of this table's rows that have no parent, in [0, 1); they lie after
   *     all families
   */
  record Family(String fanOut, double parentless) implements ReferenceLaw {
    public Family {
      if (!(parentless >= 0 && parentless < 1)) {
        throw new IllegalArgumentException("a share of parentless rows of " + parentless);
      }
    }
  }

  /**
   * A further parent: the row draws a cell, and inside the cell the children are spread by a law.
   *
   * @param cell the hidden column of this table that holds the number of the cell; null where there
   *     is no parent
   * @param byCell the law of each of the parent's cells
   * @param distinct whether no parent comes twice in a family: a bridge table
   * @param once whether no parent comes twice at all: a row belongs to its parent alone
   * @param dealing what siblings in a cell have in common
   */
  record Popular(
      String cell, List<FanOutLaw> byCell, boolean distinct, boolean once, Dealing dealing)
      implements ReferenceLaw {
    public Popular {
      byCell = List.copyOf(byCell);
      requireLaws(byCell);
    }
  }

  /**
   * A parent in the same table. Rows lie level by level, and the levels are the table's cells: rows
   * of level 0 have no parent, all others have one in the level before.
   *
   * @param byLevel the law of each level's parents that have children: one less than there are
   *     levels
   */
  record Level(List<FanOutLaw> byLevel) implements ReferenceLaw {
    public Level {
      byLevel = List.copyOf(byLevel);
      requireLaws(byLevel);
    }
  }

  /**
   * What the leading parent's row refers to: the values of columns of that row.
   *
   * @param of the columns of the leading parent, one for each of the reference
   */
  record Inherited(List<String> of) implements ReferenceLaw {
    public Inherited {
      of = List.copyOf(of);
    }
  }

  /**
   * What another reference decides already, as its columns contain those of this one.
   *
   * @param by the name of the other reference
   */
  record Implied(String by) implements ReferenceLaw {}

  /** Its columns run through listed keys of a reference table, as parts of a composite key. */
  record Listed() implements ReferenceLaw {}

  /**
   * The lower end of a pair of a closure: the table has a row for each row of the parent, which
   * lies in levels, and each one above it. Rows lie by descendants, in the order of the parent's
   * rows, and from the nearest ancestor on.
   *
   * @param reflexive whether each row of the parent is its own ancestor too
   */
  record Descendant(boolean reflexive) implements ReferenceLaw {}

  /**
   * The upper end of a pair of a closure.
   *
   * @param of the name of the reference to the lower end
   */
  record Ancestor(String of) implements ReferenceLaw {}

  private static void requireLaws(List<FanOutLaw> laws) {
    if (laws.isEmpty()) {
      throw new IllegalArgumentException("a reference needs a law of fan-outs");
    }
  }
}

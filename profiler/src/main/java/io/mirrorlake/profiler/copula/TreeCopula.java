package io.mirrorlake.profiler.copula;

import io.mirrorlake.profiler.copula.DensityRatio.Question;
import io.mirrorlake.profiler.copula.DensityRatio.SymmetricTree;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A chain of conditional distributions: each column given the columns before it, by an ensemble of
 * decision trees over codes of the u-scale. A column that is not listed is independent of all
 * others.
 *
 * @param given what is known of a row before any column is drawn; trees number them first
 * @param columns the columns in the order in which they are drawn
 * @param ratio with which probability a row that was drawn is accepted; without it, always
 */
public record TreeCopula(
    List<GivenColumn> given, List<TreeColumn> columns, Optional<DensityRatio> ratio)
    implements Copula {
  public TreeCopula {
    given = List.copyOf(given);
    columns = List.copyOf(columns);
    Set<String> known = new HashSet<>();
    for (GivenColumn column : given) {
      if (!known.add(column.name())) {
        throw new IllegalArgumentException("column '" + column.name() + "' is given twice");
      }
    }
    Set<String> seen = new HashSet<>();
    for (int j = 0; j < columns.size(); j++) {
      TreeColumn column = columns.get(j);
      if (!seen.add(column.name())) {
        throw new IllegalArgumentException("column '" + column.name() + "' is drawn twice");
      }
      for (CodeTree tree : column.trees()) {
        require(tree, columns, j, given.size());
      }
      int before = given.size() + j;
      column.scored().ifPresent(score -> require(score, column, before));
      requireFlag(column, columns.subList(0, j));
      requireDecider(column, columns.subList(0, j));
    }
    List<TreeColumn> asked = columns;
    boolean alone = given.isEmpty() && columns.stream().noneMatch(TreeColumn::isRepeating);
    ratio.ifPresent(of -> require(of, asked, alone));
  }

  /** A chain whose rows are all accepted. */
  public TreeCopula(List<GivenColumn> given, List<TreeColumn> columns) {
    this(given, columns, Optional.empty());
  }

  /** A table by itself, of whose rows nothing is given. */
  public TreeCopula(List<TreeColumn> columns) {
    this(List.of(), columns);
  }

  /**
   * Which columns the draws of some depend on, directly or through others, those themselves
   * included: given columns first, as in the trees. Where rows are accepted or not, all columns
   * depend on what decides that.
   */
  public boolean[] needed(Set<String> names) {
    return columns.stream().anyMatch(column -> names.contains(column.name()))
        ? proposed(names)
        : new boolean[given.size() + columns.size()];
  }

  /**
   * Which columns have to be drawn before a row can be accepted that is to have some of them within
   * limits: these, and those that the ratio asks, with all that their draws depend on.
   */
  public boolean[] proposed(Set<String> names) {
    int before = given.size();
    boolean[] needed = new boolean[before + columns.size()];
    ratio.ifPresent(of -> mark(of, needed));
    for (int j = columns.size() - 1; j >= 0; j--) {
      TreeColumn column = columns.get(j);
      needed[before + j] |= names.contains(column.name());
      if (needed[before + j]) {
        column.trees().forEach(tree -> mark(tree, needed));
        column.scored().ifPresent(score -> mark(score, needed));
        if (column.isRepeating()) {
          needed[before + position(column.repeats())] = true;
        }
        if (column.isDecided()) {
          needed[before + position(column.decidedBy())] = true;
        }
      }
    }
    return needed;
  }

  /**
   * What is given that the draws of some columns depend on, directly, through others, or through
   * the siblings before.
   */
  public Set<GivenColumn> asked(Set<String> names) {
    Set<String> open = new HashSet<>(names);
    Set<GivenColumn> asked = new LinkedHashSet<>();
    boolean more = true;
    while (more) {
      boolean[] needed = needed(open);
      for (int i = 0; i < given.size(); i++) {
        if (needed[i]) {
          asked.add(given.get(i));
        }
      }
      more =
          open.addAll(
              asked.stream()
                  .filter(of -> of.origin() == GivenColumn.Origin.PREVIOUS)
                  .map(GivenColumn::column)
                  .toList());
    }
    return asked;
  }

  private int position(String name) {
    int position = 0;
    while (!columns.get(position).name().equals(name)) {
      position++;
    }
    return position;
  }

  private static void mark(CodeTree tree, boolean[] needed) {
    if (tree instanceof CodeTree.Split split) {
      needed[split.ancestor()] = true;
      mark(split.inside(), needed);
      mark(split.outside(), needed);
    }
  }

  private static void mark(AdditiveScore score, boolean[] needed) {
    score.terms().forEach(term -> needed[term.ancestor()] = true);
  }

  private static void mark(DensityRatio ratio, boolean[] needed) {
    for (SymmetricTree tree : ratio.trees()) {
      tree.questions().forEach(question -> needed[question.column()] = true);
    }
  }

  private static void require(DensityRatio ratio, List<TreeColumn> columns, boolean alone) {
    if (!alone) {
      throw new IllegalArgumentException("a density ratio of rows that depend on others");
    }
    for (SymmetricTree tree : ratio.trees()) {
      for (Question question : tree.questions()) {
        if (question.column() >= columns.size()) {
          throw new IllegalArgumentException(
              "the density ratio asks column "
                  + question.column()
                  + ", but there are "
                  + columns.size()
                  + " columns");
        }
      }
    }
  }

  private static void require(AdditiveScore score, TreeColumn column, int before) {
    for (AdditiveScore.Term term : score.terms()) {
      if (term.ancestor() >= before) {
        throw new IllegalArgumentException(
            "the score of column '"
                + column.name()
                + "' asks column "
                + term.ancestor()
                + ", which is not drawn before it");
      }
    }
  }

  private static void requireFlag(TreeColumn column, List<TreeColumn> before) {
    if (column.isRepeating()
        && before.stream()
            .noneMatch(flag -> flag.name().equals(column.repeats()) && flag.codes() == 2)) {
      throw new IllegalArgumentException(
          "column '"
              + column.name()
              + "' repeats where '"
              + column.repeats()
              + "' says so, which is no column of two codes drawn before it");
    }
  }

  private static void requireDecider(TreeColumn column, List<TreeColumn> before) {
    if (column.isDecided()
        && before.stream()
            .noneMatch(other -> other.name().equals(column.decidedBy()) && !other.isDecided())) {
      throw new IllegalArgumentException(
          "column '"
              + column.name()
              + "' is decided by '"
              + column.decidedBy()
              + "', which is not drawn before it");
    }
  }

  private static void require(CodeTree tree, List<TreeColumn> columns, int position, int given) {
    String name = columns.get(position).name();
    if (tree instanceof CodeTree.Split split) {
      int known = given + position + (columns.get(position).scored().isPresent() ? 1 : 0);
      if (split.ancestor() >= known) {
        throw new IllegalArgumentException(
            "a tree of column '"
                + name
                + "' at position "
                + position
                + " asks column "
                + split.ancestor()
                + ", which is not drawn before it");
      }
      require(split.inside(), columns, position, given);
      require(split.outside(), columns, position, given);
    } else if (tree instanceof CodeTree.Leaf leaf) {
      CodeParts parts = leaf.parts();
      int codes = columns.get(position).codes();
      if (parts.size() > 0 && parts.code(parts.size() - 1) >= codes) {
        throw new IllegalArgumentException(
            "a leaf of column '"
                + name
                + "' has code "
                + parts.code(parts.size() - 1)
                + ", but the column has codes below "
                + codes);
      }
    }
  }
}

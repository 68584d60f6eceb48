package io.mirrorlake.profiler.copula;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * One column of a tree copula: how its u-scale is cut into codes, and its trees.
 *
 * @param name the column
 * @param starts the first segment of each code: code c takes the segments from starts[c] to
 *     starts[c + 1] - 1 of the column's marginal, the last code all that remain; the segment after
 *     the marginal's last is that of the nulls
 * @param ordered whether neighbouring codes are alike
 * @param trees the trees, each as likely to be asked as any other; they ask columns before this
 *     one, and this one's own place for its score
 * @param repeats the column drawn before that says, by its second code, that the row keeps the
 *     sibling's value: then it takes the position that the sibling before has on the u-scale, and
 *     the trees have no say. Empty for none
 * @param decidedBy the column drawn before whose value decides this one's, by the table's lookup:
 *     then there are no trees, and only others ask its codes. Empty for none
 * @param score what the columns before tell of this one together: its code is what trees ask when
 *     they ask this column's own position; {@link AdditiveScore#NONE} for none
 */
public record TreeColumn(
    String name,
    List<Integer> starts,
    boolean ordered,
    List<CodeTree> trees,
    String repeats,
    String decidedBy,
    AdditiveScore score)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public TreeColumn {
    starts = List.copyOf(starts);
    trees = List.copyOf(trees);
    if (starts.isEmpty()
        || starts.size() > CodeSet.MAX_CODES
        || (trees.isEmpty() && decidedBy.isEmpty())) {
      throw new IllegalArgumentException(
          "column '" + name + "' has " + starts.size() + " codes and " + trees.size() + " trees");
    }
    if (!decidedBy.isEmpty() && (!trees.isEmpty() || !repeats.isEmpty() || !score.isNone())) {
      throw new IllegalArgumentException(
          "column '"
              + name
              + "' "
              + (!trees.isEmpty() ? "has trees" : !score.isNone() ? "has a score" : "repeats")
              + ", though '"
              + decidedBy
              + "' decides it");
    }
    requireRising(name, starts);
  }

  /** A column whose rows follow the trees, whatever the sibling before has. */
  public TreeColumn(String name, List<Integer> starts, boolean ordered, List<CodeTree> trees) {
    this(name, starts, ordered, trees, "", "", AdditiveScore.NONE);
  }

  /** A column that another one's values decide. */
  public static TreeColumn decided(
      String name, List<Integer> starts, boolean ordered, String decidedBy) {
    return new TreeColumn(name, starts, ordered, List.of(), "", decidedBy, AdditiveScore.NONE);
  }

  /** This column where another one says whether a row keeps the sibling's value. */
  public TreeColumn repeating(String flag) {
    return new TreeColumn(name, starts, ordered, trees, flag, decidedBy, score);
  }

  /** This column with a score that its trees ask. */
  public TreeColumn scoredBy(Optional<AdditiveScore> own) {
    return new TreeColumn(
        name, starts, ordered, trees, repeats, decidedBy, own.orElse(AdditiveScore.NONE));
  }

  static void requireRising(String name, List<Integer> starts) {
    for (int c = 0; c < starts.size(); c++) {
      if (c == 0 ? starts.get(0) != 0 : starts.get(c) <= starts.get(c - 1)) {
        throw new IllegalArgumentException(
            "the codes of column '" + name + "' do not start at rising segments: " + starts);
      }
    }
  }

  /** Whether another column says where a row keeps the value of the sibling before. */
  public boolean isRepeating() {
    return !repeats.isEmpty();
  }

  /** Whether another column's values decide this one's. */
  public boolean isDecided() {
    return !decidedBy.isEmpty();
  }

  /** The score that its trees ask, if there is one. */
  public Optional<AdditiveScore> scored() {
    return Optional.of(score).filter(own -> !own.isNone());
  }

  /** How many codes there are. */
  public int codes() {
    return starts.size();
  }
}

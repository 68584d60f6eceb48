package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.Orphans;
import io.mirrorlake.synthesizer.dependence.Dependence;
import io.mirrorlake.synthesizer.random.Uniforms;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One table of a line of leading parents, compiled for what is asked of its rows. Immutable.
 *
 * @param table the table
 * @param seed the seed
 * @param depth its place in the line, 0 for the first
 * @param sums where its rows lie
 * @param columns what is drawn
 * @param given all columns whose codes have to be known
 * @param exports the codes that children are given
 * @param carried the numbers that are carried
 * @param fanOuts the numbers of children that are wanted
 * @param furtherParents the references to further parents that are wanted
 * @param refers whether parents are wanted of them, or only cells
 * @param keys further drawn columns of the primary key, where parents must not repeat
 * @param special parents that are found in other ways, or at another time
 */
record Level(
    TableProfile table,
    long seed,
    int depth,
    BlockSums sums,
    Draws columns,
    List<GivenColumn> given,
    List<Export> exports,
    List<Carried> carried,
    List<FanOut> fanOuts,
    Map<String, FurtherParent> furtherParents,
    boolean refers,
    List<Drawn> keys,
    SpecialParents special) {

  /**
   * Parents that are found in other ways, or at another time.
   *
   * @param ownLevels the reference to the table itself, if it is wanted
   * @param closure the rows of the table, if it is a closure
   * @param missing the leading parents that are not there, if rows name some
   * @param distant for references to rows whose keys do not follow from their numbers alone, or
   *     whose columns are given, the line of their table, compiled for the numbers that keys follow
   *     from, and for these columns
   * @param given what is given of further parents, if anything is
   */
  record SpecialParents(
      Optional<ParentLevel> ownLevels,
      Optional<ClosureRows> closure,
      Optional<MissingParents> missing,
      Map<String, List<Level>> distant,
      Optional<FurtherGiven> given) {}

  /**
   * Leading parents that are not there: their rows would follow those that are.
   *
   * @param first the first of these rows
   * @param orphans which of them an orphan names
   */
  record MissingParents(long first, Orphans orphans) {}

  /**
   * What is drawn of a table.
   *
   * @param dependence makes positions of draws
   * @param streams where the draws come from
   * @param slots the draw of each column
   * @param given which of the level's given columns the dependence takes, in its order
   * @param known which of the level's given columns have to be known
   * @param places where each draw lies among all of the level's
   */
  record Draws(
      Dependence dependence,
      List<Uniforms> streams,
      Map<String, Integer> slots,
      List<Integer> given,
      List<Integer> known,
      List<Integer> places) {

    /** The draw whose position is the column's. */
    int slot(String column) {
      return slots.getOrDefault(column, -1);
    }
  }

  /**
   * What is given of further parents, who have to be found before all else is drawn.
   *
   * @param before what is drawn to find them
   * @param keyed whether that tells all keys, so that parents are told apart before codes are taken
   *     from them; keys that depend on these codes are not known before
   * @param columns for each reference what is given of its parent
   */
  record FurtherGiven(Draws before, boolean keyed, Map<String, List<FurtherColumn>> columns) {}

  /** The reference to the table itself, if it is wanted. */
  Optional<ParentLevel> ownLevels() {
    return special.ownLevels();
  }

  /** What is given of further parents, if anything is. */
  Optional<FurtherGiven> furtherGiven() {
    return special.given();
  }

  /** The draws of a row. */
  List<Uniforms> draws() {
    return columns.streams();
  }

  /** The draw whose position is the column's. */
  int slot(String column) {
    return columns.slot(column);
  }

  /** The place of a reference among the further parents. */
  int furtherParent(String reference) {
    return List.copyOf(furtherParents.keySet()).indexOf(reference);
  }
}

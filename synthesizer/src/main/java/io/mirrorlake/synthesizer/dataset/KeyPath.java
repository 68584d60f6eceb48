package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Referenced;
import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.Reference;
import io.mirrorlake.profiler.relation.ReferenceLaw;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import io.mirrorlake.synthesizer.column.IndexedLaw;
import java.util.Optional;

/**
 * Where the value of a key's column comes from: a law, and the index it is asked for.
 *
 * @param law the law of the table that the value first stands in
 * @param index where its index is found, seen from a row that holds the value
 */
record KeyPath(IndexedLaw law, Carried index) {

  /**
   * The path of a column of a key.
   *
   * @throws UserException where the column does not follow from indexes
   */
  static KeyPath of(Profile profile, TableProfile table, ColumnProfile column, long seed) {
    if (column instanceof Referenced referenced) {
      Reference reference = table.relations().reference(referenced.reference()).orElseThrow();
      return of(profile, table, reference, referenced.part(), seed);
    }
    Optional<IndexedLaw> law = IndexedLaw.of(table, column, seed);
    Carried index = IndexedLaw.isOfPlaces(table, column) ? Carried.PLACE : Carried.ROW;
    return law.map(of -> new KeyPath(of, index))
        .orElseThrow(
            () -> complaint(table, column.name(), "is referred to, but is drawn and may repeat"));
  }

  private static KeyPath of(
      Profile profile, TableProfile table, Reference reference, int part, long seed) {
    ReferenceLaw law = reference.law();
    if (law instanceof ReferenceLaw.Implied implied) {
      Reference by = table.relations().reference(implied.by()).orElseThrow();
      int same = by.columns().indexOf(reference.columns().get(part));
      return of(profile, table, by, same, seed);
    }
    if (law instanceof ReferenceLaw.Inherited inherited) {
      TableProfile leading = profile.table(table.relations().leading().orElseThrow().parent());
      KeyPath path = of(profile, leading, leading.column(inherited.of().get(part)), seed);
      return new KeyPath(path.law(), path.index().ofParent());
    }
    TableProfile parent = profile.table(reference.parent());
    ColumnProfile key = parent.column(reference.parentColumns().get(part));
    KeyPath path = of(profile, parent, key, seed);
    if (law instanceof ReferenceLaw.Family) {
      return new KeyPath(path.law(), path.index().ofParent());
    }
    if (!path.index().equals(Carried.ROW)) {
      throw complaint(
          parent,
          key.name(),
          "does not follow from its row's number alone, and '"
              + reference.name()
              + "' refers to it without being led by it");
    }
    return new KeyPath(path.law(), Carried.target(reference.name()));
  }

  private static UserException complaint(TableProfile table, String column, String problem) {
    return UserException.of(
        ErrorKind.PROFILE,
        "the key column '" + table.name() + "." + column + "' " + problem,
        "profile again with that reference as the leading one, or without it");
  }
}

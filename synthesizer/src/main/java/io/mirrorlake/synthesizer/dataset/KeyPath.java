package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Borrowed;
import io.mirrorlake.profiler.profile.ColumnProfile.Distance;
import io.mirrorlake.profiler.profile.ColumnProfile.Referenced;
import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.Reference;
import io.mirrorlake.profiler.relation.ReferenceLaw;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import io.mirrorlake.synthesizer.column.IndexedLaw;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where the value of a key's or a borrowed column comes from: a law, and the index it is asked for.
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
    return new Search(profile, seed).of(table, column);
  }

  /** Follows references, and notices when they lead back. */
  private static final class Search {
    private final Profile profile;
    private final long seed;
    private final Set<String> open = new HashSet<>();

    Search(Profile profile, long seed) {
      this.profile = profile;
      this.seed = seed;
    }

    KeyPath of(TableProfile table, ColumnProfile column) {
      if (column instanceof Borrowed borrowed) {
        Reference reference = table.relations().reference(borrowed.reference()).orElseThrow();
        return through(reference, borrowed.of());
      }
      if (!(column instanceof Referenced referenced)) {
        Optional<IndexedLaw> law = IndexedLaw.of(table, column, seed);
        return law.map(of -> new KeyPath(of, index(table, column)))
            .orElseThrow(
                () ->
                    complaint(table, column.name(), "is referred to, but is drawn and may repeat"));
      }
      String name = table.name() + "." + column.name();
      if (!open.add(name)) {
        throw complaint(table, column.name(), "is, by way of references, its own value");
      }
      Reference reference = table.relations().reference(referenced.reference()).orElseThrow();
      KeyPath path = of(table, reference, referenced.part());
      open.remove(name);
      return path;
    }

    private static Carried index(TableProfile table, ColumnProfile column) {
      if (column instanceof Distance) {
        return Carried.STEPS;
      }
      return IndexedLaw.isOfPlaces(table, column) ? Carried.PLACE : Carried.ROW;
    }

    private KeyPath of(TableProfile table, Reference reference, int part) {
      ReferenceLaw law = reference.law();
      if (law instanceof ReferenceLaw.Implied implied) {
        Reference by = table.relations().reference(implied.by()).orElseThrow();
        return of(table, by, by.columns().indexOf(reference.columns().get(part)));
      }
      if (law instanceof ReferenceLaw.Inherited inherited) {
        TableProfile leading = profile.table(table.relations().leading().orElseThrow().parent());
        KeyPath path = of(leading, leading.column(inherited.of().get(part)));
        return new KeyPath(path.law(), path.index().ofParent());
      }
      return through(reference, reference.parentColumns().get(part));
    }

    /** The path of a column of the row that a reference leads to. */
    private KeyPath through(Reference reference, String column) {
      TableProfile parent = profile.table(reference.parent());
      KeyPath path = of(parent, parent.column(column));
      return new KeyPath(
          path.law(),
          reference.leads()
              ? path.index().ofParent()
              : Carried.through(reference.name(), path.index()));
    }
  }

  private static UserException complaint(TableProfile table, String column, String problem) {
    return UserException.of(
        ErrorKind.PROFILE,
        "the key column '" + table.name() + "." + column + "' " + problem,
        "profile again with that reference as the leading one, or without it");
  }
}

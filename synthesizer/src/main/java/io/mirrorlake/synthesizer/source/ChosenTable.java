package io.mirrorlake.synthesizer.source;

import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import io.mirrorlake.synthesizer.condition.Conditions;
import io.mirrorlake.synthesizer.dataset.DatasetPlan;
import io.mirrorlake.synthesizer.plan.GenerationPlan;
import io.mirrorlake.synthesizer.plan.RowRange;
import java.util.List;

/**
 * The table of a profile that is read. One by itself brings nothing else of the profile along.
 *
 * @param document the profile with all that the table needs
 * @param name the table
 */
record ChosenTable(ProfileDocument document, String name) {

  /** The table that options name, or the only one. */
  static ChosenTable of(ProfileDocument document, ReadOptions options) {
    Profile profile = document.profile();
    TableProfile table = options.table().map(profile::table).orElseGet(profile::onlyTable);
    ProfileDocument needed =
        DatasetPlan.isRelated(table) || profile.tables().size() == 1
            ? document
            : ProfileDocument.of(
                new Profile(profile.provenance(), profile.disclosure(), List.of(table)));
    return new ChosenTable(needed, table.name());
  }

  TableProfile table() {
    return document.profile().table(name);
  }

  /** Whether its rows have a place among those of other tables. */
  boolean isRelated() {
    return DatasetPlan.isRelated(table());
  }

  /**
   * The rows to read, all checked.
   *
   * @throws UserException where a column cannot be generated, or not for so many rows, or no row
   *     can keep the conditions
   */
  RowRange rows(ReadOptions options) {
    TableProfile table = table();
    if (isRelated()) {
      requireWhole(options);
      DatasetPlan plan = DatasetPlans.of(this, options);
      return new RowRange(0, plan.table(name, table.fields()).rows());
    }
    RowRange rows = options.range(options.defaultRows(name, table.rows()));
    GenerationPlan plan =
        GenerationPlan.of(
            table, options.seed(), table.fields(), Conditions.of(table, options.where()));
    plan.requireRows(rows);
    plan.requireConditions();
    return rows;
  }

  private void requireWhole(ReadOptions options) {
    boolean conditions = !options.where().equals(Conditions.NONE);
    if (conditions || options.firstRow() > 0) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "data source mirrorlake: the option "
              + (conditions ? "where" : "firstRow")
              + " is given, but table '"
              + name
              + "' is one of a database, whose keys need all of its rows",
          "filter what is read, or profile the table without its keys");
    }
  }
}

package io.mirrorlake.jobs.show;

import io.mirrorlake.profiler.relation.Dealing;
import io.mirrorlake.profiler.relation.FanOutLaw;
import io.mirrorlake.profiler.relation.Reference;
import io.mirrorlake.profiler.relation.ReferenceLaw;
import java.util.List;
import java.util.Locale;

/** A foreign key in one line. */
final class ReferenceSummary {
  private ReferenceSummary() {}

  static String of(Reference reference) {
    return reference.parent()
        + " ("
        + String.join(", ", reference.parentColumns())
        + ") by "
        + String.join(", ", reference.columns())
        + "; "
        + law(reference.law());
  }

  private static String law(ReferenceLaw law) {
    if (law instanceof ReferenceLaw.Family family) {
      return "leading parent"
          + (family.parentless() > 0
              ? String.format(
                  Locale.ROOT, ", %.2g%% of the rows have none", 100 * family.parentless())
              : "");
    }
    if (law instanceof ReferenceLaw.Popular popular) {
      return (popular.distinct() ? "no parent twice in a family; " : "")
          + siblings(popular.dealing())
          + popularity(popular.byCell());
    }
    if (law instanceof ReferenceLaw.Level level) {
      return "in the same table, " + (level.byLevel().size() + 1) + " levels";
    }
    if (law instanceof ReferenceLaw.Inherited inherited) {
      return "what the leading parent has in " + String.join(", ", inherited.of());
    }
    if (law instanceof ReferenceLaw.Listed) {
      return "all of its rows in turn";
    }
    if (law instanceof ReferenceLaw.Descendant descendant) {
      return "closure: each of its rows, with all rows above it"
          + (descendant.reflexive() ? " and itself" : "");
    }
    if (law instanceof ReferenceLaw.Ancestor ancestor) {
      return "closure: each row above that of " + ancestor.of();
    }
    return "what " + ((ReferenceLaw.Implied) law).by() + " decides";
  }

  private static String siblings(Dealing dealing) {
    return switch (dealing) {
      case TOGETHER -> "siblings share a parent; ";
      case APART -> "siblings have different parents; ";
      case SHUFFLED -> "";
    };
  }

  private static String popularity(List<FanOutLaw> cells) {
    return cells.size() == 1
        ? "drawn by popularity"
        : "drawn by popularity in " + cells.size() + " cells";
  }
}

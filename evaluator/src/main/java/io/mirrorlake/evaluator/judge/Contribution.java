package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.panel.Panel;
import io.mirrorlake.evaluator.report.Details;
import java.util.List;

/**
 * What a section adds to the report.
 *
 * @param outcomes its scores
 * @param panels what lies behind them
 * @param details the same, for the parts of the report that have a form of their own
 * @param notes what a reader should know
 */
public record Contribution(
    List<Outcome> outcomes, List<Panel> panels, Details details, List<String> notes) {
  public Contribution {
    outcomes = List.copyOf(outcomes);
    panels = List.copyOf(panels);
    notes = List.copyOf(notes);
  }

  /** Scores and panels. */
  public static Contribution of(List<Outcome> outcomes, List<Panel> panels) {
    return new Contribution(outcomes, panels, Details.none(), List.of());
  }

  /** Scores alone. */
  public static Contribution of(Outcome... outcomes) {
    return of(List.of(outcomes), List.of());
  }

  Contribution withDetails(Details with) {
    return new Contribution(outcomes, panels, with, notes);
  }

  /** The same with these notes. */
  public Contribution withNotes(List<String> with) {
    return new Contribution(outcomes, panels, details, with);
  }
}

package io.mirrorlake.synthesizer.condition;

import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.constraint.Constraint.Order;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.schema.UserException;
import io.mirrorlake.synthesizer.condition.ColumnCondition.Target;
import io.mirrorlake.synthesizer.condition.Stretches.Stretch;
import io.mirrorlake.synthesizer.graph.ColumnGraph;
import io.mirrorlake.synthesizer.graph.ColumnGraph.NullRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a condition on a drawn column asks of the columns that steer it by constraints, so that they
 * do not steer it out of the condition.
 */
final class Implications {
  /** How far from the end of the values a range may end that has no upper end. */
  private static final double MARGIN = 0x1p-30;

  private final TableProfile table;
  private final ColumnGraph graph;
  private final DrawnConditions conditions;

  Implications(TableProfile table, ColumnGraph graph, DrawnConditions conditions) {
    this.table = table;
    this.graph = graph;
    this.conditions = conditions;
  }

  /** Asks of others what the condition needs. */
  void add(ColumnCondition condition) {
    Drawn column = condition.column();
    graph.bounds(column).forEach(order -> bound(condition, order));
    graph.nullRules(column).forEach(rule -> follow(condition, rule));
  }

  /** The column below must not lie above what is allowed. */
  private void bound(ColumnCondition condition, Order order) {
    double share = 1 - condition.column().marginal().nullProbability();
    for (Target target : condition.targets()) {
      List<Stretch> values = target.stretches().within(0, share);
      if (!values.isEmpty() && !isOpenAbove(values, share)) {
        ColumnProfile low = conditions.copied(graph.column(order.low()));
        if (condition.isDistribution() || values.size() > 1 || low.distribution().isEmpty()) {
          throw wrong(
              condition,
              "may have to be raised to keep the constraint '" + order.text() + "'",
              "ask for one value or range, or for a range without an upper end");
        }
        askAtMost(condition, order, low, Math.nextDown(values.get(0).end()));
      }
    }
  }

  private static boolean isOpenAbove(List<Stretch> values, double share) {
    return values.size() == 1 && values.get(0).end() >= share * (1 - MARGIN);
  }

  private void askAtMost(ColumnCondition condition, Order order, ColumnProfile low, double top) {
    BigDecimal bound = ColumnScale.of(complaint(condition.column()), condition.column()).value(top);
    Optional<Stretches> allowed = ColumnScale.of(complaint(low), low).atMost(bound, order.strict());
    if (allowed.isEmpty()) {
      throw wrong(
          condition,
          "would lie below every value of '" + low.name() + "', against '" + order.text() + "'",
          "ask for greater values");
    }
    String asked = condition.asked() + " (as " + order.text() + ")";
    conditions.ask(low, List.of(new Target(1, allowed.get(), asked)));
  }

  /** Rows that are to have a value need one in the column that the nulls follow. */
  private void follow(ColumnCondition condition, NullRule rule) {
    double share = 1 - condition.column().marginal().nullProbability();
    boolean values = false;
    boolean nulls = false;
    boolean free = false;
    for (Target target : condition.targets()) {
      boolean hasValues = !target.stretches().within(0, share).isEmpty();
      boolean hasNulls = !target.stretches().within(share, 1).isEmpty();
      values |= hasValues && !hasNulls;
      nulls |= hasNulls && !hasValues;
      free |= hasNulls && hasValues;
    }
    if ((values && (nulls || free)) || (free && rule.both())) {
      throw wrong(
          condition,
          "is null where '" + rule.source().name() + "' is" + text(rule),
          "ask for values only, or for nulls only");
    }
    if (values) {
      conditions.askPresence(rule.source(), condition.asked());
    } else if (nulls && rule.both()) {
      Stretches absent = ColumnScale.of(complaint(rule.source()), rule.source()).nulls();
      conditions.ask(rule.source(), List.of(new Target(1, absent, condition.asked())));
    }
  }

  private String text(NullRule rule) {
    return table.constraints().stream()
        .map(listed -> listed.constraint())
        .filter(
            constraint ->
                (constraint instanceof Constraint.NullTogether
                        || constraint instanceof Constraint.NullWhen)
                    && constraint.columns().contains(rule.source().name())
                    && (rule.target().hidden()
                        || constraint.columns().contains(rule.target().name())))
        .findFirst()
        .map(constraint -> ", by the constraint '" + constraint.text() + "'")
        .orElse("");
  }

  private Complaint complaint(ColumnProfile column) {
    return new Complaint(table.name(), column.name());
  }

  private UserException wrong(ColumnCondition condition, String problem, String cure) {
    return complaint(condition.column())
        .of(
            "cannot keep the condition (" + condition.asked() + "): it " + problem,
            cure + ", or make the profile without that constraint (constraints.drop)");
  }
}

package io.mirrorlake.synthesizer.graph;

import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.constraint.Constraint.NullTogether;
import io.mirrorlake.profiler.constraint.Constraint.NullWhen;
import io.mirrorlake.profiler.constraint.Constraint.Order;
import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.constraint.ListedConstraint;
import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Derived;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.ColumnProfile.Evolved;
import io.mirrorlake.profiler.profile.TableProfile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which columns of a table have to be there before others, so that formulas can be computed and
 * constraints be kept.
 */
public final class ColumnGraph {
  private final String table;
  private final Map<String, ColumnProfile> columns = new LinkedHashMap<>();
  private final List<Order> orders = new ArrayList<>();
  private final List<NullRule> nullRules = new ArrayList<>();
  private final Map<String, String> flags;
  private final Set<String> independent;

  /**
   * The nulls of a drawn column follow those of another one.
   *
   * @param source the other column
   * @param target the column
   * @param both whether they are null together; else the target may be null besides
   */
  public record NullRule(Drawn source, Drawn target, boolean both) {}

  private ColumnGraph(TableProfile table) {
    this.table = table.name();
    this.flags = flags(table);
    this.independent = independent(table);
    table.columns().forEach(column -> columns.put(column.name(), column));
    for (ListedConstraint listed : table.constraints()) {
      Constraint constraint = listed.constraint();
      if (constraint instanceof Order order) {
        String low = column(order.low()).besides(order.high());
        String high = column(order.high()).besides(order.low());
        orders.add(new Order(low, high, order.strict()));
      } else if (constraint instanceof NullTogether together) {
        addNullRules(together.other(), together.column(), true);
      } else if (constraint instanceof NullWhen when) {
        addNullRules(when.when(), when.column(), false);
      }
    }
  }

  private static Map<String, String> flags(TableProfile table) {
    return table.copula() instanceof TreeCopula trees
        ? trees.columns().stream()
            .filter(TreeColumn::isRepeating)
            .collect(Collectors.toMap(TreeColumn::name, TreeColumn::repeats))
        : Map.of();
  }

  /** The graph of a table's columns. */
  public static ColumnGraph of(TableProfile table) {
    return new ColumnGraph(table);
  }

  /**
   * A sum is null where a term is, so that its rule is one for the hidden terms of it. What a
   * column is where it does not equal another one is null besides where the two are equal.
   */
  private void addNullRules(String source, String target, boolean both) {
    if (!(columns.get(source) instanceof Drawn from)) {
      return;
    }
    if (columns.get(target) instanceof Drawn to) {
      nullRules.add(new NullRule(from, to, both));
    } else if (columns.get(column(target).besides(source)) instanceof Drawn hidden) {
      nullRules.add(new NullRule(from, hidden, false));
    } else if (columns.get(target) instanceof Derived derived
        && derived.formula() instanceof Formula.Linear linear) {
      for (String input : linear.inputs()) {
        if (columns.get(input) instanceof Drawn hidden && hidden.hidden()) {
          nullRules.add(new NullRule(from, hidden, both));
        }
      }
    }
  }

  /** The column of this name. */
  public ColumnProfile column(String name) {
    ColumnProfile column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException("table '" + table + "' has no column '" + name + "'");
    }
    return column;
  }

  /**
   * The wanted columns and all that they need, each after what its values are computed from. What
   * its nulls follow has to be there, but not before: a null may depend on a column whose values
   * lie above its own.
   */
  public List<ColumnProfile> closure(List<String> wanted) {
    Set<String> done = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(wanted);
    while (!open.isEmpty()) {
      Set<String> added = new LinkedHashSet<>();
      visit(open.remove(), added, done);
      added.stream()
          .flatMap(name -> nullRules(column(name)).stream())
          .forEach(rule -> open.add(rule.source().name()));
    }
    return done.stream().map(this::column).toList();
  }

  /** Whether the copula knows of both columns, or of what they are computed from. */
  public boolean drawsTogether(Order order) {
    return order.columns().stream().noneMatch(independent::contains);
  }

  /** The columns that are drawn whatever others are. */
  private static Set<String> independent(TableProfile table) {
    Set<String> known = new HashSet<>();
    if (table.copula() instanceof TreeCopula trees) {
      trees.columns().forEach(column -> known.add(column.name()));
    } else if (table.copula() instanceof GaussianCopula gaussian) {
      gaussian.latents().forEach(latent -> known.add(latent.column()));
    }
    return table.columns().stream()
        .filter(Drawn.class::isInstance)
        .map(ColumnProfile::name)
        .filter(name -> !known.contains(name))
        .collect(Collectors.toSet());
  }

  /** The orders that bound the drawn column from below. */
  public List<Order> bounds(ColumnProfile column) {
    return column instanceof Drawn
        ? orders.stream().filter(order -> order.high().equals(column.name())).toList()
        : List.of();
  }

  /**
   * The column that says where a row keeps the sibling's text, if it can: positions alone do not
   * tell a text that is made from a format.
   */
  public Optional<String> keptBy(ColumnProfile column) {
    boolean made = column instanceof Drawn drawn && drawn.marginal().makesTexts();
    return made ? Optional.ofNullable(flags.get(column.name())) : Optional.empty();
  }

  /** The null rules that the column's nulls are subject to. */
  public List<NullRule> nullRules(ColumnProfile column) {
    return nullRules.stream().filter(rule -> rule.target().name().equals(column.name())).toList();
  }

  /** The null rules among these columns, each after those that its source is subject to. */
  public List<NullRule> nullRules(List<ColumnProfile> among) {
    List<NullRule> ordered = new ArrayList<>();
    Set<String> done = new HashSet<>();
    among.forEach(column -> steer(column, done, ordered));
    return ordered;
  }

  private void steer(ColumnProfile target, Set<String> done, List<NullRule> ordered) {
    if (done.add(target.name())) {
      List<NullRule> own = nullRules(target);
      own.forEach(rule -> steer(rule.source(), done, ordered));
      ordered.addAll(own);
    }
  }

  private void visit(String name, Set<String> open, Set<String> done) {
    if (done.contains(name) || !open.add(name)) {
      return;
    }
    ColumnProfile column = column(name);
    needs(column).forEach(need -> visit(need, open, done));
    done.add(name);
  }

  private List<String> needs(ColumnProfile column) {
    List<String> needs = new ArrayList<>();
    if (column instanceof Derived derived) {
      needs.addAll(derived.formula().inputs());
    }
    if (column instanceof Evolved evolved) {
      needs.addAll(evolved.inputs());
    }
    bounds(column).forEach(order -> needs.add(order.low()));
    keptBy(column).ifPresent(needs::add);
    return needs;
  }
}

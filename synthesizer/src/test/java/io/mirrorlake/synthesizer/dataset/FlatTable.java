package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.copula.CodeTree;
import io.mirrorlake.profiler.copula.Copula;
import io.mirrorlake.profiler.copula.IndependentCopula;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.key.Key;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Derived;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.ColumnProfile.Evolved;
import io.mirrorlake.profiler.profile.ColumnProfile.Keyed;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.ArrayList;
import java.util.List;

/** A table of a database with the same columns as one by itself, to compare speeds. */
final class FlatTable {
  private FlatTable() {}

  /**
   * The same visible columns: what was drawn is drawn, with the trees that ask no given column;
   * foreign keys and places are scattered keys of the same type.
   */
  static TableProfile of(TableProfile table) {
    List<ColumnProfile> columns = new ArrayList<>();
    for (ColumnProfile column : table.columns()) {
      if (column instanceof Drawn || column instanceof Derived || column instanceof Keyed) {
        columns.add(column);
      } else if (column instanceof Evolved evolved) {
        Drawn first = (Drawn) table.column(evolved.first());
        columns.add(new Drawn(column.column(), first.marginal()));
      } else {
        Column own = new Column(column.name(), column.column().type(), false);
        boolean text = own.type().kind() == Kind.STRING;
        columns.add(new Keyed(own, text ? new Key.Uuid() : new Key.Scattered(0, 1L << 30)));
      }
    }
    boolean trees = table.copula() instanceof TreeCopula copula && copula.given().isEmpty();
    return new TableProfile(
        table.name(),
        table.source(),
        table.rows(),
        columns,
        trees ? table.copula() : withoutGiven(table),
        List.of());
  }

  private static Copula withoutGiven(TableProfile table) {
    if (!(table.copula() instanceof TreeCopula copula)) {
      return new IndependentCopula();
    }
    List<TreeColumn> columns = new ArrayList<>();
    for (TreeColumn column : copula.columns()) {
      columns.add(
          new TreeColumn(
              column.name(),
              column.starts(),
              column.ordered(),
              column.trees().stream().map(tree -> ungiven(tree, copula.given().size())).toList()));
    }
    return new TreeCopula(columns);
  }

  /** The tree with every question of a given column answered by yes. */
  private static CodeTree ungiven(CodeTree tree, int given) {
    if (!(tree instanceof CodeTree.Split split)) {
      return tree;
    }
    CodeTree inside = ungiven(split.inside(), given);
    return split.ancestor() < given
        ? inside
        : new CodeTree.Split(
            split.ancestor() - given, split.codes(), inside, ungiven(split.outside(), given));
  }
}

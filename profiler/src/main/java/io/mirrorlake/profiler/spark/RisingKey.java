package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.schema.ColumnType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A column that tells the rows of a family apart and rises from sibling to sibling: the day of a
 * balance, the moment of a reading.
 *
 * @param column the column
 * @param least the least distance of two siblings, in the unit of an evolved column
 */
record RisingKey(String column, double least) {
  /** Sums of gaps in narrower types would run out of numbers. */
  private static final int LEAST_DIGITS = 10;

  /** Doubles add whole numbers of up to so many digits exactly. */
  private static final int MOST_DIGITS = 15;

  /**
   * The column of a table that does so, if there is one: the only one of the primary key beside the
   * leading reference. One that is referred to has to follow from the row's place instead.
   *
   * @param referred the columns that references of any table hold values of
   */
  static Optional<RisingKey> of(TableNode table, Set<String> referred) {
    List<String> key = table.table().primaryKey();
    Optional<DeclaredReference> leading =
        table.leading().filter(reference -> key.containsAll(reference.columns()));
    if (leading.isEmpty()) {
      return Optional.empty();
    }
    List<String> rest =
        key.stream().filter(name -> !leading.get().columns().contains(name)).toList();
    boolean own =
        rest.size() == 1
            && !referred.contains(rest.get(0))
            && table.table().references().stream()
                .noneMatch(reference -> reference.columns().contains(rest.get(0)));
    return own ? of(table, rest.get(0), leading.get()) : Optional.empty();
  }

  private static Optional<RisingKey> of(TableNode table, String name, DeclaredReference leading) {
    ColumnType type = KeyColumns.type(table, name);
    boolean rises =
        switch (type.kind()) {
          case INT, BIGINT -> KeyColumns.start(table, name, leading).isEmpty();
          case DATE, TIMESTAMP, TIMESTAMP_NTZ -> true;
          case DECIMAL -> type.precision() >= LEAST_DIGITS && type.precision() <= MOST_DIGITS;
          default -> false;
        };
    return rises ? Optional.of(new RisingKey(name, least(table, name, type))) : Optional.empty();
  }

  private static double least(TableNode table, String name, ColumnType type) {
    return switch (type.kind()) {
      case TIMESTAMP, TIMESTAMP_NTZ ->
          KeyAxis.of(table.rows(), name, type, table.table().options().minimumUnits()).step();
      case DECIMAL -> BigDecimal.ONE.scaleByPowerOfTen(-type.scale()).doubleValue();
      default -> 1;
    };
  }
}

package io.mirrorlake.synthesizer.condition;

import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.schema.NearestName;
import io.mirrorlake.synthesizer.column.QuantileSearch;
import io.mirrorlake.synthesizer.condition.Stretches.Stretch;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where on a column's u-scale its values lie. */
final class ColumnScale {
  /** How ranges of shares are written: {@code 17..39}, both ends included. */
  private static final String RANGE = "..";

  /** u has 52 bits: values of thinner stretches could not be drawn evenly. */
  private static final double LEAST_PROBABILITY = 0x1p-42;

  /** Keeps ends of stretches off the edge by so much of their width: roundings stay inside. */
  private static final double MARGIN = 0x1p-40;

  private final Complaint complaint;
  private final Drawn column;
  private final Optional<QuantileSearch> search;

  private ColumnScale(String table, Drawn column) {
    this.complaint = new Complaint(table + "." + column.name());
    this.column = column;
    boolean ordered = column.column().type().kind().isContinuous();
    this.search =
        ordered && column.marginal().segmentCount() > 0
            ? Optional.of(QuantileSearch.of(table, column))
            : Optional.empty();
  }

  static ColumnScale of(String table, Drawn column) {
    return new ColumnScale(table, column);
  }

  Complaint complaint() {
    return complaint;
  }

  /** Where the text's value lies, or, where it says so, a range of values, or nulls. */
  Stretches element(String text) {
    if (text.equals(Complaint.NULL) && !isCategory(text)) {
      return nulls();
    }
    int dots = text.indexOf(RANGE);
    if (search.isPresent() && dots > 0) {
      return range(
          ValueRange.of(
              text.substring(0, dots).strip(), text.substring(dots + RANGE.length()).strip()));
    }
    return value(text);
  }

  Stretches nulls() {
    double share = 1 - column.marginal().nullProbability();
    if (!(share < 1)) {
      throw complaint.of("has no nulls", "ask for a value");
    }
    return Stretches.of(share, 1);
  }

  Stretches notNull() {
    double share = 1 - column.marginal().nullProbability();
    if (!(share > 0)) {
      throw complaint.of("has nothing but nulls", "remove the condition");
    }
    return Stretches.of(0, share);
  }

  Stretches range(ValueRange range) {
    QuantileSearch values =
        search.orElseThrow(
            () ->
                complaint.of(
                    "is of type " + column.column().type() + ", which has no ranges",
                    "list its values"));
    Optional<BigDecimal> low = range.low().map(this::number);
    Optional<BigDecimal> high = range.high().map(this::number);
    if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0) {
      throw complaint.of("has an empty range " + range, "let the range rise");
    }
    double start = low.map(bound -> values.first(bound, range.above())).orElse(0.0);
    double end = high.map(bound -> values.first(bound, !range.below())).orElse(values.end());
    return stretch(start, end, "no values " + range);
  }

  private Stretches value(String text) {
    return search.isPresent() ? number(search.get(), text) : category(text);
  }

  private Stretches number(QuantileSearch values, String text) {
    BigDecimal number = number(text);
    return stretch(values.first(number, false), values.first(number, true), "no value " + text);
  }

  private Stretches stretch(double start, double end, String what) {
    if (!(end - start > LEAST_PROBABILITY)) {
      throw complaint.of("has " + what + " in the profile", nearest(start));
    }
    double margin = MARGIN * (end - start);
    return Stretches.of(start + margin, end - margin);
  }

  private String nearest(double at) {
    double end = 1 - column.marginal().nullProbability();
    double u = Math.max(0, Math.min(at, Math.nextDown(end)));
    return "ask for a range of values that it has: the nearest is "
        + ValueNotation.write(search.orElseThrow().value(u), column.column().type());
  }

  private BigDecimal number(String text) {
    return ValueNotation.read(text, column.column().type())
        .orElseThrow(
            () ->
                complaint.of(
                    "has a condition on '"
                        + text
                        + "', which is no value of type "
                        + column.column().type(),
                    "write a value such as " + ValueNotation.example(column.column().type())));
  }

  private boolean isCategory(String text) {
    return column.marginal() instanceof CategoricalMarginal marginal
        && marginal.categories().stream().anyMatch(category -> names(category, text));
  }

  /** Values of CHAR are padded; the truth values and bytes have no case. */
  private boolean names(Category category, String text) {
    return switch (column.column().type().kind()) {
      case BOOLEAN, BINARY ->
          category.value().toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT));
      case CHAR -> category.value().stripTrailing().equals(text.stripTrailing());
      default -> category.value().equals(text);
    };
  }

  private Stretches category(String text) {
    if (!(column.marginal() instanceof CategoricalMarginal marginal)
        || marginal.categories().isEmpty()) {
      throw complaint.of(
          "has no values that the profile names, so it cannot be '" + text + "'",
          "ask for {null: false}, or remove the condition");
    }
    double[] edges = marginal.edges();
    List<Category> categories = marginal.categories();
    for (int s = 0; s < categories.size(); s++) {
      if (names(categories.get(s), text) && edges[s] < edges[s + 1]) {
        return new Stretches(List.of(new Stretch(edges[s], edges[s + 1])));
      }
    }
    throw complaint.of(
        "has no category '" + text + "' in the profile",
        "did you mean '"
            + NearestName.of(text, categories.stream().map(Category::value).toList())
            + "'?");
  }
}

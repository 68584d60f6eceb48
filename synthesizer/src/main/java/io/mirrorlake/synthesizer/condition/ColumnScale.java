package io.mirrorlake.synthesizer.condition;

import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.NearestName;
import io.mirrorlake.profiler.writing.Writing;
import io.mirrorlake.synthesizer.column.QuantileSearch;
import io.mirrorlake.synthesizer.condition.Stretches.Stretch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Where on a column's u-scale its values lie. */
final class ColumnScale {
  /** How ranges of shares are written: {@code 17..39}, both ends included. */
  private static final String RANGE = "..";

  /** u has 52 bits: values of thinner stretches could not be drawn evenly. */
  private static final double LEAST_PROBABILITY = 0x1p-42;

  /** Keeps ends of stretches off the edge by so much of their width: roundings stay inside. */
  private static final double MARGIN = 0x1p-40;

  private final Complaint complaint;
  private final Column column;
  private final Marginal marginal;
  private final Optional<Writing> writing;
  private final Optional<QuantileSearch> search;

  private ColumnScale(
      Complaint complaint, Column column, Marginal marginal, Optional<Writing> writing) {
    this.complaint = complaint;
    this.column = column;
    this.marginal = marginal;
    this.writing = writing;
    this.search =
        column.type().kind().isContinuous() && marginal.segmentCount() > 0
            ? Optional.of(QuantileSearch.of(complaint.table(), column, marginal))
            : Optional.empty();
  }

  /**
   * The scale of a column that has a distribution.
   *
   * @param complaint complains of the condition on it
   */
  static ColumnScale of(Complaint complaint, ColumnProfile column) {
    return of(complaint, column, Optional.empty());
  }

  /**
   * The same for a column whose values may be texts.
   *
   * @param writing how they are written
   */
  static ColumnScale of(Complaint complaint, ColumnProfile column, Optional<Writing> writing) {
    return new ColumnScale(
        complaint, column.column(), column.distribution().orElseThrow(), writing);
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
    double share = 1 - marginal.nullProbability();
    if (!(share < 1)) {
      throw complaint.of("has no nulls", "ask for a value");
    }
    return Stretches.of(share, 1);
  }

  Stretches notNull() {
    double share = 1 - marginal.nullProbability();
    if (!(share > 0)) {
      throw complaint.of("has nothing but nulls", "remove the condition");
    }
    return Stretches.of(0, share);
  }

  /** The value at u. */
  BigDecimal value(double u) {
    return search.orElseThrow().value(u);
  }

  /** Where values up to a bound lie, and nulls. */
  Optional<Stretches> atMost(BigDecimal bound, boolean strict) {
    double share = 1 - marginal.nullProbability();
    double end = search.map(values -> values.first(bound, !strict)).orElse(0.0);
    List<Stretch> parts = new ArrayList<>();
    if (end > LEAST_PROBABILITY) {
      parts.add(new Stretch(0, end < share ? end * (1 - MARGIN) : share));
    }
    if (share < 1) {
      parts.add(new Stretch(share, 1));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(new Stretches(parts));
  }

  Stretches range(ValueRange range) {
    QuantileSearch values =
        search.orElseThrow(
            () ->
                complaint.of(
                    "is of type " + column.type() + ", which has no ranges", "list its values"));
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
    double end = 1 - marginal.nullProbability();
    double u = Math.max(0, Math.min(at, Math.nextDown(end)));
    return "ask for a range of values that it has: the nearest is "
        + written(search.orElseThrow().value(u));
  }

  private String written(BigDecimal number) {
    return writing
        .map(as -> as.write(number.movePointRight(column.type().scale()).longValue()))
        .orElseGet(() -> ValueNotation.write(number, column.type()));
  }

  /** Values may be given as the table writes them, and as values of the type. */
  private Optional<BigDecimal> read(String text) {
    OptionalLong value = writing.map(as -> as.read(text.strip())).orElseGet(OptionalLong::empty);
    return value.isPresent()
        ? Optional.of(BigDecimal.valueOf(value.getAsLong(), column.type().scale()))
        : ValueNotation.read(text, column.type());
  }

  private BigDecimal number(String text) {
    return read(text)
        .orElseThrow(
            () ->
                complaint.of(
                    "has a condition on '" + text + "', which is no value of type " + column.type(),
                    "write a value such as " + example()));
  }

  private String example() {
    return search.isPresent() && writing.isPresent()
        ? written(search.get().value((1 - marginal.nullProbability()) / 2))
        : ValueNotation.example(column.type());
  }

  private boolean isCategory(String text) {
    return marginal instanceof CategoricalMarginal categorical
        && categorical.categories().stream().anyMatch(category -> names(category, text));
  }

  /** Values of CHAR are padded; the truth values and bytes have no case. */
  private boolean names(Category category, String text) {
    return switch (column.type().kind()) {
      case BOOLEAN, BINARY ->
          category.value().toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT));
      case CHAR -> category.value().stripTrailing().equals(text.stripTrailing());
      default -> category.value().equals(text);
    };
  }

  private Stretches category(String text) {
    if (!(marginal instanceof CategoricalMarginal categorical)
        || categorical.categories().isEmpty()) {
      throw complaint.of(
          "has no values that the profile names, so it cannot be '" + text + "'",
          "ask for {null: false}, or remove the condition");
    }
    double[] edges = categorical.edges();
    List<Category> categories = categorical.categories();
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

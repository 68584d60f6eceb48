package io.mirrorlake.jobs.show;

import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.constraint.Term;
import io.mirrorlake.profiler.key.Key;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.marginal.Notation;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.schema.ColumnType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * One column in a few words.
 *
 * @param nulls the share of nulls
 * @param kind what kind of column it is
 * @param values the main categories, or five quantiles
 */
record ColumnSummary(String nulls, String kind, String values) {
  /** As many categories as fit on a line. */
  private static final int MAIN_CATEGORIES = 4;

  /** The usual five numbers: the ends, the quartiles and the median. */
  private static final double[] FIVE_NUMBERS = {0, 0.25, 0.5, 0.75, 1};

  /** More digits of a quantile tell a reader nothing. */
  private static final MathContext SHOWN_DIGITS = new MathContext(6);

  private static final int MICROS_PER_SECOND = 1_000_000;

  static ColumnSummary of(ColumnProfile profile) {
    if (profile instanceof ColumnProfile.Keyed keyed) {
      return key(keyed.key());
    }
    if (profile.distribution().isEmpty()) {
      return profile instanceof ColumnProfile.Derived derived
          ? new ColumnSummary("", "computed", formula(derived.formula()))
          : PlacedSummary.of(profile);
    }
    Marginal marginal = profile.distribution().get();
    ColumnSummary summary =
        marginal instanceof CategoricalMarginal categorical
            ? categorical(categorical)
            : numeric((NumericMarginal) marginal, profile.column().type().kind());
    boolean decided = profile instanceof ColumnProfile.Derived;
    return new ColumnSummary(
        summary.nulls(), decided ? "looked up" : summary.kind(), summary.values());
  }

  private static String formula(Formula formula) {
    if (formula instanceof Formula.Product product) {
      return product.left() + " * " + product.right();
    }
    if (formula instanceof Formula.Linear linear) {
      String sum = Term.sum(linear.terms(), linear.constant(), UnaryOperator.identity());
      return linear.divisor() == 1 ? sum : "(" + sum + ") / " + linear.divisor();
    }
    if (formula instanceof Formula.Share share) {
      return "of " + share.whole() + ", by " + String.join(" : ", share.among());
    }
    if (formula instanceof Formula.Coalesce coalesce) {
      return coalesce.first() + ", else " + coalesce.second();
    }
    return String.join(", ", formula.inputs());
  }

  private static ColumnSummary key(Key key) {
    return new ColumnSummary(share(0), "key", rule(key));
  }

  private static String rule(Key key) {
    if (key instanceof Key.Sequence sequence) {
      return "from " + sequence.start() + " in steps of " + sequence.step();
    }
    if (key instanceof Key.Scattered scattered) {
      return "scattered from " + scattered.low() + " over " + scattered.size() + " numbers";
    }
    return key instanceof Key.Formatted formatted
        ? "texts of one format, " + formatted.domain() + " different ones"
        : "UUIDs";
  }

  private static ColumnSummary categorical(CategoricalMarginal marginal) {
    List<Category> categories =
        marginal.categories().stream()
            .sorted(Comparator.comparingDouble(Category::weight).reversed())
            .toList();
    String shown =
        categories.stream()
            .limit(MAIN_CATEGORIES)
            .map(category -> category.value() + " " + share(category.weight()))
            .collect(Collectors.joining(", "));
    int hidden = categories.size() - MAIN_CATEGORIES;
    String more = hidden > 0 ? ", and " + hidden + " more" : "";
    String remainder =
        marginal
            .remainder()
            .map(
                rest ->
                    (categories.isEmpty() ? "" : "; ")
                        + FormatSummary.of(rest.format())
                        + " "
                        + share(rest.weight()))
            .orElse("");
    String kind = categories.isEmpty() ? (remainder.isEmpty() ? "empty" : "text") : "category";
    return new ColumnSummary(share(marginal.nullProbability()), kind, shown + more + remainder);
  }

  private static ColumnSummary numeric(NumericMarginal marginal, ColumnType.Kind kind) {
    boolean empty = marginal.segmentCount() == 0;
    boolean digits = marginal.grid().isOfDigits();
    String values =
        empty
            ? ""
            : DoubleStream.of(FIVE_NUMBERS)
                .mapToObj(p -> text(quantile(marginal, p), kind, digits))
                .collect(Collectors.joining(" | "));
    String number = marginal.grid().notation().text();
    String shown = empty ? "empty" : kind.isTemporal() ? "time" : number;
    return new ColumnSummary(share(marginal.nullProbability()), shown, values);
  }

  /** The value below which a share p of the non-null values lies. */
  private static double quantile(NumericMarginal marginal, double p) {
    List<Segment> segments = new ArrayList<>(marginal.segments());
    double below = 0;
    for (Segment segment : segments) {
      if (below + segment.weight() >= p) {
        double within = Math.max(0, (p - below) / segment.weight());
        return quantile(marginal.grid(), segment, Math.min(1, within));
      }
      below += segment.weight();
    }
    // Weights sum to 1 up to rounding.
    return segments.get(segments.size() - 1).high();
  }

  /** The value of the grid below which a share p of a segment's values lies. */
  private static double quantile(Grid grid, Segment segment, double p) {
    if (!grid.isOfDigits() || segment.isAtom()) {
      return grid.snap(segment.quantile(p));
    }
    Notation notation = grid.notation();
    double low = notation.position(segment.low());
    double high = notation.position(segment.high());
    double place = low < high ? new Segment(low, high, 1, segment.spread()).quantile(p) : low;
    return (double) notation.written((long) place);
  }

  private static String text(double value, ColumnType.Kind kind, boolean digits) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (kind == ColumnType.Kind.DATE) {
      return LocalDate.ofEpochDay((long) value).toString();
    }
    if (kind.isTemporal()) {
      return Instant.ofEpochSecond(Math.floorDiv((long) value, MICROS_PER_SECOND)).toString();
    }
    MathContext shown = digits ? MathContext.UNLIMITED : SHOWN_DIGITS;
    return BigDecimal.valueOf(value).round(shown).stripTrailingZeros().toPlainString();
  }

  private static String share(double probability) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * probability);
  }
}

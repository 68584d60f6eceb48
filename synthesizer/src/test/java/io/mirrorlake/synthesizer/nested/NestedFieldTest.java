package io.mirrorlake.synthesizer.nested;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.profiler.copula.IndependentCopula;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.NestedColumn;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.TableRelations;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.schema.FieldType.ArrayOf;
import io.mirrorlake.profiler.schema.FieldType.MapOf;
import io.mirrorlake.synthesizer.column.Ints;
import io.mirrorlake.synthesizer.column.Texts;
import io.mirrorlake.synthesizer.plan.BlockSampler;
import io.mirrorlake.synthesizer.plan.GenerationPlan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Arrays of arrays, and maps, of a table sampled without Spark. */
class NestedFieldTest {
  private static final ColumnType INT = ColumnType.of(Kind.INT);
  private static final ColumnType TEXT = ColumnType.of(Kind.STRING);
  private static final int ROWS = 4096;

  private static Drawn sizes(String name, double nulls, int least, int most) {
    Segment sizes = new Segment(least, most, 1);
    return new Drawn(
        new Column(name, INT, nulls > 0),
        new NumericMarginal(nulls, Grid.INTEGERS, List.of(sizes)));
  }

  private static Drawn words(String name, String... words) {
    List<Category> categories =
        Arrays.stream(words).map(word -> new Category(word, 1.0 / words.length)).toList();
    return new Drawn(
        new Column(name, TEXT, false), new CategoricalMarginal(0, categories, Optional.empty()));
  }

  private static TableProfile table() {
    NestedColumn lists =
        new NestedColumn(
            "a",
            new ArrayOf(new ArrayOf(TEXT)),
            List.of(sizes("a.element.size", 0.25, 1, 3), words("a.element.element", "x", "y")));
    NestedColumn map =
        new NestedColumn(
            "m",
            new MapOf(TEXT, INT),
            List.of(words("m.key", "r", "g", "b", "k"), sizes("m.value", 0, 0, 99)));
    return new TableProfile(
        "t",
        new SourceDescription("none", "made by hand", Optional.empty()),
        ROWS,
        List.of(sizes("a.size", 0.5, 0, 4), sizes("n", 0, 0, 9), sizes("m.size", 0, 4, 6)),
        List.of(),
        new IndependentCopula(),
        List.of(lists, map),
        TableRelations.NONE,
        List.of(),
        Map.of());
  }

  private static BlockSampler sampled(long firstRow, int rows, String... fields) {
    BlockSampler sampler = GenerationPlan.of(table(), 3, List.of(fields)).sampler();
    sampler.sample(firstRow, rows);
    return sampler;
  }

  /** The rows of an array of arrays of words as text. */
  private static List<String> texts(ListField lists, int rows) {
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      texts.add(lists.sizes().isNull(row) ? "null" : elements(lists, row));
    }
    return texts;
  }

  private static String elements(ListField lists, int row) {
    ListField inner = (ListField) lists.part(0);
    List<String> elements = new ArrayList<>();
    for (int i = lists.start(row); i < lists.start(row) + lists.length(row); i++) {
      List<String> words = new ArrayList<>();
      for (int j = inner.start(i); j < inner.start(i) + inner.length(i); j++) {
        words.add(word(((FieldValues.Plain) inner.part(0)), j));
      }
      elements.add(inner.sizes().isNull(i) ? "null" : words.toString());
    }
    return elements.toString();
  }

  private static String word(FieldValues.Plain values, int place) {
    Texts texts = (Texts) values.values();
    return new String(texts.dictionary()[texts.codes()[place]], StandardCharsets.UTF_8);
  }

  @Test
  void aRowIsItsOwnWhateverTheBlockAndTheColumns() {
    assertThat(GenerationPlan.of(table(), 3).fields()).containsExactly("a", "n", "m");
    List<String> rows = texts((ListField) sampled(0, ROWS, "a", "n", "m").field(0), ROWS);
    assertThat(new HashSet<>(rows)).hasSizeGreaterThan(500);
    assertThat(texts((ListField) sampled(4000, 50, "m", "a").field(1), 50))
        .isEqualTo(rows.subList(4000, 4050));
    BlockSampler again = sampled(0, 10, "a");
    assertThat(texts((ListField) again.field(0), 10)).isEqualTo(rows.subList(0, 10));
    // The arrays grow here, and what was handed out before must not be used again.
    int generation = again.field(0).generation();
    again.sample(0, ROWS);
    assertThat(texts((ListField) again.field(0), ROWS)).isEqualTo(rows);
    assertThat(again.field(0).generation()).isGreaterThan(generation);
  }

  @Test
  void sizesNullsAndElementsKeepTheirRates() {
    ListField lists = (ListField) sampled(0, ROWS, "a").field(0);
    ListField inner = (ListField) lists.part(0);
    int elements = 0;
    int nullElements = 0;
    for (int row = 0; row < ROWS; row++) {
      for (int i = lists.start(row); i < lists.start(row) + lists.length(row); i++) {
        elements++;
        nullElements += inner.sizes().isNull(i) ? 1 : 0;
      }
    }
    // Half of the arrays are null, the rest have two elements on average, four at most: five
    // standard errors of the sum are 5 sqrt(4096 (0.5 * 6 - 1)) = 453.
    assertThat(elements).isCloseTo(ROWS, within(453));
    assertThat((double) nullElements / elements).isCloseTo(0.25, within(0.034));
  }

  @Test
  void keysOfAMapDifferAndTheirNumberIsTheirSize() {
    ListField maps = (ListField) sampled(0, ROWS, "m").field(0);
    FieldValues.Plain keys = (FieldValues.Plain) maps.part(0);
    Ints sizes = maps.sizes();
    for (int row = 0; row < ROWS; row++) {
      HashSet<String> different = new HashSet<>();
      for (int i = 0; i < maps.length(row); i++) {
        different.add(word(keys, maps.start(row) + i));
      }
      // Maps of five and six find but four different keys.
      assertThat(different).hasSize(4);
      assertThat(maps.length(row)).isEqualTo(Math.min(4, sizes.array()[row]));
    }
  }
}

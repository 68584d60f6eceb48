package io.mirrorlake.evaluator.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.evaluator.metric.Catalogue;
import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.MetricGroup;
import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.IndependentMarginals;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Which metric notices which fault, as the table in {@code docs/evaluation.md} says. A metric
 * notices a fault if its score is worse than eight fresh tables let expect of a ninth: by 4.785
 * (Student's t with 7 degrees of freedom at 1 in 1,000) times sqrt(9 / 8) of their standard
 * deviations below their mean. So by chance a mark comes about once in 1,000 cells, were scores
 * normal, and one or two in the whole table are no surprise; a column of the table is one more
 * fresh table, which shows it. With {@code -Dmirrorlake.documents=write} the table is written.
 */
class FaultTableTest {
  private static final int ROWS = 2000;
  private static final int FRESH = 8;

  /** t(7, 0.999) * sqrt(1 + 1/8). */
  private static final double DEVIATIONS = 5.075;

  private static final String NOTHING = "fresh rows";
  private static final String BEGIN = "<!-- faults -->\n";
  private static final Path DOCUMENT = Path.of("../docs/evaluation.md");

  /** Those whose metrics must each have a mark; privacy has tests of its own. */
  private static final Set<MetricGroup> GROUPS =
      EnumSet.of(
          MetricGroup.COLUMNS,
          MetricGroup.PAIRS,
          MetricGroup.JOINT,
          MetricGroup.MISSING,
          MetricGroup.UTILITY,
          MetricGroup.QUERY);

  /** What these stand for is none of the faults here; two values decide the range. */
  private static final Set<String> BLIND =
      Set.of("missingnessError", "categoryAdherence", "categoryCoverage", "rangeCoverage");

  private static final SampleTable TRAIN = Tables.people(ROWS, 1);
  private static final SampleTable GOOD = Tables.people(ROWS, 3);

  private static Map<String, SampleTable> faults() {
    Map<String, SampleTable> faults = new LinkedHashMap<>();
    faults.put("shuffled columns", IndependentMarginals.of(GOOD, 1));
    faults.put("10 % noise", noisy());
    faults.put(
        "5 % copied",
        TRAIN
            .append(GOOD)
            .take(IntStream.range(0, ROWS).map(i -> i < ROWS / 20 ? i : ROWS + i).toArray()));
    faults.put("mode collapse", collapsed());
    faults.put("lost tail", withoutTail());
    faults.put("swapped labels", swapped());
    faults.put(NOTHING, Tables.people(ROWS, 99));
    return faults;
  }

  /** One value in ten is replaced by one that is drawn evenly from the column's range. */
  private static SampleTable noisy() {
    Draw draw = Draw.of(1, "noise");
    List<SampleColumn> columns = new ArrayList<>();
    for (SampleColumn column : GOOD.columns()) {
      if (column instanceof NumberColumn numbers) {
        double[] sorted = numbers.sorted();
        double low = sorted[0];
        double width = sorted[sorted.length - 1] - low;
        double[] values =
            IntStream.range(0, ROWS)
                .mapToDouble(
                    i -> draw.uniform() < 0.1 ? low + draw.uniform() * width : numbers.value(i))
                .toArray();
        columns.add(Tables.numbers(column.name(), values));
      } else {
        CategoryColumn labels = (CategoryColumn) column;
        int size = labels.labels().size();
        int[] codes =
            IntStream.range(0, ROWS)
                .map(i -> draw.uniform() < 0.1 ? (int) (draw.uniform() * size) : labels.code(i))
                .toArray();
        columns.add(CategoryColumn.of(column.name(), labels.labels(), codes));
      }
    }
    return SampleTable.of(columns);
  }

  /** Half of the rows are copies of twenty others. */
  private static SampleTable collapsed() {
    return GOOD.take(
        IntStream.range(0, ROWS).map(i -> i < ROWS / 2 ? i : ROWS / 2 + i % 20).toArray());
  }

  /** Rows with an income or a gift above the 98th percentile are left out. */
  private static SampleTable withoutTail() {
    NumberColumn income = (NumberColumn) GOOD.column(1);
    NumberColumn gift = (NumberColumn) GOOD.column(2);
    double rich = income.sorted()[ROWS * 98 / 100];
    double generous = gift.sorted()[ROWS * 98 / 100];
    int[] inside =
        IntStream.range(0, ROWS)
            .filter(row -> income.value(row) <= rich && gift.value(row) <= generous)
            .toArray();
    return GOOD.take(inside);
  }

  private static SampleTable swapped() {
    CategoryColumn label = (CategoryColumn) GOOD.column(5);
    List<SampleColumn> columns = new ArrayList<>(GOOD.columns());
    columns.set(
        5,
        Tables.categories(
            "class", 2, IntStream.range(0, ROWS).map(i -> 1 - label.code(i)).toArray()));
    return SampleTable.of(columns);
  }

  private static Map<Metric, Double> scores(SampleTable synthetic) {
    EvaluationOptions options = EvaluationOptions.defaults().withTarget("class").withProbes(500);
    EvaluationReport report =
        Judge.of(options, Engines.local(), step -> {})
            .judge(Evidence.of(TRAIN, Tables.people(ROWS, 2), synthetic));
    Map<Metric, Double> scores = new LinkedHashMap<>();
    report
        .metrics()
        .forEach(
            result -> {
              Optional<Measurement> found = result.measurement();
              found.ifPresent(measurement -> scores.put(result.metric(), measurement.score()));
            });
    return scores;
  }

  private static boolean notices(
      Metric metric, List<Map<Metric, Double>> fresh, Optional<Double> found) {
    double[] scores = fresh.stream().mapToDouble(one -> one.get(metric)).toArray();
    double mean = Arrays.stream(scores).average().orElseThrow();
    double squares = Arrays.stream(scores).map(score -> (score - mean) * (score - mean)).sum();
    double bound = DEVIATIONS * Math.sqrt(squares / (FRESH - 1));
    return found.map(score -> metric.gain(mean, score) > bound + 1e-9).orElse(false);
  }

  /** The marked metrics of the document's table, by fault. */
  private static Map<String, Set<String>> claims() throws IOException {
    List<String> lines =
        Files.readAllLines(DOCUMENT).stream()
            .dropWhile(line -> !line.equals("<!-- faults -->"))
            .skip(1)
            .takeWhile(line -> line.startsWith("|"))
            .toList();
    List<String> header = cells(lines.get(0));
    Map<String, Set<String>> claims = new LinkedHashMap<>();
    header.stream().skip(1).forEach(fault -> claims.put(fault, new TreeSet<>()));
    for (String line : lines.subList(2, lines.size())) {
      List<String> cells = cells(line);
      for (int i = 1; i < cells.size(); i++) {
        if (cells.get(i).equals("●")) {
          claims.get(header.get(i)).add(cells.get(0).replace("`", ""));
        }
      }
    }
    return claims;
  }

  private static List<String> cells(String line) {
    return List.of(line.substring(1).split("\\|")).stream().map(String::strip).toList();
  }

  @Test
  void everyMarkOfTheDocumentHolds() throws IOException {
    List<Map<Metric, Double>> fresh =
        IntStream.range(0, FRESH).mapToObj(i -> scores(Tables.people(ROWS, 10 + i))).toList();
    List<Metric> metrics =
        Catalogue.all().stream()
            .filter(metric -> fresh.stream().allMatch(one -> one.containsKey(metric)))
            .toList();
    Map<String, Set<String>> noticed = new LinkedHashMap<>();
    faults()
        .forEach(
            (fault, table) -> {
              Map<Metric, Double> scores = scores(table);
              noticed.put(
                  fault,
                  metrics.stream()
                      .filter(
                          metric -> notices(metric, fresh, Optional.ofNullable(scores.get(metric))))
                      .map(Metric::key)
                      .collect(Collectors.toCollection(TreeSet::new)));
            });
    write(table(metrics, noticed));
    Map<String, Set<String>> claims = claims();
    assertThat(claims.keySet()).isEqualTo(noticed.keySet());
    claims.forEach(
        (fault, keys) ->
            assertThat(noticed.get(fault))
                .as("%s; all that was noticed:%n%s", fault, table(metrics, noticed))
                .containsAll(keys));
    assertThat(claims.get(NOTHING)).as("marks by chance").hasSizeLessThan(2);
    Set<String> marked = claims.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    assertThat(
            metrics.stream()
                .filter(metric -> GROUPS.contains(metric.group()))
                .map(Metric::key)
                .filter(key -> !marked.contains(key)))
        .as("metrics without a mark; what was noticed:%n%s", table(metrics, noticed))
        .isSubsetOf(BLIND);
  }

  private static String table(List<Metric> metrics, Map<String, Set<String>> noticed) {
    StringBuilder text = new StringBuilder("| metric |");
    noticed.keySet().forEach(fault -> text.append(" ").append(fault).append(" |"));
    text.append("\n|---|").append("---|".repeat(noticed.size())).append("\n");
    for (Metric metric : metrics) {
      text.append("| `").append(metric.key()).append("` |");
      noticed.values().forEach(keys -> text.append(keys.contains(metric.key()) ? " ● |" : "  |"));
      text.append("\n");
    }
    return text.toString();
  }

  /** Where the property asks for it. */
  private static void write(String table) throws IOException {
    if (!"write".equals(System.getProperty("mirrorlake.documents"))) {
      return;
    }
    String page = Files.readString(DOCUMENT);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf("\n\n", from) + 1;
    Files.writeString(DOCUMENT, page.substring(0, from) + table + page.substring(to));
  }
}

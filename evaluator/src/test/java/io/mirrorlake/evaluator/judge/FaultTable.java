package io.mirrorlake.evaluator.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.report.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which metric notices which fault, as a table in {@code docs/evaluation.md} says. A metric notices
 * a fault if its score is worse than eight fresh tables let expect of a ninth: by 4.785 (Student's
 * t with 7 degrees of freedom at 1 in 1,000) times sqrt(9 / 8) of their standard deviations below
 * their mean. So by chance a mark comes about once in 1,000 cells, were scores normal, and one or
 * two in the whole table are no surprise; a column of the table is one more fresh table, which
 * shows it. With {@code -Dmirrorlake.documents=write} the table is written.
 */
final class FaultTable {
  static final int FRESH = 8;

  /** The column of one more fresh table. */
  static final String NOTHING = "fresh rows";

  /** t(7, 0.999) * sqrt(1 + 1/8). */
  private static final double DEVIATIONS = 5.075;

  private static final Path DOCUMENT = Path.of("../docs/evaluation.md");

  private final String marker;
  private final List<Metric> metrics;
  private final Map<String, Set<String>> noticed = new LinkedHashMap<>();

  private FaultTable(String marker, List<Metric> metrics) {
    this.marker = "<!-- " + marker + " -->";
    this.metrics = List.copyOf(metrics);
  }

  /**
   * The table.
   *
   * @param <T> what is judged
   * @param marker names the table in the document
   * @param metrics its rows
   * @param fresh eight of what is judged, each without a fault
   * @param faults what is judged, by the name of its fault
   * @param judge judges one of them
   */
  static <T> FaultTable of(
      String marker,
      List<Metric> metrics,
      List<T> fresh,
      Map<String, T> faults,
      Function<T, EvaluationReport> judge) {
    assertThat(fresh).hasSize(FRESH);
    FaultTable table = new FaultTable(marker, metrics);
    List<Map<Metric, Double>> expected =
        fresh.parallelStream().map(one -> scores(judge.apply(one))).toList();
    assertThat(metrics.stream().filter(one -> !expected.stream().allMatch(s -> s.containsKey(one))))
        .extracting(Metric::key)
        .as("metrics that a fresh table has no score of")
        .isEmpty();
    List<String> names = List.copyOf(faults.keySet());
    List<Map<Metric, Double>> found =
        List.copyOf(faults.values()).parallelStream().map(one -> scores(judge.apply(one))).toList();
    IntStream.range(0, names.size())
        .forEach(i -> table.noticed.put(names.get(i), table.noticed(expected, found.get(i))));
    return table;
  }

  private static Map<Metric, Double> scores(EvaluationReport report) {
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

  private Set<String> noticed(List<Map<Metric, Double>> fresh, Map<Metric, Double> found) {
    return metrics.stream()
        .filter(metric -> notices(metric, fresh, Optional.ofNullable(found.get(metric))))
        .map(Metric::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean notices(
      Metric metric, List<Map<Metric, Double>> fresh, Optional<Double> found) {
    double[] scores = fresh.stream().mapToDouble(one -> one.get(metric)).toArray();
    double mean = Arrays.stream(scores).average().orElseThrow();
    double squares = Arrays.stream(scores).map(score -> (score - mean) * (score - mean)).sum();
    double bound = DEVIATIONS * Math.sqrt(squares / (FRESH - 1));
    return found.map(score -> metric.gain(mean, score) > bound + 1e-9).orElse(false);
  }

  /**
   * Every mark of the document must hold, every metric must have one, and fresh rows must have next
   * to none.
   *
   * @param blind the metrics that have no mark
   */
  void verify(Set<String> blind) throws IOException {
    write();
    Map<String, Set<String>> claims = claims();
    assertThat(claims.keySet()).isEqualTo(noticed.keySet());
    claims.forEach(
        (fault, keys) ->
            assertThat(noticed.get(fault))
                .as("%s; all that was noticed:%n%s", fault, text())
                .containsAll(keys));
    assertThat(claims.get(NOTHING)).as("marks by chance").hasSizeLessThan(2);
    Set<String> marked =
        claims.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(NOTHING))
            .flatMap(entry -> entry.getValue().stream())
            .collect(Collectors.toSet());
    assertThat(metrics.stream().map(Metric::key).filter(key -> !marked.contains(key)))
        .as("metrics without a mark; what was noticed:%n%s", text())
        .containsExactlyInAnyOrderElementsOf(blind);
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(DOCUMENT).stream()
        .dropWhile(line -> !line.equals(marker))
        .skip(1)
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }

  /** The marked metrics of the document's table, by fault; it has a line for each metric. */
  private Map<String, Set<String>> claims() throws IOException {
    List<String> lines = lines();
    List<String> header = cells(lines.get(0));
    List<List<String>> rows = lines.stream().skip(2).map(FaultTable::cells).toList();
    assertThat(rows.stream().map(FaultTable::key))
        .as("lines of the document")
        .containsExactlyElementsOf(metrics.stream().map(Metric::key).toList());
    Map<String, Set<String>> claims = new LinkedHashMap<>();
    for (int i = 1; i < header.size(); i++) {
      int column = i;
      claims.put(
          header.get(i),
          rows.stream()
              .filter(cells -> cells.get(column).equals("●"))
              .map(FaultTable::key)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return claims;
  }

  private static String key(List<String> cells) {
    return cells.get(0).replace("`", "");
  }

  private static List<String> cells(String line) {
    return List.of(line.substring(1).split("\\|")).stream().map(String::strip).toList();
  }

  private String text() {
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
  private void write() throws IOException {
    if (!"write".equals(System.getProperty("mirrorlake.documents"))) {
      return;
    }
    String page = Files.readString(DOCUMENT);
    String begin = marker + "\n";
    int from = page.indexOf(begin) + begin.length();
    int to = page.indexOf("\n\n", from - 1) + 1;
    Files.writeString(DOCUMENT, page.substring(0, from) + text() + page.substring(to));
  }
}

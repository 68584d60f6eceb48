package io.mirrorlake.evaluator.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The page on evaluation lists every score with its rule and limits. With {@code
 * -Dmirrorlake.documents=write} the list is written instead of compared.
 */
class LimitsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "evaluation.md");
  private static final String BEGIN = "<!-- limits -->\n";
  private static final String END = "<!-- end of limits -->\n";

  @Test
  void thePageListsEveryScore() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    assertThat(end).isGreaterThanOrEqualTo(begin);
    if ("write".equals(System.getProperty("mirrorlake.documents"))) {
      page = page.substring(0, begin) + table() + page.substring(end);
      Files.writeString(PAGE, page);
      end = page.indexOf(END);
    }
    assertThat(page.substring(begin, end))
        .as("run this test with -Dmirrorlake.documents=write")
        .isEqualTo(table());
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder("| key | score | rule | WARN | FAIL |\n|---|---|---|---|---|\n");
    Catalogue.all().forEach(metric -> table.append(row(metric)));
    return table.toString();
  }

  private static String row(Metric metric) {
    String sign = metric.rule().falling(metric.better()) ? "< " : "> ";
    String kind = metric.rule().kind().name().toLowerCase(Locale.ROOT);
    if (metric.rule().kind() == Rule.Kind.EXCESS) {
      kind += " over " + metric.rule().neutral();
    }
    return String.format(
        Locale.ROOT,
        "| `%s`%s | %s | %s | %s | %s |%n",
        metric.key(),
        metric.alarmed() ? " !!" : "",
        metric.title(),
        kind,
        metric.rule().band().map(band -> sign + band.warn()).orElse(""),
        metric.rule().band().map(band -> sign + band.fail()).orElse(""));
  }
}

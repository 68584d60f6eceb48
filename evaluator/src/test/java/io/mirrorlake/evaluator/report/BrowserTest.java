package io.mirrorlake.evaluator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mirrorlake.evaluator.judge.Engines;
import io.mirrorlake.evaluator.judge.Evidence;
import io.mirrorlake.evaluator.judge.Judge;
import io.mirrorlake.evaluator.sample.Tables;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, without a network. */
class BrowserTest {
  @TempDir static Path folder;

  private static Optional<String> browser = Optional.empty();
  private static String dom = "";
  private static String log = "";

  @BeforeAll
  static void openThePage() throws IOException, InterruptedException {
    browser = find();
    assumeTrue(
        browser.isPresent(),
        "no chromium, chromium-browser or google-chrome on the PATH: the page was not opened");
    Evidence evidence =
        Evidence.of(Tables.people(300, 1), Tables.people(300, 2), Tables.people(300, 3));
    EvaluationReport report =
        Judge.of(EvaluationOptions.defaults().withProbes(100), Engines.local(), step -> {})
            .judge(evidence);
    Path page = Files.writeString(folder.resolve("report.html"), ReportHtml.render(report));
    Path messages = folder.resolve("messages.txt");
    Path text = folder.resolve("dom.html");
    Process process =
        new ProcessBuilder(
                browser.get(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("browser"),
                // Whatever the page asked for beyond itself would fail, and be told.
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--enable-logging=stderr",
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(text.toFile())
            .redirectError(messages.toFile())
            .start();
    assertThat(process.waitFor())
        .as(Files.readString(messages, StandardCharsets.ISO_8859_1))
        .isZero();
    dom = Files.readString(text);
    log = Files.readString(messages, StandardCharsets.ISO_8859_1);
  }

  private static Optional<String> find() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(
            place ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  @Test
  void theScriptRunsAndOpensSearchAndOrder() {
    assertThat(dom).contains("id=\"column-tools\">").contains("id=\"score-tools\">");
    assertThat(dom).contains("<button type=\"button\" title=\"Sort by");
  }

  @Test
  void theBrowserHasNothingToComplainAbout() {
    assertThat(log.lines().filter(line -> line.contains("CONSOLE")).toList()).isEmpty();
    assertThat(log).doesNotContain("Refused to", "net::ERR");
  }

  @Test
  void everyLinkLeadsSomewhereOnThePage() {
    List<String> targets =
        java.util.regex.Pattern.compile("href=\"#([^\"]+)\"")
            .matcher(dom)
            .results()
            .map(match -> match.group(1))
            .distinct()
            .toList();
    assertThat(targets).hasSizeGreaterThan(4);
    assertThat(targets).allSatisfy(target -> assertThat(dom).contains("id=\"" + target + "\""));
  }
}

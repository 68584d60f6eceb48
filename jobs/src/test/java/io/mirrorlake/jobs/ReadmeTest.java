package io.mirrorlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.jobs.run.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what the README shows, on small tables, in the README's order. */
class ReadmeTest {
  private static final Pattern BLOCK =
      Pattern.compile("<!-- run -->\n```(sh|sql)\n(.*?)```", Pattern.DOTALL);

  /** Files that the README names; they lie in a folder of the test's own. */
  private static final Pattern FILE = Pattern.compile("^(out/.*|[a-z-]+\\.csv)$");

  private static final int BLOCKS = 4;

  @TempDir private Path folder;

  @Test
  void whatItShowsWorks() throws IOException {
    Customers.write(folder.resolve("data.csv"), 1, 1500);
    Customers.write(folder.resolve("real-train.csv"), 1, 1500);
    Customers.write(folder.resolve("real-test.csv"), 5001, 1200);
    Matcher blocks = BLOCK.matcher(Files.readString(Path.of("../README.md")));
    int count = 0;
    while (blocks.find()) {
      run(blocks.group(1), blocks.group(2));
      count++;
    }
    assertThat(count).isEqualTo(BLOCKS);
    assertThat(folder.resolve("out/report/report.html")).exists();
    assertThat(TestSession.spark().read().format("delta").load(folder + "/out/customers").count())
        .isEqualTo(1500);
  }

  private void run(String language, String block) {
    if (language.equals("sh")) {
      block.lines().filter(line -> !line.isBlank()).forEach(this::command);
    } else {
      Stream.of(block.split(";", -1))
          .filter(statement -> !statement.isBlank())
          .forEach(
              statement ->
                  TestSession.spark()
                      .sql(statement.replace("'out/", "'" + folder + "/out/"))
                      .collect());
    }
  }

  private void command(String line) {
    List<String> words = List.of(line.strip().split("\\s+"));
    assertThat(words.get(0)).isEqualTo("./mirrorlake");
    String[] arguments =
        words.stream()
            .skip(1)
            .map(word -> FILE.matcher(word).matches() ? folder.resolve(word).toString() : word)
            .toArray(String[]::new);
    CommandResult result = CommandResult.of(arguments);
    // Whether these few rows are good enough is not what the README claims.
    assertThat(result.code())
        .as(line + "\n" + result.err())
        .isIn(ExitCode.OK.code(), ExitCode.VERDICT_FAIL.code());
  }
}

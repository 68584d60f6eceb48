package io.mirrorlake.jobs.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Records, schemas, examples and the page of keys say the same. With {@code
 * -Dmirrorlake.documents=write} the schemas and the page are written instead of compared.
 */
class ConfigurationDocumentsTest {
  private static final Path HOME = Path.of("..");

  /** A key that is switched off: no blank after the mark, as there is in comments for people. */
  private static final Pattern SWITCHED_OFF = Pattern.compile("(?m)^( *)#([A-Za-z]+:)");

  private static final Map<String, Class<? extends Record>> JOBS =
      Map.of(
          "profile", ProfileConfiguration.class,
          "dataset", DatasetConfiguration.class,
          "discover", DiscoverConfiguration.class,
          "plan", PlanConfiguration.class,
          "synthesize", SynthesizeConfiguration.class,
          "evaluate", EvaluateConfiguration.class,
          "audit", AuditConfiguration.class,
          "split", SplitConfiguration.class);

  private static final Map<String, String> ENVIRONMENT = Map.of("ADULT_DATA", "/data/adult");

  static Set<String> jobs() {
    return new TreeSet<>(JOBS.keySet());
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void schemasHaveTheKeysOfTheRecords(String job) throws IOException {
    String title = "Configuration of mirrorlake " + job;
    assertDocument(
        HOME.resolve("conf/schemas/" + job + "-job.schema.json"),
        ConfigurationSchema.of(JOBS.get(job), title));
  }

  @Test
  void thePageListsEveryKey() throws IOException {
    assertDocument(HOME.resolve("docs/configuration.md"), ConfigurationPage.text());
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void everyKeyHasALineInItsExample(String job) throws IOException {
    String text = SWITCHED_OFF.matcher(read("conf/" + job + ".yaml")).replaceAll("$1$2");
    EnvironmentVariables environment = EnvironmentVariables.of(ENVIRONMENT);
    Set<String> written = new TreeSet<>();
    collect("", YamlSettings.read(text, job, environment), JOBS.get(job), written);
    Set<String> known = paths("", JOBS.get(job)).collect(Collectors.toCollection(TreeSet::new));
    written.removeIf(key -> key.startsWith("tables.*.source"));
    known.removeIf(key -> key.matches("tables\\.\\*\\.source\\..*"));
    assertThat(written).isEqualTo(known);
  }

  /** The keys of the elements of a list or a mapping, whatever their names. */
  private static void collectElements(
      String path, SettingNode node, Class<?> type, Set<String> written) {
    if (node instanceof SettingNode.Sequence sequence) {
      sequence.elements().forEach(each -> collect(path + "[].", each, type, written));
    } else {
      ((SettingNode.Mapping) node)
          .members()
          .values()
          .forEach(each -> collect(path + ".*.", each, type, written));
    }
  }

  private static Stream<String> paths(String prefix, Class<?> type) {
    return Keys.of(type).stream()
        .filter(key -> key.group().isEmpty())
        .flatMap(
            key ->
                Keys.elementOf(key.type())
                    .map(
                        element ->
                            paths(
                                prefix + key.path() + (Keys.isFree(key.type()) ? ".*." : "[]."),
                                element))
                    .orElse(Stream.of(prefix + key.path())));
  }

  private static void collect(String prefix, SettingNode node, Class<?> type, Set<String> written) {
    Map<String, Keys.Key> keys =
        Keys.of(type).stream().collect(Collectors.toMap(Keys.Key::path, key -> key));
    ((SettingNode.Mapping) node)
        .members()
        .forEach(
            (name, value) -> {
              Keys.Key key = keys.get(name);
              if (key != null && key.group().isPresent() && value instanceof SettingNode.Mapping) {
                collect(prefix + name + ".", value, key.group().get(), written);
              } else if (key != null && Keys.elementOf(key.type()).isPresent()) {
                collectElements(prefix + name, value, Keys.elementOf(key.type()).get(), written);
              } else {
                written.add(prefix + name);
              }
            });
  }

  @ParameterizedTest
  @CsvSource({
    "profile, conf/profile.yaml",
    "synthesize, conf/synthesize.yaml",
    "evaluate, conf/evaluate.yaml",
    "dataset, conf/dataset.yaml",
    "discover, conf/discover.yaml",
    "plan, conf/plan.yaml",
    "split, conf/split.yaml",
    "audit, conf/audit.yaml",
    "profile, conf/examples/adult/profile.yaml",
    "synthesize, conf/examples/adult/synthesize.yaml",
    "evaluate, conf/examples/adult/evaluate.yaml",
    "dataset, conf/examples/foodmart/profile.yaml",
    "plan, conf/examples/foodmart/plan.yaml",
    "synthesize, conf/examples/foodmart/synthesize.yaml",
    "audit, conf/examples/foodmart/audit.yaml"
  })
  void examplesAreValidAsTheyStand(String job, String path) throws IOException {
    ConfigurationReader reader = ConfigurationReader.of(ENVIRONMENT);
    Record configuration = reader.read(JOBS.get(job), reader.file(read(path), path), List.of());
    assertThat(configuration).isInstanceOf(JOBS.get(job));
  }

  private static String read(String path) throws IOException {
    return Files.readString(HOME.resolve(path));
  }

  private static void assertDocument(Path document, String expected) throws IOException {
    if ("write".equals(System.getProperty("mirrorlake.documents"))) {
      Files.createDirectories(document.getParent());
      Files.writeString(document, expected);
    }
    assertThat(Files.readString(document))
        .as("run this test with -Dmirrorlake.documents=write")
        .isEqualTo(expected);
  }
}

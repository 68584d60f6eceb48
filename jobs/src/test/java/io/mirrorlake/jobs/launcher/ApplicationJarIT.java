package io.mirrorlake.jobs.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks into the jar that {@code ./mvnw package} has just made. */
final class ApplicationJarIT {
  private static final Path PATH = Path.of(System.getProperty("mirrorlake.application.jar"));

  /** Twice what it weighs at the time of writing; Spark or Scala alone would be far above. */
  private static final long MAXIMUM_BYTES = 11_000_000;

  /** Such as de.yml and en/name.yml. */
  private static final Pattern WORDS = Pattern.compile("(en/)?[\\w.-]+\\.yml");

  private static JarFile jar;

  @BeforeAll
  static void open() throws IOException {
    jar = new JarFile(PATH.toFile());
  }

  @AfterAll
  static void close() throws IOException {
    jar.close();
  }

  @Test
  void holdsNoClassOutsideOurOwnPackages() {
    assertThat(entries())
        .filteredOn(name -> name.endsWith(".class"))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("io/mirrorlake/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io/mirrorlake/profiler/",
        "io/mirrorlake/synthesizer/",
        "io/mirrorlake/evaluator/",
        "io/mirrorlake/jobs/",
        "io/mirrorlake/shaded/picocli/",
        "io/mirrorlake/shaded/snakeyaml/",
        "io/mirrorlake/shaded/datafaker/",
        "io/mirrorlake/shaded/jackson/dataformat/yaml/",
        "io/mirrorlake/shaded/commons/rng/",
        "io/mirrorlake/shaded/commons/statistics/"
      })
  void holdsEveryModuleAndWhatIsBundled(String folder) {
    assertThat(entries()).anyMatch(name -> name.startsWith(folder) && name.endsWith(".class"));
  }

  @Test
  void refersToBundledLibrariesOnlyWhereTheyWereMovedTo() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "picocli..",
            "net.datafaker..",
            "org.yaml.snakeyaml..",
            "com.fasterxml.jackson.dataformat..",
            "org.apache.commons.rng..",
            "org.apache.commons.numbers..",
            "org.apache.commons.statistics..")
        .check(new ClassFileImporter().importJar(jar));
  }

  @Test
  void carriesNothingInMetaInfButManifestLicencesAndServices() {
    assertThat(entries())
        .filteredOn(name -> !name.endsWith("/") && !name.startsWith("io/mirrorlake/"))
        .allMatch(
            name ->
                List.of("META-INF/MANIFEST.MF", "META-INF/LICENSE", "META-INF/NOTICE")
                        .contains(name)
                    || name.startsWith("META-INF/services/")
                    || WORDS.matcher(name).matches());
  }

  /** Datafaker looks its words up from the root, wherever its classes are. */
  @Test
  void keepsTheWordsWhereDatafakerLooksForThem() throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {PATH.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Class<?> faker = loader.loadClass("io.mirrorlake.shaded.datafaker.Faker");
      Object german =
          faker
              .getConstructor(Locale.class, Random.class)
              .newInstance(Locale.GERMAN, new Random(1));
      Object name = faker.getMethod("name").invoke(german);
      assertThat((String) name.getClass().getMethod("lastName").invoke(name)).isNotBlank();
    }
  }

  @Test
  void keepsTheLicencesOfWhatIsBundled() {
    assertThat(text("META-INF/LICENSE"))
        .contains("Apache License")
        .contains("Boost Software License");
    assertThat(text("META-INF/NOTICE"))
        .startsWith("Mirrorlake")
        .contains("Apache Commons RNG")
        .contains("Apache Commons Statistics");
  }

  @Test
  void startsWithTheCommandLine() throws IOException {
    Attributes attributes = jar.getManifest().getMainAttributes();
    String main = attributes.getValue(Attributes.Name.MAIN_CLASS);

    assertThat(main).isEqualTo("io.mirrorlake.jobs.cli.Mirrorlake");
    assertThat(entries()).contains(main.replace('.', '/') + ".class");
    assertThat(attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION)).isNotBlank();
  }

  @Test
  void registersTheDataSourceWithSpark() {
    List<String> sources =
        text("META-INF/services/org.apache.spark.sql.sources.DataSourceRegister").lines().toList();

    assertThat(sources).isNotEmpty().allMatch(name -> name.startsWith("io.mirrorlake."));
    assertThat(entries())
        .containsAll(sources.stream().map(name -> name.replace('.', '/') + ".class").toList());
  }

  /** Together with the unchanged times of bundled classes: two builds give the same bytes. */
  @Test
  void ourClassesCarryAFixedTimeNotThatOfTheBuild() {
    assertThat(
            jar.stream()
                .filter(entry -> entry.getName().startsWith("io/mirrorlake/"))
                .filter(entry -> !entry.getName().startsWith("io/mirrorlake/shaded/"))
                .map(JarEntry::getTimeLocal)
                .distinct())
        .hasSize(1);
  }

  @Test
  void staysSmall() throws IOException {
    assertThat(Files.size(PATH)).isLessThan(MAXIMUM_BYTES);
  }

  private static List<String> entries() {
    return jar.stream().map(JarEntry::getName).toList();
  }

  private static String text(String entry) {
    JarEntry found = jar.getJarEntry(entry);
    assertThat(found).as(entry).isNotNull();
    try (InputStream in = jar.getInputStream(found)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

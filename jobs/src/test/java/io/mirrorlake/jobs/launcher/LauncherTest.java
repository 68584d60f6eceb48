package io.mirrorlake.jobs.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.jobs.launcher.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tries {@code ./mirrorlake} itself, with a Java and a Maven that only say how they were called.
 */
final class LauncherTest {
  private static final Path SCRIPT = Path.of(System.getProperty("mirrorlake.home"), "mirrorlake");
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder;
  private Path home;
  private Path jdk;
  private Path caller;

  @BeforeEach
  void makeAHomeWithBlanksInItsPath() throws IOException {
    home = folder.resolve("my lake");
    jdk = folder.resolve("a jdk");
    caller = Files.createDirectories(folder.resolve("some where"));
    Files.createDirectories(home.resolve("jobs/src/main"));
    Files.copy(SCRIPT, home.resolve("mirrorlake"));
    Files.writeString(home.resolve("pom.xml"), "");
    Files.writeString(home.resolve("jobs/pom.xml"), "");
    Shell.script(
        jdk.resolve("bin/java"),
        "[ \"$1\" != -version ] || { echo 'openjdk version \"17.0.1\" 2021-10-19' >&2; exit 0; }",
        "pwd",
        "for word in \"$@\"; do echo \"<$word>\"; done",
        "exit 10");
    Shell.script(home.resolve("mvnw"), "echo '[ERROR] no network'", "exit 1");
  }

  @Test
  void passesArgumentsAndExitCodeThrough() throws Exception {
    build();

    Outcome outcome = run(Map.of(), "profile", "--source", "my data.csv", "*");

    assertThat(outcome.exitCode()).isEqualTo(10);
    assertThat(outcome.output())
        .endsWith(
            "<io.mirrorlake.jobs.cli.Mirrorlake>\n<profile>\n<--source>\n<my data.csv>\n<*>\n");
    assertThat(outcome.errors()).isEmpty();
  }

  @Test
  void staysInTheFolderOfTheCaller() throws Exception {
    build();

    assertThat(run(Map.of()).output()).startsWith(caller.toRealPath() + "\n");
  }

  @Test
  void putsTheApplicationJarBeforeTheEmbeddedSpark() throws Exception {
    build();

    Path real = home.toRealPath();
    assertThat(run(Map.of()).output())
        .contains("<--add-opens=java.base/java.nio=ALL-UNNAMED>\n")
        .contains("<" + real.resolve("jobs/target/mirrorlake-1.jar") + ":" + spark() + ">\n")
        .contains("<-Dlog4j2.configurationFile=" + real.resolve("conf/log4j2.properties") + ">\n");
  }

  @Test
  void handsTheUsersOptionsToTheJvmAfterItsOwn() throws Exception {
    build();

    Outcome outcome = run(Map.of("MIRRORLAKE_JAVA_OPTS", "-Xmx1g -Da=b"));

    assertThat(outcome.output()).containsSubsequence("<-XX:MaxRAM", "<-Xmx1g>\n<-Da=b>\n<-cp>\n");
  }

  @Test
  void leavesTheChoiceOfACollectorToTheUser() throws Exception {
    build();

    assertThat(run(Map.of()).output()).contains("<-XX:+UseParallelGC>\n");
    assertThat(run(Map.of("MIRRORLAKE_JAVA_OPTS", "-XX:+UseG1GC")).output())
        .contains("<-XX:+UseG1GC>\n")
        .doesNotContain("UseParallelGC");
  }

  @Test
  void buildsWhenThereIsNoJar() throws Exception {
    mavenThatBuilds();

    Outcome outcome = run(Map.of(), "demo");

    assertThat(outcome.exitCode()).isEqualTo(10);
    assertThat(outcome.errors())
        .contains("mirrorlake: there is no application jar yet, building")
        .contains("building profiler");
  }

  @Test
  void keepsTheClassesOfATrialAfterABuildAndSharesThem() throws Exception {
    mavenThatBuilds();
    Shell.script(
        jdk.resolve("bin/java"),
        "[ \"$1\" != -version ] || { echo 'openjdk version \"17.0.1\" 2021-10-19' >&2; exit 0; }",
        "for word in \"$@\"; do",
        "  case $word in -XX:ArchiveClassesAtExit=*) echo kept > \"${word#*=}\" ;; esac",
        "  echo \"<$word>\"",
        "done");

    Outcome first = run(Map.of(), "plan");

    Path archive = target().resolve("launcher/classes.jsa").toRealPath();
    String shared = "<-XX:SharedArchiveFile=" + archive + ">\n";
    assertThat(archive).hasContent("kept");
    assertThat(first.errors()).contains("keeping loaded classes for faster starts");
    assertThat(first.output()).contains(shared).doesNotContain("<profile>").endsWith("<plan>\n");
    assertThat(run(Map.of()).output()).contains(shared);
  }

  @Test
  void sharesNoClassesOfOlderJars() throws Exception {
    build();
    Path archive = target().resolve("launcher/classes.jsa");
    Files.writeString(archive, "kept");
    Files.setLastModifiedTime(archive, FileTime.from(LONG_AGO.minusSeconds(60)));

    assertThat(run(Map.of()).output()).doesNotContain("SharedArchiveFile");
  }

  @Test
  void buildsWhenASourceIsNewer() throws Exception {
    build();
    mavenThatBuilds();
    Files.writeString(home.resolve("jobs/src/main/New.java"), "");

    assertThat(run(Map.of()).errors())
        .contains("mirrorlake: sources are newer than the application jar, building");
  }

  @Test
  void buildsWhenAJarOfSparkIsGone() throws Exception {
    build();
    mavenThatBuilds();
    Files.delete(spark());

    assertThat(run(Map.of()).errors())
        .contains("mirrorlake: jars of the embedded Spark are missing, building");
  }

  @Test
  void buildsNothingWhenToldNotTo() throws Exception {
    Outcome outcome = run(Map.of("MIRRORLAKE_NO_BUILD", "1"));

    assertThat(outcome.exitCode()).isEqualTo(6);
    assertThat(outcome.errors())
        .isEqualTo(
            "mirrorlake: there is no application jar in %s%n".formatted(target())
                + "  cure: unset MIRRORLAKE_NO_BUILD, or run ./mvnw -DskipTests package\n");
  }

  @Test
  void showsWhyTheBuildFailed() throws Exception {
    Outcome outcome = run(Map.of());

    assertThat(outcome.exitCode()).isEqualTo(6);
    assertThat(outcome.output()).isEmpty();
    assertThat(outcome.errors())
        .contains("[ERROR] no network")
        .contains("the build failed; its whole log is " + target().resolve("launcher-build.log"));
  }

  @Test
  void showsTheEndOfTheLogWhereMavenItselfDidNotStart() throws Exception {
    Shell.script(home.resolve("mvnw"), "echo 'cannot fetch Maven' >&2", "exit 1");

    Outcome outcome = run(Map.of());

    assertThat(outcome.exitCode()).isEqualTo(6);
    assertThat(outcome.errors()).contains("cannot fetch Maven").contains("the build failed");
  }

  @Test
  void refusesAnOldJava() throws Exception {
    build();
    Shell.script(jdk.resolve("bin/java"), "echo 'java version \"1.8.0_402\"' >&2");

    Outcome outcome = run(Map.of());

    assertThat(outcome.exitCode()).isEqualTo(6);
    assertThat(outcome.errors())
        .contains("bin/java is Java 1.8.0_402, and 17 is the oldest that works")
        .contains("cure: install a JDK 17 or newer, or set JAVA_HOME to one");
  }

  @Test
  void saysThatJavaHomeIsWrong() throws Exception {
    Outcome outcome = run(Map.of("JAVA_HOME", "/no/jdk"));

    assertThat(outcome.exitCode()).isEqualTo(6);
    assertThat(outcome.errors())
        .contains("JAVA_HOME is '/no/jdk', and there is no bin/java in it")
        .contains("cure: set JAVA_HOME to a JDK 17 or newer");
  }

  @Test
  void saysThatThereIsNoJava() throws Exception {
    // The one program that the script needs before it looks for Java.
    Path bin = folder.resolve("bin");
    Shell.script(bin.resolve("dirname"), "exec /usr/bin/dirname \"$@\"");

    Outcome outcome = run(Map.of("JAVA_HOME", "", "PATH", bin.toString()));

    assertThat(outcome.exitCode()).isEqualTo(6);
    assertThat(outcome.errors())
        .contains("found no Java: JAVA_HOME is not set, and no java is on the PATH")
        .contains("cure: install a JDK 17 or newer, or set JAVA_HOME");
  }

  private Outcome run(Map<String, String> environment, String... arguments) throws Exception {
    Map<String, String> all = new HashMap<>();
    all.put("PATH", "/usr/bin:/bin");
    all.put("JAVA_HOME", jdk.toString());
    all.putAll(environment);
    List<String> command = new ArrayList<>(List.of(home.resolve("mirrorlake").toString()));
    command.addAll(List.of(arguments));
    return new Shell(caller, all).run(command);
  }

  /** Leaves what a build leaves, with sources that are older. */
  private void build() throws IOException {
    Path launcher = Files.createDirectories(home.resolve("jobs/target/launcher"));
    Files.writeString(spark(), "");
    Files.writeString(launcher.resolve("class.path"), spark().toString());
    Files.writeString(
        launcher.resolve("java.options"), "--add-opens=java.base/java.nio=ALL-UNNAMED\n");
    Files.writeString(home.resolve("jobs/target/mirrorlake-1.jar"), "");
    for (String source : List.of("pom.xml", "jobs/pom.xml", "jobs/src/main")) {
      Files.setLastModifiedTime(home.resolve(source), FileTime.from(LONG_AGO));
    }
    Files.setLastModifiedTime(
        home.resolve("jobs/target/mirrorlake-1.jar"), FileTime.from(LONG_AGO.plusSeconds(60)));
  }

  private void mavenThatBuilds() throws IOException {
    Shell.script(
        home.resolve("mvnw"),
        "echo '[INFO] Building Mirrorlake profiler 1 [2/5]'",
        "mkdir -p jobs/target/launcher",
        "touch jobs/target/mirrorlake-1.jar '" + spark() + "'",
        "printf %s '" + spark() + "' > jobs/target/launcher/class.path",
        "echo -Dx=y > jobs/target/launcher/java.options");
  }

  private Path spark() {
    return folder.resolve("spark sql.jar");
  }

  private Path target() throws IOException {
    return home.toRealPath().resolve("jobs/target");
  }
}

package io.mirrorlake.jobs.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.jobs.configuration.ConfigurationReader.Adjustment;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigurationReaderTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("DB_PASSWORD", "swordfish", "ROWS", "many");

  private static ProfileConfiguration profile(String yaml, String... settings) {
    ConfigurationReader reader = ConfigurationReader.of(ENVIRONMENT);
    List<Adjustment> adjustments = Stream.of(settings).map(Adjustment::ofText).toList();
    return reader.read(ProfileConfiguration.class, reader.file(yaml, "job.yaml"), adjustments);
  }

  private static SynthesizeConfiguration synthesize(String yaml, Adjustment... adjustments) {
    ConfigurationReader reader = ConfigurationReader.of(ENVIRONMENT);
    return reader.read(
        SynthesizeConfiguration.class, reader.file(yaml, "job.yaml"), List.of(adjustments));
  }

  @Test
  void defaultsHold() {
    ProfileConfiguration configuration = profile("source: a.csv\noutput: out");
    assertThat(configuration.disclosure().minimumUnits()).isEqualTo(10);
    assertThat(configuration.dependence()).isEqualTo(DependenceChoice.AUTO);
    assertThat(configuration.mode()).isEqualTo(OutputMode.ERROR_IF_EXISTS);
    assertThat(configuration.source().csv().headRecords()).isEqualTo(100_000);
    assertThat(configuration.primaryKey()).isEmpty();
  }

  @Test
  void optionsOverruleSettingsAndSettingsOverruleTheFile() {
    String file = "profile: p\nrows: 1\nseed: 1\noutput: {path: a, format: csv}";
    SynthesizeConfiguration configuration =
        synthesize(
            file,
            Adjustment.ofText("rows=2"),
            Adjustment.ofText("seed=2"),
            new Adjustment("rows", "3", "--rows"),
            new Adjustment("output", "b", "--output"));
    assertThat(configuration.onlyRows()).contains(3L);
    assertThat(configuration.seed()).isEqualTo(2);
    assertThat(configuration.output().path()).isEqualTo("b");
    assertThat(configuration.output().format())
        .as("a new path keeps the rest")
        .isEqualTo(OutputFormat.CSV);
  }

  @Test
  void aPlainValueStandsForAPath() {
    assertThat(profile("source: a.csv\noutput: out", "source.format=json").source().path())
        .isEqualTo("a.csv");
  }

  @Test
  void listsMayBeWrittenWithCommas() {
    assertThat(profile("source: a\noutput: o", "exclude=x, y").exclude()).containsExactly("x", "y");
    assertThat(profile("source: a\noutput: o\nexclude: ['x, y']").exclude())
        .containsExactly("x, y");
  }

  @Test
  void sparkSettingsKeepTheirDots() {
    String yaml = "source: a\noutput: o\nspark: {sql.ansi.enabled: false, executor: {memory: 2g}}";
    assertThat(profile(yaml, "spark.speculation=true", "spark.speculation.interval=1s").spark())
        .containsOnly(
            Map.entry("sql.ansi.enabled", "false"),
            Map.entry("executor.memory", "2g"),
            Map.entry("speculation", "true"),
            Map.entry("speculation.interval", "1s"));
  }

  @Test
  void anUnknownKeyIsToldWithTheNearestOneAndItsLine() {
    assertComplaint(
        () -> profile("source: a.csv\noutput: out\nprimary_keys: [id]"),
        "job.yaml, line 3: unknown key 'primary_keys'",
        "write 'primaryKey', which is the nearest known key");
    assertComplaint(
        () -> profile("source: a.csv\noutput: out", "minimumUnits=20"),
        "--set minimumUnits: unknown key 'minimumUnits'",
        "write 'disclosure.minimumUnits', which is the nearest known key");
    assertComplaint(
        () -> profile("source: {path: a.csv, xyzzy: 1}\noutput: out"),
        "job.yaml, line 1: unknown key 'source.xyzzy'",
        "use one of path, format, table, query, version, timestamp, schema, csv, jdbc, options");
  }

  @Test
  void aMissingKeyIsToldWithItsOption() {
    assertComplaint(
        () -> profile("output: out"),
        "job.yaml, line 1: the key 'source.path' is missing",
        "give --source, or write 'source.path' in the configuration file");
    assertComplaint(
        () -> profile("source: a.csv"),
        "job.yaml, line 1: the key 'output' is missing",
        "give --output, or write 'output' in the configuration file");
  }

  @Test
  void wrongTypesAndRangesAreTold() {
    assertComplaint(
        () -> synthesize("profile: p\noutput: o\nrows: many"),
        "job.yaml, line 3: the key 'rows' is 'many'",
        "write a whole number of at least 0");
    assertComplaint(
        () -> synthesize("profile: p\noutput: o\nrows: -1"),
        "job.yaml, line 3: the key 'rows' is '-1'",
        "write a whole number of at least 0");
    assertComplaint(
        () -> profile("source: a\noutput: o", "disclosure.minimumUnits=0"),
        "--set disclosure.minimumUnits: the key 'disclosure.minimumUnits' is '0'",
        "write a whole number of at least 1");
    assertComplaint(
        () -> profile("source: a\noutput: o", "mode=replace"),
        "--set mode: the key 'mode' is 'replace'",
        "write one of errorIfExists, overwrite, append");
    assertComplaint(
        () -> profile("source: {path: a, csv: {header: maybe}}\noutput: o"),
        "job.yaml, line 1: the key 'source.csv.header' is 'maybe'",
        "write true or false");
    assertComplaint(
        () -> profile("source: a\noutput: [o]"),
        "job.yaml, line 2: the key 'output' is not a plain value",
        "write one value");
    assertComplaint(
        () -> profile("source: a\noutput: o\ndisclosure: 10"),
        "job.yaml, line 3: the key 'disclosure' groups further keys",
        "write its keys, indented below it");
    assertComplaint(
        () -> profile("source: a\noutput: ''"),
        "job.yaml, line 2: the key 'output' is empty",
        "write a value, or remove the key");
  }

  @Test
  void numbersMayHaveUnderscores() {
    assertThat(synthesize("profile: p\noutput: o\nrows: 1_000_000").onlyRows())
        .contains(1_000_000L);
  }

  @Test
  void malformedYamlIsToldWithItsPlace() {
    assertThatThrownBy(() -> profile("source: a.csv\noutput: [out\nmode: overwrite"))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("job.yaml, line 3, column 5: not readable as YAML: ")
        .hasMessageContaining(
            "cure: check the indentation (spaces, not tabs), the quotes and the colons near that line");
    assertComplaint(
        () -> profile("- a\n- b"),
        "job.yaml: holds no keys",
        "write settings as 'key: value', one a line");
    assertComplaint(
        () -> profile("source: a\noutput: b\nsource: c"),
        "job.yaml, line 3: the key 'source' is written twice",
        "keep one of the two");
  }

  @Test
  void variablesComeFromTheEnvironment() {
    ProfileConfiguration configuration =
        profile(
            "source: {path: '${DIR:/data}/a.csv', jdbc: {password: '${DB_PASSWORD}'}}\noutput: '$${x}'");
    assertThat(configuration.source().path()).isEqualTo("/data/a.csv");
    assertThat(configuration.source().jdbc().password()).contains("swordfish");
    assertThat(configuration.output()).isEqualTo("${x}");
    assertComplaint(
        () -> profile("source: ${NOWHERE}/a.csv\noutput: o"),
        "job.yaml, line 1: the environment variable NOWHERE is not set",
        "set it, or write a default: ${NOWHERE:value}");
  }

  @Test
  void complaintsDoNotTellWhatTheEnvironmentHolds() {
    assertComplaint(
        () -> synthesize("profile: p\noutput: o\nrows: ${ROWS}"),
        "job.yaml, line 3: the key 'rows' is '${ROWS}'",
        "write a whole number of at least 0");
  }

  @Test
  void aSettingNeedsAnEqualsSign() {
    assertComplaint(
        () -> profile("source: a\noutput: o", "rows"),
        "--set rows: has no '='",
        "write --set key=value, for instance --set rows=1000");
  }

  @Test
  void contradictionsAreTold() {
    assertComplaint(
        () -> profile("source: {path: 'jdbc:x:y', table: t, query: q}\noutput: o"),
        "the database source has both a table and a query",
        "write one of 'table' and 'query'");
    assertComplaint(
        () -> profile("source: {path: 'jdbc:x:y'}\noutput: o"),
        "the database source has neither table nor query",
        "write one of 'table' and 'query'");
    assertComplaint(
        () -> profile("source: {path: a.csv, table: t}\noutput: o"),
        "the source's 'table' is for databases, but its path is no 'jdbc:' URL",
        "write the database's URL as 'path', or remove 'table'");
    assertComplaint(
        () -> profile("source: {path: a, version: 1, timestamp: 2026-01-01}\noutput: o"),
        "the source has both a version and a timestamp",
        "write one of 'version' and 'timestamp'");
    assertComplaint(
        () -> profile("source: a\noutput: o\nmode: append"),
        "the key 'mode' is 'append', but a profile cannot be appended to",
        "write errorIfExists or overwrite");
    assertComplaint(
        () -> synthesize("profile: p\noutput: {path: o, format: csv, mode: append}"),
        "the mode 'append' needs a table with transactions, but the format is csv",
        "write the format delta, or the mode errorIfExists or overwrite");
    assertComplaint(
        () -> profile("source: {path: 'jdbc:x:y', table: t, jdbc: {lowerBound: 1}}\noutput: o"),
        "the database source has only one of 'jdbc.lowerBound' and 'jdbc.upperBound'",
        "write both, or none");
    assertComplaint(
        () -> profile("source: {path: a, csv: {quote: '\"\"'}}\noutput: o"),
        "the key 'csv.quote' is '\"\"'",
        "write a single character");
  }

  @Test
  void digestsTellConfigurationsApartButNotTheirSecrets() {
    String base =
        "output: o\nsource: {path: 'jdbc:x:y', table: t, jdbc: {password: '%s'}, options: {sslPassword: '%s'}}";
    String digest = EffectiveConfiguration.digest(profile(String.format(base, "a", "b")));
    assertThat(digest).matches("[0-9a-f]{64}");
    assertThat(EffectiveConfiguration.digest(profile(String.format(base, "c", "d"))))
        .isEqualTo(digest);
    assertThat(EffectiveConfiguration.digest(profile(String.format(base, "a", "b"), "exclude=z")))
        .isNotEqualTo(digest);
    assertThat(EffectiveConfiguration.lines(profile(String.format(base, "swordfish", "b"))))
        .noneMatch(line -> line.contains("swordfish"));
  }

  private static void assertComplaint(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String problem, String cure) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            UserException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(problem);
              assertThat(e.cure()).isEqualTo(cure);
              assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION);
            });
  }
}

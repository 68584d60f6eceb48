package io.mirrorlake.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.jobs.TestSession;
import io.mirrorlake.jobs.configuration.ConfigurationReader;
import io.mirrorlake.jobs.configuration.ConfigurationReader.Adjustment;
import io.mirrorlake.jobs.configuration.ConfigurationReader.Settings;
import io.mirrorlake.jobs.configuration.ProfileConfiguration;
import io.mirrorlake.jobs.configuration.SourceConfiguration;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTablesTest {
  private static final SparkSession SPARK = TestSession.spark();

  @TempDir private Path folder;

  private static SourceConfiguration source(Object path, String... settings) {
    List<Adjustment> all = new ArrayList<>();
    all.add(new Adjustment("source", path.toString(), "--source"));
    Stream.of(settings).map(setting -> Adjustment.ofText("source." + setting)).forEach(all::add);
    all.add(new Adjustment("output", "unused", "--output"));
    return ConfigurationReader.of(Map.of())
        .read(ProfileConfiguration.class, Settings.none(), all)
        .source();
  }

  private static SourceTable open(Object path, String... settings) {
    return SourceTables.of(SPARK).open(source(path, settings));
  }

  private Path csv(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private static List<String> rows(SourceTable table) {
    return table.rows().collectAsList().stream().map(Object::toString).toList();
  }

  private static long count(SourceTable table) {
    return SourceFailures.explained(List.of(table), () -> table.rows().collectAsList().size())
        .longValue();
  }

  @Test
  void csvTypesComeFromTheHead() throws IOException {
    Path file =
        csv(
            "a.csv",
            "id,code,born,ratio,flag,note",
            "1,00123,2026-01-31,0.5,true,\"a, \"\"b\"\"\"",
            "2,,,,,");
    SourceTable table = open(file);
    assertThat(table.rows().schema().toDDL())
        .isEqualTo("id INT,code STRING,born DATE,ratio DOUBLE,flag BOOLEAN,note STRING");
    assertThat(rows(table))
        .containsExactly("[1,00123,2026-01-31,0.5,true,a, \"b\"]", "[2,null,null,null,null,null]");
    assertThat(table.name()).isEqualTo("a");
    assertThat(table.description().format()).isEqualTo("csv");
    assertThat(table.description().version().orElseThrow()).matches("1 files, changed .*Z");
  }

  @Test
  void timesOfDayAreTextsAndMomentsAreNot() throws IOException {
    Path file =
        csv("a.csv", "start,seen", "9:05:00,2026-01-31 09:05:00", "14:30,2026-02-01 14:30:00");
    assertThat(open(file).rows().schema().toDDL()).isEqualTo("start STRING,seen TIMESTAMP");
  }

  @Test
  void compressedFilesAndDirectoriesAreRead() throws IOException {
    Path directory = Files.createDirectories(folder.resolve("people"));
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(directory.resolve("part-0.csv.gz")))) {
      out.write("a,b\n1,x\n".getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(directory.resolve("part-1.csv"), "a,b\n2,y\n");
    Files.writeString(directory.resolve("_SUCCESS"), "");
    SourceTable table = open(directory);
    assertThat(table.name()).isEqualTo("people");
    assertThat(rows(table)).containsExactlyInAnyOrder("[1,x]", "[2,y]");
    assertThat(open(directory + "/*.csv*").name()).isEqualTo("people");
  }

  @Test
  void quotedLineBreaksNeedMultiLine() throws IOException {
    Path file = csv("a.csv", "id,note", "1,\"two\nlines\"", "2,one");
    assertThat(rows(open(file, "csv.multiLine=true"))).containsExactly("[1,two\nlines]", "[2,one]");
  }

  @Test
  void aByteOrderMarkAndAnotherSeparatorAreRead() throws IOException {
    Path file = csv("a.csv", "\uFEFFid;n", "1;'x;y'");
    SourceTable table = open(file, "csv.separator=;", "csv.quote='", "csv.escape='");
    assertThat(table.rows().columns()).containsExactly("id", "n");
    assertThat(rows(table)).containsExactly("[1,x;y]");
  }

  @Test
  void aTypeLearnedFromTheHeadIsHeldAgainstTheRest() throws IOException {
    Path file = csv("a.csv", "id,age,size", "1,30,1", "2,31,2", "3,unknown,2.5", "4,,x");
    SourceTable table = open(file, "csv.headRecords=2");
    assertThat(table.rows().schema().toDDL()).isEqualTo("id INT,age INT,size INT");
    assertThatThrownBy(() -> count(table))
        .isInstanceOfSatisfying(
            UserException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.SOURCE);
              assertThat(e.problem())
                  .endsWith(
                      "a.csv: column 'age' is int, but 1 row has text in it; column 'size' is int,"
                          + " but 2 rows have text and other numbers in it");
              assertThat(e.cure())
                  .startsWith("mend the values, or declare the types: 'schema' takes all columns");
            });
    assertThat(count(open(file, "schema=id INT, age STRING, size STRING"))).isEqualTo(4);
  }

  @Test
  void recordsOfAnotherLengthAreCounted() throws IOException {
    Path file = csv("a.csv", "id,b", "1,x", "2,y,z", "3,x");
    assertThatThrownBy(() -> count(open(file)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("1 record has another number of fields than the 2 columns")
        .hasMessageContaining("check the separator and the quotes");
  }

  @Test
  void anotherTablesTypesHoldByName() throws IOException {
    StructType train = open(csv("train.csv", "id,code", "1,00123")).rows().schema();
    Path other = csv("other.csv", "code,id", "77,5");
    SourceTable table = SourceTables.of(SPARK).open(source(other), train);
    assertThat(table.rows().schema().toDDL()).isEqualTo("code STRING,id INT");
    assertThat(rows(table)).containsExactly("[77,5]");
  }

  @Test
  void aHeaderThatNamesAColumnTwiceIsRefused() throws IOException {
    assertComplaint(
        csv("a.csv", "id,Name,NAME", "1,a,b"),
        "names the column 'NAME' twice",
        "rename one of the two in the file");
  }

  @Test
  void emptyAndMissingSourcesAreTold() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.csv"));
    assertComplaint(empty, "the source file:" + empty + " is empty", "check what writes it");
    Path directory = Files.createDirectories(folder.resolve("nothing"));
    assertComplaint(
        directory,
        "the directory file:" + directory + " holds no data files",
        "check the path, or what wrote to it");
    Path missing = folder.resolve("missing.csv");
    assertComplaint(
        missing,
        "there is no file or directory " + missing,
        "check the path; a relative one starts at the directory the job is run in");
  }

  @Test
  void aFormatThatNamesDoNotTellMustBeGiven() throws IOException {
    Path file = csv("a.dat", "id", "1");
    assertComplaint(
        file,
        "the names of the files at " + file + " tell no format",
        "name it: 'format' is one of parquet, delta, csv, json, orc");
    assertThat(rows(open(file, "format=csv"))).containsExactly("[1]");
  }

  @Test
  void aSchemaThatIsNoneIsTold() throws IOException {
    Path file = csv("a.csv", "id", "1");
    assertThatThrownBy(() -> open(file, "schema=id WHOLENUMBER"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("the key 'schema' is 'id WHOLENUMBER', which is no list of columns")
        .hasMessageContaining("write it as 'id INT, name STRING, born DATE'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc", "json"})
  void typedFormatsAreRead(String format) {
    String path = folder.resolve("t").toString();
    SPARK.sql("SELECT 1 AS id, 'x' AS name").write().format(format).save(path);
    assertThat(rows(open(path))).containsExactly("[1,x]");
    assertThat(open(path).description().format()).isEqualTo(format);
  }

  @Test
  void aFileThatIsNotOfItsFormatIsTold() throws IOException {
    Path file = csv("a.parquet", "this is no parquet file");
    assertThatThrownBy(() -> open(file))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.SOURCE))
        .hasMessageContaining("cannot be read")
        .hasMessageContaining("check that the files are whole and of the format that is read");
    assertComplaint(
        csv("a.json", "{\"id\": 1}", "{\"id\":"),
        "a record is no JSON object",
        "write one object a line");
  }

  @Test
  void deltaTablesAreReadAtAVersionOrMoment() {
    String path = folder.resolve("t").toString();
    SPARK.range(3).write().format("delta").save(path);
    SPARK.range(2).write().format("delta").mode("append").save(path);
    assertThat(open(path).rows().count()).isEqualTo(5);
    assertThat(open(path).description().version()).contains("1");
    assertThat(open(path, "version=0").rows().count()).isEqualTo(3);
    assertThat(open(path, "timestamp=2999-01-01").description().version()).contains("1");
    assertComplaint(
        Path.of(path), "has no version 7", "ask for a version from 0 to 1", "version=7");
    assertComplaint(
        Path.of(path),
        "has no version as old as 1999-01-01",
        "ask for a moment from ",
        "timestamp=1999-01-01");
    assertThatThrownBy(() -> open(path, "timestamp=soon"))
        .hasMessageContaining("the key 'timestamp' is 'soon', which is no moment");
  }

  @Test
  void versionsAreForDeltaTables() throws IOException {
    Path file = csv("a.csv", "id", "1");
    assertThatThrownBy(() -> open(file, "version=1"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("is asked for a version, but csv files have none");
  }

  @Test
  void catalogTablesAreReadByName() {
    SPARK.range(4).createOrReplaceTempView("numbers");
    SourceTable table = open("catalog:numbers");
    assertThat(table.rows().count()).isEqualTo(4);
    assertThat(table.name()).isEqualTo("numbers");
    assertComplaint(
        Path.of("catalog:nowhere"), "the catalog has no table 'nowhere'", "check the name");
  }

  @Test
  void manyHeadersOfADirectoryAreNoRecords() throws IOException {
    Path directory = Files.createDirectories(folder.resolve("parts"));
    for (int i : IntStream.range(0, 5).toArray()) {
      Files.writeString(directory.resolve("part-" + i + ".csv"), "id\n" + i + "\n");
    }
    SourceTable table = open(directory);
    assertThat(table.rows().schema().toDDL()).isEqualTo("id INT");
    assertThat(count(table)).isEqualTo(5);
  }

  private static void assertComplaint(Path path, String problem, String cure, String... settings) {
    assertThatThrownBy(() -> open(path, settings))
        .isInstanceOfSatisfying(
            UserException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.SOURCE);
              assertThat(e.problem()).contains(problem);
              assertThat(e.cure()).startsWith(cure);
            });
  }
}

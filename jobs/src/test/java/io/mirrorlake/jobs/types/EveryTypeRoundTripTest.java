package io.mirrorlake.jobs.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.jobs.TestSession;
import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.profile.Disclosure;
import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.ProfileJson;
import io.mirrorlake.profiler.profile.Provenance;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.spark.TableProfiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a table of every type to its profile, and from there to a table of the same types. */
class EveryTypeRoundTripTest {
  private static final SparkSession SPARK = TestSession.spark();
  private static final int ROWS = 4000;

  @TempDir private static Path directory;

  private static Dataset<Row> source = SPARK.emptyDataFrame();
  private static Dataset<Row> synthetic = SPARK.emptyDataFrame();

  @BeforeAll
  static void profileAndRead() throws IOException {
    source = source();
    TableProfile table =
        TableProfiler.of(ProfileOptions.defaults().withSecret(1))
            .profile(
                source,
                "types",
                new SourceDescription("test", "memory", Optional.empty()),
                line -> {});
    Profile profile =
        new Profile(
            new Provenance(Instant.EPOCH, "test", "4.1.0", "17", "0".repeat(64)),
            new Disclosure(10, Disclosure.ROW),
            List.of(table));
    String json = ProfileJson.write(profile);
    assertThat(ProfileJson.read(json, "test")).isEqualTo(profile);
    Files.writeString(directory.resolve("profile.json"), json);
    synthetic = read(1).cache();
  }

  private static Dataset<Row> read(int partitions) {
    return SPARK
        .read()
        .format("mirrorlake")
        .option("profile", directory.toString())
        .option("rows", ROWS)
        .option("partitions", partitions)
        .load();
  }

  /** a is a number from 0 to 99 that much depends on; h is another one. */
  private static Dataset<Row> source() {
    return SPARK
        .range(0, ROWS, 1, 2)
        .selectExpr("id", "pmod(xxhash64(id, 1), 100) as a", "pmod(xxhash64(id, 2), 1000) as h")
        .selectExpr(
            "cast(a as tinyint) as tiny",
            "cast(a * 7 as smallint) as small",
            "cast(a * 70001 as int) as int",
            "9000000000000000000 + h * 1000000 + a as big",
            "float(case when a < 5 then double('NaN') when a < 10 then double('Infinity') else a end) as float",
            "h / 7 as double",
            "cast(h as decimal(38,18)) + cast(a as decimal(38,18)) / 3 as wide",
            "cast(12345678901234567890 as decimal(38,18)) * h as widest",
            "a > 30 as flag",
            "if(a < 20, null, cast(concat('x', a) as binary)) as bytes",
            "cast(repeat(uuid(), 1 + cast(h % 3 as int)) as binary) as random_bytes",
            "date_add(date'1700-01-01', cast(h * 365 as int)) as day",
            "timestamp'1850-06-01 00:00:00' + make_dt_interval(cast(h * 200 as int), cast(a % 24 as int)) as moment",
            "timestamp_ntz'2200-01-01 00:00:00' + make_dt_interval(cast(h * 200 as int), 0, cast(a % 60 as int)) as local",
            "make_ym_interval(cast(a as int), cast(h % 12 as int)) as months",
            "cast(make_ym_interval(cast(a as int), 0) as interval year) as years",
            "make_dt_interval(cast(h as int), cast(a % 24 as int), 0, 0.5) as span",
            "cast(make_dt_interval(0, cast(a as int)) as interval hour to minute) as hours",
            "if(a < 25, null, named_struct('x', cast(a as int), 'y', if(h % 2 = 0, null, h),"
                + " 'in', named_struct('deep', h > 500))) as s",
            "if(a < 10, null, transform(sequence(1, cast(a % 4 as int) + 1), i -> concat('e', i))) as tags",
            "transform(filter(array(1, 2, 3, 4), i -> i <= a % 5), i -> named_struct('k', i * 10,"
                + " 'l', array(cast(a as double)))) as items",
            "map_from_arrays(slice(array('red', 'green', 'blue'), 1, 1 + cast(a % 3 as int)),"
                + " slice(array(1, 2, 3), 1, 1 + cast(a % 3 as int))) as m");
  }

  @Test
  void theSchemaComesBack() {
    assertThat(synthetic.schema().simpleString()).isEqualTo(source.schema().simpleString());
    assertThat(synthetic.schema().apply("tiny").nullable()).isFalse();
    assertThat(synthetic.schema().apply("s").nullable()).isTrue();
    assertThat(synthetic.select("s.x").where("s is not null and s.x is null").count()).isZero();
  }

  @Test
  void everyRowIsItsOwnWhateverThePartitionsAndColumns() {
    List<String> rows = texts(synthetic);
    assertThat(texts(read(3))).isEqualTo(rows);
    List<String> some = texts(synthetic.select("m", "s.in.deep", "items"));
    assertThat(texts(read(2).select("m", "s.in.deep", "items"))).isEqualTo(some);
    Dataset<Row> slice =
        SPARK
            .read()
            .format("mirrorlake")
            .option("rows", 100)
            .option("firstRow", 3000)
            .load(directory.toString());
    assertThat(texts(slice)).isEqualTo(rows.subList(3000, 3100));
  }

  @Test
  void ratesAndRangesComeBack() {
    List<String> shares =
        List.of(
            "isnan(float)",
            "float = double('Infinity')",
            "flag",
            "bytes is null",
            "s is null",
            "coalesce(s.y is null, true)",
            "coalesce(s.in.deep, false)",
            "coalesce(size(tags), -1) = 2",
            "size(items) = 0",
            "size(m) = 3");
    List<String> numbers =
        List.of(
            "tiny",
            "small",
            "int",
            "big",
            "double",
            "wide",
            "widest",
            "length(random_bytes)",
            "unix_date(day)",
            "unix_micros(moment)",
            "year(local)",
            "extract(year from months)",
            "extract(day from span)");
    String[] expressions =
        Stream.concat(shares.stream().map(share -> "int(" + share + ")"), numbers.stream())
            .flatMap(x -> Stream.of("avg(double(" + x + "))", "stddev(double(" + x + "))"))
            .toArray(String[]::new);
    Row real = source.selectExpr(expressions).head();
    Row made = synthetic.selectExpr(expressions).head();
    for (int i = 0; i < expressions.length; i += 2) {
      // Five standard errors of a mean over 4,000 rows; the copula moves shares of pairs a little.
      assertThat(made.getDouble(i))
          .as(expressions[i])
          .isCloseTo(real.getDouble(i), within(0.09 * real.getDouble(i + 1)));
    }
  }

  @Test
  void valuesKeepTheirForm() {
    Row holds =
        synthetic
            .selectExpr(
                "every(day between date'1650-01-01' and date'2750-01-01')",
                "every(year(local) between 2100 and 2800 and extract(second from local) = 0)",
                "every(big between 8999999990000000000 and 9000000002000000000)",
                "every(length(random_bytes) % 36 = 0)",
                "every(bytes is null or string(bytes) like 'x%')",
                "every(size(m) = size(array_distinct(map_keys(m))))",
                "every(forall(items, i -> i.k in (10, 20, 30, 40) and size(i.l) = 1))",
                "every(extract(second from span) * 1000 % 1 = 0)")
            .head();
    for (int i = 0; i < holds.length(); i++) {
      assertThat(holds.getBoolean(i)).as("check %d", i).isTrue();
    }
    assertThat(synthetic.join(source, "random_bytes").count()).isZero();
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.toJSON().collectAsList();
  }
}

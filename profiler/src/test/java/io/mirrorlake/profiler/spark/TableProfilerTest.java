package io.mirrorlake.profiler.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.IndependentCopula;
import io.mirrorlake.profiler.copula.Latent;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.fit.Dependence;
import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.key.Key;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.profile.TableProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class TableProfilerTest {
  private static final SparkSession SPARK = SharedSession.session();
  private static final ProfileOptions OPTIONS =
      ProfileOptions.defaults().withSecret(1).withDependence(Dependence.GAUSSIAN);
  private static final int ROWS = 6000;

  /** Of every type; income follows age, and is null for the young. */
  private static Dataset<Row> people(int partitions) {
    return SPARK
        .range(0, ROWS, 1, partitions)
        .selectExpr(
            "id + 1 as id",
            "cast(20 + pmod(xxhash64(id, 1), 50) as int) as age",
            "if(pmod(xxhash64(id, 1), 50) < 10, null,"
                + " cast(1000 + 100 * pmod(xxhash64(id, 1), 50) + pmod(xxhash64(id, 2), 500) as decimal(9,2)) / 4) as income",
            "if(pmod(xxhash64(id, 1), 50) > 25, 'senior', 'junior') as level",
            "pmod(xxhash64(id, 1), 50) > 25 as old",
            "date_add(date'1990-01-01', cast(pmod(xxhash64(id, 3), 3000) as int)) as joined",
            "timestamp_seconds(1500000000 + pmod(xxhash64(id, 4), 100000000)) as seen",
            "cast(timestamp_seconds(1500000000 + 60 * pmod(xxhash64(id, 5), 1000000)) as timestamp_ntz) as local",
            "concat('user-', lpad(cast(id as string), 6, '0')) as name",
            "cast(null as string) as nothing",
            "cast(pmod(xxhash64(id, 6), 1000) as double) / 8 as eighths");
  }

  private static TableProfile profile(Dataset<Row> source, ProfileOptions options) {
    return TableProfiler.of(options)
        .profile(
            source,
            "people",
            new SourceDescription("test", "memory", Optional.empty()),
            line -> {});
  }

  private static Marginal marginal(TableProfile table, String name) {
    return table.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .flatMap(ColumnProfile::distribution)
        .orElseThrow();
  }

  @Test
  void learnsEveryTypeOfColumn() {
    TableProfile table = profile(people(2), OPTIONS.withPrimaryKey("id"));

    assertThat(table.rows()).isCloseTo(ROWS, within(50L)).isNotEqualTo(ROWS);
    assertThat(table.rows() % 10).isZero();
    assertThat(table.columns().get(0))
        .isInstanceOfSatisfying(
            ColumnProfile.Keyed.class,
            keyed -> assertThat(keyed.key()).isEqualTo(new Key.Sequence(1, 1)));
    assertThat(marginal(table, "age").segmentCount()).isEqualTo(50);
    assertThat(marginal(table, "income").nullProbability()).isCloseTo(0.2, within(0.02));
    assertThat(((CategoricalMarginal) marginal(table, "level")).categories())
        .extracting(CategoricalMarginal.Category::value)
        .containsExactlyInAnyOrder("senior", "junior");
    assertThat(((CategoricalMarginal) marginal(table, "old")).categories())
        .extracting(CategoricalMarginal.Category::value)
        .containsExactlyInAnyOrder("true", "false");
    assertThat(((NumericMarginal) marginal(table, "seen")).grid().spacing()).isEqualTo(1e6);
    assertThat(((NumericMarginal) marginal(table, "local")).grid().spacing()).isEqualTo(60e6);
    assertThat(((NumericMarginal) marginal(table, "eighths")).grid().decimals()).isEqualTo(3);
    List<Segment> joined = ((NumericMarginal) marginal(table, "joined")).segments();
    assertThat(joined.get(0).low()).isBetween(7305.0 - 30, 7305.0 + 30);
    assertThat(((CategoricalMarginal) marginal(table, "name")).categories()).isEmpty();
    assertThat(marginal(table, "nothing").nullProbability()).isEqualTo(1);
    assertThat(table.notes())
        .contains(
            "column 'nothing' is told as null: no or too few privacy units carry a value",
            "column 'name' is near-unique: its format is told, none of its values");
  }

  @Test
  void learnsTheDependenceOfValuesAndOfNulls() {
    Dataset<Row> three = people(2).select("age", "income", "joined");
    GaussianCopula copula = (GaussianCopula) profile(three, OPTIONS).copula();
    int age = copula.latents().indexOf(new Latent("age", Latent.Role.VALUE));
    int income = copula.latents().indexOf(new Latent("income", Latent.Role.VALUE));
    int missing = copula.latents().indexOf(new Latent("income", Latent.Role.MISSING));
    int joined = copula.latents().indexOf(new Latent("joined", Latent.Role.VALUE));

    assertThat(copula.correlation().get(age, income)).isGreaterThan(0.9);
    assertThat(copula.correlation().get(age, missing)).isLessThan(-0.85);
    // Independent columns: the standard error from 6,000 rows is 0.013, and four of them 0.052.
    assertThat(copula.correlation().get(age, joined)).isCloseTo(0, within(0.052));
    assertThat(profile(people(2), OPTIONS.withDependence(Dependence.INDEPENDENT)).copula())
        .isEqualTo(new IndependentCopula());
  }

  @Test
  void oneTableGivesOneProfileWhateverItsPartitions() {
    TableProfile one = profile(people(1), OPTIONS);

    assertThat(profile(people(7), OPTIONS)).isEqualTo(one);
    assertThat(profile(people(3).orderBy("name"), OPTIONS)).isEqualTo(one);
    assertThat(profile(people(3).where("id > 1000"), OPTIONS)).isNotEqualTo(one);
  }

  @Test
  void treesAreTheSameWhateverThePartitions() {
    ProfileOptions trees = OPTIONS.withDependence(Dependence.TREE);
    List<TableProfile> profiles =
        IntStream.of(1, 3, 8)
            .mapToObj(n -> profile(people(n).select("age", "income", "level"), trees))
            .toList();

    assertThat(profiles.get(0).copula()).isInstanceOf(TreeCopula.class);
    assertThat(profiles.get(1)).isEqualTo(profiles.get(0));
    assertThat(profiles.get(2)).isEqualTo(profiles.get(0));
    assertThat(profiles.get(0).notes())
        .anyMatch(note -> note.startsWith("trees grown on bags of 0."));
  }

  /** After a look at the first rows, for texts that write something. */
  @Test
  void readsTheSourceTwice() throws TimeoutException {
    Dataset<Row> source = people(1);
    AtomicInteger jobs = new AtomicInteger();
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart start) {
            jobs.incrementAndGet();
          }
        };
    SPARK.sparkContext().addSparkListener(listener);
    try {
      profile(source, OPTIONS.withPrimaryKey("id"));
      SPARK.sparkContext().listenerBus().waitUntilEmpty();
    } finally {
      SPARK.sparkContext().removeSparkListener(listener);
    }
    assertThat(jobs).hasValue(3);
  }

  @Test
  void namesTheStepsItTakes() {
    List<String> steps = new ArrayList<>();
    TableProfiler.of(OPTIONS)
        .profile(
            people(1),
            "people",
            new SourceDescription("test", "memory", Optional.empty()),
            steps::add);

    assertThat(steps)
        .containsExactly(
            "scan 1 of 2: distributions of 11 columns",
            "scan 2 of 2: sample of 262144 rows at most",
            "keeping 3 constraints",
            "fitting the dependence on 6000 rows");
  }
}

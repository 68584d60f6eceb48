package io.mirrorlake.evaluator.spark;

import static io.mirrorlake.evaluator.spark.SparkFixture.dataset;
import static io.mirrorlake.evaluator.spark.SparkFixture.spark;
import static io.mirrorlake.evaluator.spark.SparkFixture.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.evaluator.nearest.GowerSpace;
import io.mirrorlake.evaluator.nearest.Neighbours;
import io.mirrorlake.evaluator.nearest.Points;
import io.mirrorlake.evaluator.nearest.Records;
import io.mirrorlake.evaluator.privacy.DuplicateCounts;
import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.sample.IndependentMarginals;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.Tables;
import io.mirrorlake.evaluator.utility.TargetCoder;
import io.mirrorlake.evaluator.utility.TrainSyntheticTestReal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What runs as Spark jobs gives what the pure code gives. */
class EnginesTest {
  private static CodedDataset coded(Dataset<Row> dataset) {
    ComparedSchema schema =
        ComparedSchema.of(
            new ComparedSchema.Schemas(Map.of("train", dataset.schema())),
            EvaluationOptions.defaults());
    return new CodedDataset("test", schema.columns(), dataset);
  }

  @Test
  void nearestRecordsAreThoseInMemoryOnAnyPartitions() {
    SampleTable records = Tables.people(2000, 1);
    GowerSpace space = GowerSpace.of(records);
    Points targets = space.place(Tables.people(200, 2));
    Neighbours expected = Records.of(records).nearest(space, targets);
    List<Long> names = new ArrayList<>();
    for (int partitions : List.of(1, 5)) {
      CodedDataset dataset = coded(dataset(records).repartition(partitions));
      Neighbours found =
          new SparkRecords(dataset.columns(), dataset.hashed()).nearest(space, targets);
      for (int t = 0; t < targets.size(); t++) {
        assertThat(found.nearest(t)).isEqualTo(expected.nearest(t));
        assertThat(found.second(t)).isEqualTo(expected.second(t));
        if (partitions == 1) {
          names.add(found.name(t));
        }
        assertThat(found.name(t)).isEqualTo(names.get(t));
      }
    }
  }

  /** 2,000 different rows, half of which are kept: 4 standard deviations are 90. */
  @Test
  void aThinnedTableIsARandomPart() {
    CodedDataset dataset = coded(sql("select id x from range(2000)"));
    assertThat(FullDuplicates.thinned(dataset, 1, 1).count()).isEqualTo(2000);
    assertThat(FullDuplicates.thinned(dataset, 0.5, 1).count()).isCloseTo(1000L, within(90L));
  }

  @Test
  void duplicatesOverAllRowsAreThoseInMemory() {
    SampleTable train = Tables.people(500, 1).select(column -> !column.name().equals("income"));
    SampleTable holdout = Tables.people(500, 2).select(column -> !column.name().equals("income"));
    SampleTable made = Tables.people(300, 3).select(column -> !column.name().equals("income"));
    FullDuplicates found =
        FullDuplicates.of(
            new FullDuplicates.Sets(
                coded(dataset(train)), coded(dataset(holdout)), coded(dataset(made)), 500, 500),
            1);
    DuplicateCounts expected = DuplicateCounts.of(made, train, holdout);
    assertThat(expected.inTrain()).isGreaterThan(10);
    assertThat(found.all()).isEqualTo(expected);
    assertThat(found.equal()).isEqualTo(expected);
  }

  /**
   * A tenth of 20,000 rows, of which 10,000 are alike: the sample holds about half of those. The
   * number of like rows in a simple random sample has a standard deviation of 21 here; 4 of them
   * are exceeded once in 16,000 seeds.
   */
  @Test
  void samplesKeepTheShareOfRepeatedRows() {
    CodedDataset rows = coded(sql("select if(id % 2 = 0, -1, id) x from range(20000)"));
    List<Row> sample = new RowSampler(1, 2000).rows(rows, 20_000);
    assertThat(sample).hasSize(2000);
    Map<Double, Long> counts =
        sample.stream()
            .collect(Collectors.groupingBy(row -> row.getDouble(0), Collectors.counting()));
    assertThat(counts.remove(-1.0)).isCloseTo(1000L, within(85L));
    assertThat(counts.values()).containsOnly(1L);
    List<Row> another = new RowSampler(2, 2000).rows(rows, 20_000);
    assertThat(another).hasSize(2000).isNotEqualTo(sample);
  }

  @Test
  void aNullIsAnotherRowWhereverItStands() {
    List<Row> rows =
        coded(sql("select * from values (null, 1), (1, null), (0.0, 1), (-0.0, 1) as t(a, b)"))
            .hashed()
            .collectAsList();
    assertThat(rows.stream().map(row -> row.getLong(2)).distinct()).hasSize(3);
  }

  @Test
  void modelsLearnNumbersAndSeveralClasses() {
    SampleTable train = Tables.people(400, 1);
    for (String target : List.of("income", "job")) {
      TargetCoder coder = TargetCoder.of(train, target);
      TrainSyntheticTestReal.Tables tables =
          new TrainSyntheticTestReal.Tables(
              coder.label(Tables.people(400, 3)),
              coder.label(train),
              coder.label(IndependentMarginals.of(train, 1)),
              coder.label(Tables.people(400, 2)));
      TrainSyntheticTestReal result =
          TrainSyntheticTestReal.of(coder.task(), tables, MllibLearner.all(spark()), 1);
      assertThat(result.learners())
          .hasSize(target.equals("job") ? 2 : 3)
          .allSatisfy(
              scores -> {
                assertThat(scores.synthetic().score()).isGreaterThan(0.6);
                assertThat(scores.synthetic().score())
                    .isCloseTo(scores.real().score(), within(0.05));
                assertThat(scores.independent().score())
                    .isLessThan(scores.synthetic().score() - 0.2);
              });
    }
  }
}

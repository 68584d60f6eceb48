package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.copula.Copula;
import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.IndependentCopula;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.disclosure.SecretRounding;
import io.mirrorlake.profiler.discovery.CandidateSearch;
import io.mirrorlake.profiler.discovery.ColumnRoles;
import io.mirrorlake.profiler.discovery.ConstraintKeeper;
import io.mirrorlake.profiler.discovery.ConstraintScan;
import io.mirrorlake.profiler.discovery.KeptConstraints;
import io.mirrorlake.profiler.fit.CodedColumn;
import io.mirrorlake.profiler.fit.Dependence;
import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.fit.RoundedCopula;
import io.mirrorlake.profiler.fit.SegmentCoder;
import io.mirrorlake.profiler.fit.SegmentCounts;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.TableRelations;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.schema.UserException;
import io.mirrorlake.profiler.spark.GivenSource.How;
import io.mirrorlake.profiler.tree.ColumnTasks;
import io.mirrorlake.profiler.tree.CopulaChoice;
import io.mirrorlake.profiler.tree.GivenCodes;
import io.mirrorlake.profiler.tree.TreeSample;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.lang3.SerializationUtils;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Learns a table in two scans: the first leaves a sketch of every column, the second a sample of
 * rows coded by the marginals. The driver holds what is bounded by columns and the sample, never by
 * rows.
 */
public final class TableProfiler {
  /** The sample's codes may take this many bytes on the driver; wide tables get fewer rows. */
  private static final long SAMPLE_BYTES = 256L << 20;

  /** Two levels keep the driver from merging every partition's state by itself. */
  private static final int MERGE_DEPTH = 2;

  /**
   * Row places are numbered by partition from multiples of this, more rows than any partition has.
   */
  private static final int PLACE_BITS = 40;

  private final ProfileOptions options;

  private TableProfiler(ProfileOptions options) {
    this.options = options;
  }

  /** A profiler with these options. */
  public static TableProfiler of(ProfileOptions options) {
    return new TableProfiler(options);
  }

  /**
   * The profile of a table.
   *
   * @param source the table
   * @param table its name in the profile
   * @param description where it was read, for the profile
   * @param progress told what happens, one line a step
   * @throws UserException where the table is empty, has too few rows, repeated or missing keys, or
   *     a column that cannot be told
   */
  public TableProfile profile(
      Dataset<Row> source, String table, SourceDescription description, Consumer<String> progress) {
    WrittenTexts written = WrittenTexts.of(source, table, options, List.of());
    TableFit fit = fit(written.rows(), table, Surroundings.NONE, progress);
    return fit.profile(table, description, fit.columns(), TableRelations.NONE, List.of())
        .withWritten(written.writings(), written.notes());
  }

  /** What is learned of a table among others. */
  TableFit fit(Dataset<Row> source, String table, Surroundings around, Consumer<String> progress) {
    SourceColumns columns = SourceColumns.of(source, table, options);
    DisclosurePolicy fresh = options.policy();
    TableScan scan = scan(rows(columns, source), columns, fresh, progress);
    DisclosurePolicy policy = fresh.withRows(scan.rows(), scan.units());
    SourceChecks.requireUsable(scan, columns.columns(), table, options, around.isAlone());
    TableDraft draft = TableDraft.of(table, columns, scan, policy, options, around);
    ConstraintScan candidates = candidates(columns, scan, policy, around);
    SegmentCounts counts = SegmentRecount.counts(draft, scan);
    boolean dependent = options.dependence() != Dependence.INDEPENDENT;
    KeptConstraints kept =
        new KeptConstraints(draft.columns(), List.of(), List.of(), draft.notes());
    Copula copula = new IndependentCopula();
    boolean isSampled = dependent && canDepend(draft, around);
    if (isSampled || !candidates.isEmpty() || !counts.isNone()) {
      progress.accept(secondScan(draft));
      WideSample wide = wide(source, columns, draft, around);
      CodeScan codes = sample(wide, columns, draft, candidates, counts);
      draft = SegmentRecount.recounted(table, draft, scan, codes.counts(), policy);
      kept = keep(table, draft, codes, policy, progress).withColumns(RepeatedColumns::fitting);
      TableDraft computed = draft.keeping(kept);
      if (dependent && canDepend(computed, around)) {
        CodedSample sample = CodedSample.of(codes, draft, kept);
        int rows = codes.sample().rows();
        progress.accept("fitting the dependence on " + rows + " rows");
        CopulaChoice choice = choice(sample, codes, wide, around, policy);
        computed = computed.withCategoryOrders(choice.categoryOrders()).withNotes(choice.notes());
        copula = RoundedCopula.of(choice.copula(), rows, policy.table(table));
      }
      draft = computed;
    }
    return new TableFit(
        rows(scan.rows(), policy.table(table), around),
        BorrowedColumns.used(draft.columns(), kept.constraints()),
        kept.constraints(),
        copula,
        NestedDraft.of(table, columns, scan, policy),
        draft.notes());
  }

  /**
   * A number of rows as it is told, at least 1: else those who refer to the table would have no
   * parent. In a table with relatives it has noise alone: sixty parents that were told as seventy
   * would make a sixth more of all that descends from them.
   */
  private static long rows(long rows, SecretRounding rounding, Surroundings around) {
    return Math.max(
        1, around.isAlone() ? rounding.count(rows, "rows") : rounding.noisy(rows, "rows"));
  }

  /** Whether there are columns that can depend on others, or on what is known of a row. */
  private static boolean canDepend(TableDraft draft, Surroundings around) {
    return draft.drawn().length > (around.given().isEmpty() ? 1 : 0);
  }

  private String secondScan(TableDraft draft) {
    return "scan 2 of 2: sample of " + sampleRows(draft.drawn().length) + " rows at most";
  }

  private KeptConstraints keep(
      String table,
      TableDraft draft,
      CodeScan codes,
      DisclosurePolicy policy,
      Consumer<String> progress) {
    KeptConstraints kept =
        ConstraintKeeper.keep(
            table, draft.columns(), codes.constraints(), policy, options.constraints());
    if (!kept.constraints().isEmpty()) {
      progress.accept("keeping " + kept.constraints().size() + " constraints");
    }
    return kept;
  }

  private ConstraintScan candidates(
      SourceColumns columns, TableScan scan, DisclosurePolicy policy, Surroundings around) {
    Set<String> left = columns.unconstrained();
    options.primaryKey().ifPresent(left::add);
    left.addAll(around.hidden());
    left.addAll(around.keys());
    return CandidateSearch.search(
        columns.columns(),
        new ColumnRoles(
            left,
            around.cellColumns(),
            around.borrowed().keySet(),
            around.evolvedColumns(),
            RepeatedColumns.flagged(around.flags())),
        scan.sample(),
        options.constraints(),
        policy);
  }

  private TableScan scan(
      JavaRDD<InternalRow> rows,
      SourceColumns columns,
      DisclosurePolicy policy,
      Consumer<String> progress) {
    progress.accept("scan 1 of 2: distributions of " + columns.count() + " columns");
    TableScan empty = new TableScan(columns, options, policy);
    if (rows.getNumPartitions() == 0) {
      return empty;
    }
    // Empty sketches of a wide table take megabytes: sent once, not with every task.
    Broadcast<TableScan> sent = JavaSparkContext.fromSparkContext(rows.context()).broadcast(empty);
    try {
      return rows.mapPartitions(part -> List.of(scanned(part, sent.value())).iterator())
          .treeReduce(TableScan::merge, MERGE_DEPTH);
    } finally {
      sent.destroy();
    }
  }

  /** What is sent is shared by the tasks of a process, so that each fills a copy. */
  private static TableScan scanned(Iterator<InternalRow> rows, TableScan empty) {
    TableScan scan = SerializationUtils.clone(empty);
    while (rows.hasNext()) {
      scan.add(rows.next());
    }
    return scan;
  }

  private int sampleRows(int columns) {
    return (int) Math.min(options.sampleRows(), SAMPLE_BYTES / (Short.BYTES * (long) columns));
  }

  private JavaRDD<InternalRow> rows(SourceColumns columns, Dataset<Row> source) {
    return columns.query(source, options).queryExecution().toRdd().toJavaRDD();
  }

  /** The rows with what is given; of a table by itself those of the first scan. */
  private WideSample wide(
      Dataset<Row> source, SourceColumns columns, TableDraft draft, Surroundings around) {
    if (around.isAlone()) {
      return new WideSample(rows(columns, source), columns, List.of());
    }
    Dataset<Row> wide = around.wide().orElseThrow();
    SourceColumns all = SourceColumns.of(wide, "", options);
    List<String> names = all.columns().stream().map(Column::name).toList();
    List<GivenCoder> coders = new ArrayList<>();
    for (GivenSource given : around.given()) {
      coder(given, names, draft, around).ifPresent(coders::add);
    }
    return new WideSample(rows(all, wide), all, coders);
  }

  /** What tells the codes of something given, if it says anything. */
  private static Optional<GivenCoder> coder(
      GivenSource given, List<String> names, TableDraft draft, Surroundings around) {
    int position = names.indexOf(given.name());
    int presence = names.indexOf(given.presence());
    if (given.how() instanceof How.Kept kept) {
      return Optional.of(GivenCoder.ofKept(given, kept, presence));
    }
    if (given.how() instanceof How.Digit digit) {
      return Optional.of(GivenCoder.ofDigit(given, digit.digit(), position));
    }
    return switch (given.origin()) {
      case POSITION -> Optional.of(GivenCoder.ofPosition(given, position));
      case CELL -> Optional.of(GivenCoder.ofCell(given, position, around.cells()));
      case DIGIT -> throw new IllegalArgumentException(given.name());
      case PREVIOUS -> coder(given, draft.drawnMarginal(given.column()), position, presence);
      case PARENT, FURTHER -> coder(given, given.marginal(), position, presence);
    };
  }

  private static Optional<GivenCoder> coder(
      GivenSource given, Optional<Marginal> marginal, int position, int presence) {
    return marginal
        .filter(GivenCoder::isTelling)
        .map(of -> GivenCoder.of(given, of, position, presence));
  }

  private CopulaChoice choice(
      CodedSample sample,
      CodeScan codes,
      WideSample wide,
      Surroundings around,
      DisclosurePolicy policy) {
    ColumnTasks tasks = ClusterTasks.on(wide.rows().context());
    return around.isAlone()
        ? CopulaChoice.of(
            CopulaChoice.Alone.of(sample.drawn(), sample.lookups(), codes.units()),
            options.dependence(),
            policy,
            tasks)
        : CopulaChoice.among(among(sample.drawn(), codes, wide, around), policy, tasks);
  }

  private static TreeSample among(
      List<CodedColumn> sample, CodeScan codes, WideSample wide, Surroundings around) {
    List<CodedColumn> ordered = new ArrayList<>();
    // Cells are the first of the structure: what is drawn first of all has its shares exactly.
    Stream.concat(around.flags().stream(), around.structure().stream())
        .flatMap(name -> sample.stream().filter(column -> column.name().equals(name)))
        .forEach(ordered::add);
    int fixed = ordered.size();
    sample.stream().filter(column -> !ordered.contains(column)).toList().forEach(ordered::add);
    return new TreeSample(
        given(codes, wide, sample),
        ordered,
        fixed,
        new TreeSample.Links(RepeatedColumns.flags(ordered), around.followers(), Map.of()),
        codes.units());
  }

  /** What is given, without what siblings would have in columns that constraints compute. */
  private static List<GivenCodes> given(CodeScan codes, WideSample wide, List<CodedColumn> sample) {
    Set<String> drawn = new HashSet<>();
    sample.forEach(column -> drawn.add(column.name()));
    List<GivenCodes> all = codes.given();
    return IntStream.range(0, all.size())
        .filter(
            i -> {
              GivenColumn of = wide.given().get(i).column();
              return of.origin() != GivenColumn.Origin.PREVIOUS || drawn.contains(of.column());
            })
        .mapToObj(all::get)
        .toList();
  }

  private CodeScan sample(
      WideSample wide,
      SourceColumns columns,
      TableDraft draft,
      ConstraintScan constraints,
      SegmentCounts counts) {
    int[] positions = draft.drawn();
    List<SegmentCoder> coders = new ArrayList<>();
    for (int position : positions) {
      coders.add(SegmentCoder.of(draft.marginal(position)));
    }
    int sampleRows = sampleRows(positions.length + wide.given().size());
    List<Kind> kinds = columns.columns().stream().map(column -> column.type().kind()).toList();
    SourceColumns all = wide.columns();
    int unitColumn = columns.hasUnits(options) ? all.columns().size() + all.repeated().size() : -1;
    CodedFields fields =
        new CodedFields(IntStream.of(positions).boxed().toList(), coders, wide.given(), counts);
    return wide.rows()
        .mapPartitionsWithIndex(
            (partition, iterator) -> {
              CodeScan state = new CodeScan(fields, sampleRows, constraints, kinds, unitColumn);
              long place = (long) partition << PLACE_BITS;
              while (iterator.hasNext()) {
                state.add(iterator.next(), place++);
              }
              return List.of(state).iterator();
            },
            false)
        .treeReduce(CodeScan::merge, MERGE_DEPTH);
  }
}

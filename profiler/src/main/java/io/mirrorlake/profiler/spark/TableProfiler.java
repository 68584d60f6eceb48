package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.copula.Copula;
import io.mirrorlake.profiler.copula.IndependentCopula;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.discovery.CandidateSearch;
import io.mirrorlake.profiler.discovery.ConstraintKeeper;
import io.mirrorlake.profiler.discovery.ConstraintScan;
import io.mirrorlake.profiler.discovery.HiddenColumn;
import io.mirrorlake.profiler.discovery.KeptConstraints;
import io.mirrorlake.profiler.discovery.SampleCodes;
import io.mirrorlake.profiler.fit.CodedColumn;
import io.mirrorlake.profiler.fit.Dependence;
import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.fit.RoundedCopula;
import io.mirrorlake.profiler.fit.SegmentCoder;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.TableRelations;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.schema.UserException;
import io.mirrorlake.profiler.tree.CopulaChoice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
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
    SourceColumns columns = SourceColumns.of(source, table, options);
    DisclosurePolicy fresh = options.policy();
    JavaRDD<InternalRow> rows = columns.query(source, options).queryExecution().toRdd().toJavaRDD();
    TableScan scan = scan(rows, columns, fresh, progress);
    DisclosurePolicy policy = fresh.withRows(scan.rows(), scan.units());
    SourceChecks.requireUsable(scan, columns.columns(), table, options);
    TableDraft draft = TableDraft.of(table, columns, scan, policy, options);
    ConstraintScan candidates = candidates(columns, scan, policy);
    boolean dependent = options.dependence() != Dependence.INDEPENDENT;
    KeptConstraints kept =
        new KeptConstraints(draft.columns(), List.of(), List.of(), draft.notes());
    Copula copula = new IndependentCopula();
    if (!candidates.isEmpty() || (dependent && draft.drawn().length > 1)) {
      progress.accept(
          "scan 2 of 2: sample of " + sampleRows(draft.drawn().length) + " rows at most");
      CodeScan codes = sample(rows, columns, draft, candidates);
      kept = keep(table, draft, codes, policy, progress);
      TableDraft computed = draft.keeping(kept);
      if (dependent && computed.drawn().length > 1) {
        List<CodedColumn> sample = coded(codes, draft, kept);
        progress.accept("fitting the dependence on " + sample.get(0).rows() + " rows");
        CopulaChoice choice =
            CopulaChoice.of(sample, options.dependence(), policy, ClusterTasks.on(rows.context()));
        computed = computed.withCategoryOrders(choice.categoryOrders()).withNotes(choice.notes());
        copula = RoundedCopula.of(choice.copula(), sample.get(0).rows(), policy.table(table));
      }
      draft = computed;
    }
    return new TableProfile(
        table,
        description,
        policy.table(table).count(scan.rows(), "rows"),
        draft.columns(),
        kept.constraints(),
        copula,
        NestedDraft.of(table, columns, scan, policy),
        TableRelations.NONE,
        draft.notes());
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
      SourceColumns columns, TableScan scan, DisclosurePolicy policy) {
    Set<String> left = columns.unconstrained();
    options.primaryKey().ifPresent(left::add);
    return CandidateSearch.search(
        columns.columns(), left, scan.sample(), options.constraints(), policy);
  }

  private TableScan scan(
      JavaRDD<InternalRow> rows,
      SourceColumns columns,
      DisclosurePolicy policy,
      Consumer<String> progress) {
    progress.accept("scan 1 of 2: distributions of " + columns.count() + " columns");
    return rows.treeAggregate(
        new TableScan(columns, options, policy), TableScan::add, TableScan::merge, MERGE_DEPTH);
  }

  private int sampleRows(int columns) {
    return (int) Math.min(options.sampleRows(), SAMPLE_BYTES / (Short.BYTES * (long) columns));
  }

  private CodeScan sample(
      JavaRDD<InternalRow> rows,
      SourceColumns columns,
      TableDraft draft,
      ConstraintScan constraints) {
    int[] positions = draft.drawn();
    List<SegmentCoder> coders = new ArrayList<>();
    for (int position : positions) {
      coders.add(SegmentCoder.of(draft.marginal(position)));
    }
    int sampleRows = sampleRows(positions.length);
    List<Kind> kinds = columns.columns().stream().map(column -> column.type().kind()).toList();
    int unitColumn = columns.hasUnits(options) ? kinds.size() + columns.repeated().size() : -1;
    return rows.mapPartitionsWithIndex(
            (partition, iterator) -> {
              CodeScan state =
                  new CodeScan(positions, coders, sampleRows, constraints, kinds, unitColumn);
              long place = (long) partition << PLACE_BITS;
              while (iterator.hasNext()) {
                state.add(iterator.next(), place++);
              }
              return List.of(state).iterator();
            },
            false)
        .treeReduce(CodeScan::merge, MERGE_DEPTH);
  }

  /** The sample's columns that are drawn, hidden ones too. */
  private static List<CodedColumn> coded(CodeScan scan, TableDraft draft, KeptConstraints kept) {
    int[] positions = draft.drawn();
    List<short[]> sample = scan.sample().columns(positions.length);
    Map<String, short[]> codes = new HashMap<>();
    Map<String, Marginal> marginals = new HashMap<>();
    for (int i = 0; i < positions.length; i++) {
      String name = draft.columns().get(positions[i]).name();
      codes.put(name, sample.get(i));
      marginals.put(name, draft.marginal(positions[i]));
    }
    List<double[]> differences = scan.sample().numbers(scan.constraints().differenceCount());
    for (HiddenColumn hidden : kept.hidden()) {
      String name = hidden.profile().name();
      codes.put(name, SampleCodes.of(hidden, differences, marginals, codes));
    }
    List<CodedColumn> columns = new ArrayList<>();
    for (ColumnProfile column : kept.columns()) {
      short[] own = codes.get(column.name());
      if (own != null && column instanceof ColumnProfile.Drawn drawn) {
        columns.add(CodedColumn.of(column.name(), drawn.marginal(), own));
      }
    }
    return columns;
  }
}

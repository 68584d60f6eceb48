package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.copula.Copula;
import io.mirrorlake.profiler.copula.IndependentCopula;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.fit.CodedColumn;
import io.mirrorlake.profiler.fit.Dependence;
import io.mirrorlake.profiler.fit.GaussianCopulaFitter;
import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.fit.SegmentCoder;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.profile.NestedColumn;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.List;
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
    DisclosurePolicy policy = options.policy();
    JavaRDD<InternalRow> rows = columns.query(source, options).queryExecution().toRdd().toJavaRDD();
    int count = columns.columns().size() + columns.repeated().size();
    progress.accept("scan 1 of 2: distributions of " + count + " columns");
    TableScan scan = scan(rows, columns, policy);
    SourceChecks.requireUsable(scan, columns.columns(), table, options);
    TableDraft draft = TableDraft.of(table, columns, scan, policy, options);
    Copula copula = new IndependentCopula();
    if (options.dependence() != Dependence.INDEPENDENT && draft.drawn().length > 1) {
      progress.accept(
          "scan 2 of 2: sample of " + sampleRows(draft.drawn().length) + " rows at most");
      List<CodedColumn> sample = sample(rows, draft);
      progress.accept("fitting a Gaussian copula on " + sample.get(0).rows() + " rows");
      GaussianCopulaFitter.Fit fit = GaussianCopulaFitter.fit(sample);
      draft = draft.withCategoryOrders(fit.categoryOrders());
      copula = fit.copula();
    }
    long k = options.minimumUnits();
    long roundedRows = Math.max(k, Math.round((double) scan.rows() / k) * k);
    List<NestedColumn> nested = NestedDraft.of(table, columns, scan, policy);
    return new TableProfile(
        table, description, roundedRows, draft.columns(), copula, nested, draft.notes());
  }

  private TableScan scan(
      JavaRDD<InternalRow> rows, SourceColumns columns, DisclosurePolicy policy) {
    return rows.treeAggregate(
        new TableScan(columns, options, policy), TableScan::add, TableScan::merge, MERGE_DEPTH);
  }

  private int sampleRows(int columns) {
    return (int) Math.min(options.sampleRows(), SAMPLE_BYTES / (Short.BYTES * (long) columns));
  }

  private List<CodedColumn> sample(JavaRDD<InternalRow> rows, TableDraft draft) {
    int[] positions = draft.drawn();
    List<SegmentCoder> coders = new ArrayList<>();
    List<Kind> kinds = new ArrayList<>();
    for (int position : positions) {
      kinds.add(draft.columns().get(position).column().type().kind());
      coders.add(SegmentCoder.of(draft.marginal(position)));
    }
    int sampleRows = sampleRows(positions.length);
    CodeScan scan =
        rows.mapPartitionsWithIndex(
                (partition, iterator) -> {
                  CodeScan state = new CodeScan(positions, kinds, coders, sampleRows);
                  long place = (long) partition << PLACE_BITS;
                  while (iterator.hasNext()) {
                    state.add(iterator.next(), place++);
                  }
                  return List.of(state).iterator();
                },
                false)
            .treeReduce(CodeScan::merge, MERGE_DEPTH);
    List<short[]> codes = scan.sample().columns(positions.length);
    List<CodedColumn> columns = new ArrayList<>();
    for (int i = 0; i < positions.length; i++) {
      Marginal marginal = draft.marginal(positions[i]);
      columns.add(CodedColumn.of(draft.columns().get(positions[i]).name(), marginal, codes.get(i)));
    }
    return columns;
  }
}

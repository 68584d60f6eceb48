package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.profile.ColumnProfile.Enumerated;
import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.Orphans;
import io.mirrorlake.profiler.relation.Reference;
import io.mirrorlake.profiler.relation.ReferenceLaw;
import io.mirrorlake.profiler.relation.ReferenceLaw.Popular;
import io.mirrorlake.profiler.relation.TableRelations;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import io.mirrorlake.synthesizer.column.IndexedLaw;
import io.mirrorlake.synthesizer.dataset.FollowingRoots.Followed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * A database of one size: its tables, how many rows each has, and where they lie. What has to be
 * counted is counted when it is asked for, once. Safe for use by several threads.
 */
public final class DatasetPlan {
  /** To find a row, at most about so many before it are walked. */
  private static final long BLOCK_ROWS = 1L << 14;

  private final Profile profile;
  private final long seed;
  private final DatasetSize size;
  private final DatasetTables tables;
  private final Map<String, Long> roots;
  private final Map<String, Followed> followed;
  private final Map<String, BlockCounts> counts;
  private final Map<String, BlockSums> sums = new HashMap<>();
  private final Set<String> open = new LinkedHashSet<>();

  private DatasetPlan(Profile profile, long seed, DatasetSize size, Counted counted) {
    this.profile = profile;
    this.seed = seed;
    this.size = size;
    this.tables = new DatasetTables(profile);
    this.roots = RootRows.of(profile, tables, size);
    this.followed = FollowingRoots.of(profile.tables(), tables, RootRows.set(tables, size));
    this.counts = new HashMap<>(counted.counts());
  }

  /**
   * The plan of a database.
   *
   * @throws UserException where the size cannot be had
   */
  public static DatasetPlan of(Profile profile, long seed, DatasetSize size) {
    return new DatasetPlan(profile, seed, size, Counted.NOTHING);
  }

  /**
   * The same where another plan has counted already.
   *
   * @param counted what the plan of the same profile, seed and size has counted
   */
  public static DatasetPlan of(Profile profile, long seed, DatasetSize size, Counted counted) {
    return new DatasetPlan(profile, seed, size, counted);
  }

  /** The seed. */
  public long seed() {
    return seed;
  }

  /** The profile. */
  public Profile profile() {
    return profile;
  }

  /** The names of the tables, parents first as far as there is no circle. */
  public List<String> tables() {
    return tables.order();
  }

  /** Whether a table needs other tables, or the place of its rows among all. */
  public static boolean isRelated(TableProfile table) {
    return !table.relations().equals(TableRelations.NONE);
  }

  /**
   * How many rows a table has. The first call may count the rows of other tables.
   *
   * @throws UserException where a row cannot have a parent
   */
  public synchronized long rows(String table) {
    return sums(table).rows();
  }

  /** What has been counted so far: for plans elsewhere. */
  public synchronized Counted counted() {
    return new Counted(counts);
  }

  /**
   * Some fields of a table, ready to be read.
   *
   * @throws UserException where a key cannot serve the rows
   */
  public synchronized TableRows table(String name, List<String> fields) {
    return TableRows.of(this, tables.line(name), fields);
  }

  /**
   * Checks that the keys of some tables can serve their rows, before any row is made.
   *
   * @throws UserException where one cannot, with the key and how many rows it serves
   */
  public synchronized void requireKeys(Collection<String> names) {
    names.forEach(name -> table(name, tables.table(name).fields()));
  }

  /** What is not exactly as in the source or as asked for, for people. */
  public synchronized List<String> approximations() {
    return new Approximations(this, tables, size).notes();
  }

  /** How many rows find no parent of their own. */
  synchronized long repeated(TableProfile table, Reference reference) {
    long children = LongStream.of(children(new Followed(table.name(), reference))).sum();
    return Math.max(0, children - rows(reference.parent()));
  }

  /**
   * Checks that each row has a parent of its own where the primary key asks for it.
   *
   * @throws UserException where it has none
   */
  synchronized void requireParents(TableProfile table, Reference reference) {
    boolean isKey = reference.columns().containsAll(table.relations().primaryKey());
    long repeated = isKey && ((Popular) reference.law()).once() ? repeated(table, reference) : 0;
    if (repeated > 0) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "each row of '"
              + table.name()
              + "' refers to a row of '"
              + reference.parent()
              + "' of its own, but "
              + repeated
              + " find none among "
              + rows(reference.parent()),
          "ask for fewer rows of '"
              + table.name()
              + "', or for more of '"
              + reference.parent()
              + "'");
    }
  }

  /** How many parents that are not there a reference names. */
  synchronized long missingParents(TableProfile table, Reference reference) {
    if (reference.orphans().isEmpty()) {
      return 0;
    }
    long orphans = 0;
    if (reference.leads()) {
      for (Block block : sums(table.name()).blocks()) {
        boolean own = block.orphan() >= 0 && block.depth() == tables.line(table.name()).size() - 1;
        orphans += own ? block.end() - block.first() : 0;
      }
    } else {
      long[] children = MatchedParents.children(cellCounts(table.name(), reference.name()));
      orphans = children[children.length - 1];
    }
    return orphans == 0 ? 0 : reference.orphans().get().key(orphans - 1) + 1;
  }

  /** Where the rows of a table lie. */
  synchronized BlockSums sums(String name) {
    BlockSums found = sums.get(name);
    if (found == null) {
      found = makeSums(tables.table(name));
      sums.put(name, found);
    }
    return found;
  }

  /** The cells of a table. */
  synchronized Cells cells(String name) {
    TableProfile root = tables.root(name);
    return root.name().equals(name)
        ? rootCells(root)
        : sums(name).cells(root.relations().cellCount());
  }

  /** The cells of a table without leading parent. */
  private Cells rootCells(TableProfile root) {
    Optional<ClosureRows> closure = closure(root);
    if (closure.isPresent()) {
      return Cells.of(List.of(), closure.get().rows());
    }
    long rows = Objects.requireNonNull(roots.get(root.name()));
    List<Double> shares = root.relations().cells();
    boolean levels = root.relations().level().isPresent();
    Cells own = levels ? Cells.ofLevels(shares, rows) : Cells.of(shares, rows);
    return Optional.ofNullable(followed.get(root.name()))
        .map(of -> of.cells(children(of), own))
        .orElse(own);
  }

  /** The rows of a table that is a closure. */
  synchronized Optional<ClosureRows> closure(TableProfile table) {
    return table.relations().closure().map(of -> ClosureRows.of(this, table.name(), of));
  }

  private long[] children(Followed of) {
    return MatchedParents.children(cellCounts(of.child(), of.reference().name()));
  }

  /** For each cell of a reference, how many rows before each block have it. */
  synchronized long[][] cellCounts(String table, String reference) {
    return Objects.requireNonNull(counts(table).cells().get(reference), reference);
  }

  private BlockSums makeSums(TableProfile table) {
    if (table.relations().leading().isEmpty()) {
      List<Block> blocks = new ArrayList<>();
      Cells cells = rootCells(table);
      for (int cell = 0; cell < cells.count(); cell++) {
        cut(
            table,
            new Block(0, cells.start(cell), cells.start(cell) + cells.size(cell), cell),
            blocks);
      }
      return BlockSums.of(blocks, blocks.stream().mapToLong(of -> of.end() - of.first()).toArray());
    }
    String parent = table.relations().leading().orElseThrow().parent();
    long[] families = Objects.requireNonNull(counts(parent).children().get(table.name()));
    List<Block> blocks = new ArrayList<>(sums(parent).blocks());
    long rows = BlockSums.of(blocks, families).rows();
    double parentless = DatasetTables.family(table).orElseThrow().parentless();
    double missing =
        table.relations().leading().flatMap(Reference::orphans).map(Orphans::share).orElse(0.0);
    long alone = Math.round(rows * parentless / (1 - parentless - missing));
    long orphans = Math.round(rows * missing / (1 - parentless - missing));
    List<TableProfile> line = tables.line(table.name());
    int lastCell = line.get(0).relations().cellCount() - 1;
    int depth = line.size() - 1;
    cut(table, new Block(depth, rows, rows + alone, lastCell), blocks);
    cut(table, new Block(depth, rows + alone, rows + alone + orphans, lastCell, 0), blocks);
    long[] all = Arrays.copyOf(families, blocks.size());
    for (int b = families.length; b < all.length; b++) {
      all[b] = blocks.get(b).end() - blocks.get(b).first();
    }
    return BlockSums.of(blocks, all);
  }

  /** Cuts rows into blocks that have about as many descendants each. */
  private void cut(TableProfile table, Block all, List<Block> blocks) {
    long rows = Math.max(1, Long.highestOneBit((long) (BLOCK_ROWS / tables.descent(table))));
    for (long first = all.first(); first < all.end(); first += rows) {
      long orphan = all.orphan() < 0 ? -1 : all.orphan() + first - all.first();
      long end = Math.min(all.end(), first + rows);
      blocks.add(new Block(all.depth(), first, end, all.cell(), orphan));
    }
  }

  private BlockCounts counts(String name) {
    BlockCounts found = counts.get(name);
    if (found != null) {
      return found;
    }
    if (!open.add(name)) {
      throw UserException.of(
          ErrorKind.PROFILE,
          "how many rows the tables " + open + " have depends on each other in a circle",
          "profile again with another leading parent for one of them");
    }
    LevelRequest request = new LevelRequest();
    for (Reference reference : tables.table(name).relations().references()) {
      if (reference.law() instanceof Popular) {
        request.counted.add(reference.name());
      }
    }
    List<FanOut> children = tables.children(name).stream().map(this::fanOut).toList();
    BlockCounts counted = BlockCounter.count(levels(tables.line(name), request, children));
    counts.put(name, counted);
    open.remove(name);
    return counted;
  }

  private FanOut fanOut(TableProfile child) {
    Reference leading = child.relations().leading().orElseThrow();
    ReferenceLaw.Family family = DatasetTables.family(child).orElseThrow();
    long most = Integer.MAX_VALUE;
    List<Reference> distinct = distinct(child);
    if (!distinct.isEmpty()) {
      double keys = 1;
      for (Reference reference : distinct) {
        keys *= rows(reference.parent());
      }
      most = (long) Math.min((double) most, keys);
    }
    for (var column : child.columns()) {
      if (column instanceof Enumerated && IndexedLaw.isOfPlaces(child, column)) {
        long places = IndexedLaw.of(child, column, seed).orElseThrow().capacity();
        most = Math.min(most, places);
      }
    }
    return new FanOut(
        child.name(),
        tables.table(leading.parent()).drawn().stream()
            .filter(column -> column.name().equals(family.fanOut()))
            .findFirst()
            .orElseThrow(),
        most);
  }

  /**
   * A line of tables, compiled.
   *
   * @param request what is asked of the last one's rows
   * @param last the numbers of children that are wanted of it
   */
  synchronized List<Level> levels(
      List<TableProfile> line, LevelRequest request, List<FanOut> last) {
    List<Level> levels = new ArrayList<>();
    LevelRequest asked = request;
    List<FanOut> fanOuts = last;
    for (int depth = line.size() - 1; depth >= 0; depth--) {
      TableProfile table = line.get(depth);
      LevelCompiler compiler = new LevelCompiler(this, table, depth, asked);
      Level level = compiler.compile(fanOuts);
      levels.add(0, level);
      asked = compiler.ofParent(level);
      fanOuts = List.of(fanOutOrNone(table)).stream().flatMap(Optional::stream).toList();
    }
    return levels;
  }

  /** The line of a table, compiled. */
  synchronized List<Level> levels(String table, LevelRequest request) {
    return levels(tables.line(table), request, List.of());
  }

  /**
   * How far the parents of neighbouring rows may lie apart: keys that do not follow from the
   * parent's number alone have to be read, block by block, as has what rows are given of it.
   */
  long window(TableProfile table, Reference reference) {
    TableProfile parent = tables.table(reference.parent());
    boolean near =
        reference.parentColumns().stream()
            .anyMatch(
                column ->
                    !KeyPath.of(profile, parent, parent.column(column), seed)
                        .index()
                        .equals(Carried.ROW));
    near |= FurtherColumn.isRead(table, reference, parent);
    return near ? BLOCK_ROWS : Long.MAX_VALUE;
  }

  /** What no two rows of a family have in common, references with few parents first. */
  synchronized List<Reference> distinct(TableProfile table) {
    return table.relations().references().stream()
        .filter(of -> of.law() instanceof Popular popular && popular.distinct())
        .sorted(Comparator.comparingLong(of -> rows(of.parent())))
        .toList();
  }

  private Optional<FanOut> fanOutOrNone(TableProfile table) {
    return table.relations().leading().map(reference -> fanOut(table));
  }
}

package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.DeclaredReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A table while its relations are decided and fitted. */
final class TableNode {
  /** The column that holds a row's cell, once its table has cells. */
  static final String CELL = "?cell";

  /** One task reads so many in a moment. */
  private static final long FEW_ROWS = 65_536;

  /** How a reference is kept. */
  enum Kind {
    FAMILY,
    POPULAR,
    LEVEL,
    INHERITED,
    IMPLIED,
    LISTED,
    DESCENDANT,
    ANCESTOR
  }

  private final DatasetTable table;
  private final Map<String, Kind> kinds = new TreeMap<>();
  private final Map<String, String> impliedBy = new TreeMap<>();
  private final Map<String, List<String>> inheritedFrom = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();

  /** Children are checked while their parents are: they see the rows before or after. */
  private volatile Dataset<Row> rows;

  private Optional<Dataset<Row>> wide = Optional.empty();
  private Optional<TableProfile> profile = Optional.empty();
  private List<GivenSource> given = List.of();
  private final Set<String> reproduced = new HashSet<>();
  private final Set<String> repaired = new HashSet<>();
  private Optional<RisingKey> rising = Optional.empty();
  private Optional<FoundClosure> closure = Optional.empty();
  private double familySize = 1;
  private List<Double> cells = List.of();
  private KeyFacts facts = KeyFacts.NONE;
  private Map<String, Map<String, Double>> similarity = Map.of();
  private final Map<String, Map<String, Double>> alike = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Double>> beyond = new ConcurrentHashMap<>();

  TableNode(DatasetTable table) {
    this.table = table;
    this.rows = table.rows();
  }

  DatasetTable table() {
    return table;
  }

  String name() {
    return table.name();
  }

  Dataset<Row> rows() {
    return rows;
  }

  void replaceRows(Dataset<Row> others) {
    rows = together(others);
  }

  /** Few rows in one partition, where no query needs a shuffle; others as they are. */
  private Dataset<Row> together(Dataset<Row> others) {
    return count() > 0 && count() <= FEW_ROWS ? others.coalesce(1) : others;
  }

  /** How many rows there are. */
  long count() {
    return facts.rows();
  }

  KeyFacts facts() {
    return facts;
  }

  void facts(KeyFacts counted) {
    facts = counted;
  }

  /** How alike the rows of a parent are in each column. All references take one scan, once. */
  Map<String, Double> similarity(DeclaredReference reference) {
    if (similarity.isEmpty()) {
      similarity = SiblingSimilarity.byReference(this);
    }
    return Objects.requireNonNull(similarity.get(reference.name(name())));
  }

  /**
   * How alike siblings are in some columns beyond what the rows of a further parent have in common.
   */
  Map<String, Double> similarityBeyond(DeclaredReference reference, Set<String> columns) {
    return beyond.computeIfAbsent(
        reference.name(name()), any -> SiblingSimilarity.beyond(this, reference, columns));
  }

  /** How alike the further parents of a leading parent's rows are in each of their columns. */
  Map<String, Double> alike(DeclaredReference reference, TableNode parent) {
    return alike.computeIfAbsent(
        reference.name(name()), name -> SiblingSimilarity.ofParents(this, reference, parent));
  }

  List<String> notes() {
    return notes;
  }

  void decide(DeclaredReference reference, Kind kind) {
    kinds.put(reference.name(name()), kind);
  }

  void decideImplied(DeclaredReference reference, DeclaredReference by) {
    decide(reference, Kind.IMPLIED);
    impliedBy.put(reference.name(name()), by.name(name()));
  }

  void decideInherited(DeclaredReference reference, List<String> of) {
    decide(reference, Kind.INHERITED);
    inheritedFrom.put(reference.name(name()), of);
  }

  /** Decides both references of a closure, whatever was decided before. */
  void decideClosure(FoundClosure found) {
    decide(found.descendant(), Kind.DESCENDANT);
    decide(found.ancestor(), Kind.ANCESTOR);
    closure = Optional.of(found);
    familySize = 1;
  }

  /** The closure that the table is, if it is one. */
  Optional<FoundClosure> closure() {
    return closure;
  }

  Optional<Kind> kind(DeclaredReference reference) {
    return Optional.ofNullable(kinds.get(reference.name(name())));
  }

  boolean is(DeclaredReference reference, Kind kind) {
    return kind(reference).filter(kind::equals).isPresent();
  }

  String impliedBy(DeclaredReference reference) {
    return Optional.ofNullable(impliedBy.get(reference.name(name()))).orElseThrow();
  }

  List<String> inheritedFrom(DeclaredReference reference) {
    return Optional.ofNullable(inheritedFrom.get(reference.name(name()))).orElseThrow();
  }

  List<DeclaredReference> references(Kind kind) {
    return table.references().stream().filter(reference -> is(reference, kind)).toList();
  }

  Optional<DeclaredReference> leading() {
    return references(Kind.FAMILY).stream().findFirst();
  }

  /** Whether the reference to the leading parent is part of the primary key. */
  boolean leadsInKey() {
    return leading().filter(of -> table.primaryKey().containsAll(of.columns())).isPresent();
  }

  /** Whether rows of the reference that name a parent that is not there are kept. */
  boolean reproduces(DeclaredReference reference) {
    return reproduced.contains(reference.name(name()));
  }

  void reproduce(DeclaredReference reference) {
    reproduced.add(reference.name(name()));
  }

  /** From now on, such rows are repaired. */
  void repairs(DeclaredReference reference) {
    reproduced.remove(reference.name(name()));
    repaired.add(reference.name(name()));
  }

  boolean isRepaired(DeclaredReference reference) {
    return repaired.contains(reference.name(name()));
  }

  /** What rises from sibling to sibling as part of the primary key. */
  Optional<RisingKey> rising() {
    return rising;
  }

  void rising(Optional<RisingKey> key) {
    rising = key;
  }

  double familySize() {
    return familySize;
  }

  void familySize(double mean) {
    familySize = mean;
  }

  /** The shares of the cells that the table's rows lie in; none for one cell. */
  List<Double> cells() {
    return cells;
  }

  void cells(List<Double> shares) {
    cells = List.copyOf(shares);
  }

  Dataset<Row> wide() {
    return wide.orElseThrow();
  }

  void wide(Dataset<Row> given) {
    wide = Optional.of(together(given));
  }

  List<GivenSource> given() {
    return given;
  }

  void given(List<GivenSource> known) {
    given = List.copyOf(known);
  }

  Optional<TableProfile> profile() {
    return profile;
  }

  void profile(TableProfile made) {
    profile = Optional.of(made);
  }
}

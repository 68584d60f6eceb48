package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.judge.RelationsSection.Relation;
import io.mirrorlake.evaluator.metric.Catalogue;
import io.mirrorlake.evaluator.metric.MetricGroup;
import io.mirrorlake.evaluator.relations.Families;
import io.mirrorlake.evaluator.relations.FanOuts;
import io.mirrorlake.evaluator.relations.RelationScores;
import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sequence.SequenceComparison;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The faults of tables that refer to each other, and of rows that follow each other. */
class RelationFaultTest {
  private static final int ACCOUNTS = 900;
  private static final int BROKEN = 20;
  private static final Set<MetricGroup> GROUPS =
      EnumSet.of(MetricGroup.RELATIONS, MetricGroup.SEQUENCES);

  /** The others are those of its district. */
  private static final Predicate<SampleColumn> IS_ACCOUNTS_OWN =
      column -> !column.name().equals("wealth");

  private static final Ledger REAL = fresh(1);
  private static final Ledger GOOD = fresh(3);

  private static Ledger fresh(long seed) {
    return Ledger.of(ACCOUNTS, seed, Ledger::manyOrFew);
  }

  private static Map<String, Ledger> faults() {
    Map<String, Ledger> faults = new LinkedHashMap<>();
    faults.put("broken keys", broken());
    faults.put("random parents", strangers());
    faults.put("even families", Ledger.of(ACCOUNTS, 3, random -> 5));
    faults.put("hot parents lost", withoutHotParents());
    faults.put("siblings mixed", mixedSiblings());
    faults.put("order lost", withoutOrder());
    faults.put("10 % noise", noisy());
    faults.put("mode collapse", collapsed());
    faults.put(FaultTable.NOTHING, fresh(99));
    return faults;
  }

  /** One booking in twenty refers to no account, and one account in twenty repeats a key. */
  private static Ledger broken() {
    int[] accountOf = GOOD.accountOf();
    for (int booking = 0; booking < accountOf.length; booking += BROKEN) {
      accountOf[booking] = -1;
    }
    int[] keys = GOOD.accountKeys();
    for (int account = BROKEN; account < keys.length; account += BROKEN) {
      keys[account] = keys[account - 1];
    }
    return GOOD.withAccountOf(accountOf).withAccountKeys(keys);
  }

  /** Every booking is that of a random account. */
  private static Ledger strangers() {
    return GOOD.withAccountOf(
        Draw.of(1, "random parents").resample(ACCOUNTS, GOOD.accountOf().length));
  }

  /** Accounts with more bookings than 95 in 100 accounts have are left out. */
  private static Ledger withoutHotParents() {
    int[] sizes = GOOD.families(IS_ACCOUNTS_OWN).sizes();
    int[] sorted = sizes.clone();
    Arrays.sort(sorted);
    int most = sorted[ACCOUNTS * 95 / 100];
    return GOOD.take(IntStream.range(0, ACCOUNTS).filter(a -> sizes[a] <= most).toArray());
  }

  /** Bookings change places among accounts of the same plan and wealth. */
  private static Ledger mixedSiblings() {
    CategoryColumn plan = (CategoryColumn) GOOD.accounts().column(1);
    NumberColumn wealth = (NumberColumn) GOOD.accounts().column(2);
    int[] accountOf = GOOD.accountOf();
    int[] moved =
        swapped(
            "siblings",
            booking -> List.of(plan.code(accountOf[booking]), wealth.value(accountOf[booking])));
    return GOOD.withAccountOf(Arrays.stream(moved).map(booking -> accountOf[booking]).toArray());
  }

  /** The days of an account's bookings change places. */
  private static Ledger withoutOrder() {
    NumberColumn days = (NumberColumn) GOOD.bookings().column(0);
    int[] accountOf = GOOD.accountOf();
    return GOOD.withBookings(
        TableFaults.with(
            GOOD.bookings(), days.take(swapped("order", booking -> accountOf[booking]))));
  }

  /** For each booking a random one of the same kind, each once. */
  private static int[] swapped(String what, IntFunction<Object> kind) {
    Draw draw = Draw.of(1, what);
    int[] moved = new int[GOOD.bookings().rows()];
    for (List<Integer> alike :
        IntStream.range(0, moved.length)
            .boxed()
            .collect(Collectors.groupingBy(kind::apply, LinkedHashMap::new, Collectors.toList()))
            .values()) {
      int[] order = draw.permutation(alike.size());
      for (int i = 0; i < order.length; i++) {
        moved[alike.get(i)] = alike.get(order[i]);
      }
    }
    return moved;
  }

  private static Ledger noisy() {
    return GOOD.withAccounts(TableFaults.noisy(GOOD.accounts()))
        .withBookings(TableFaults.noisy(GOOD.bookings()));
  }

  /** Half of the accounts, with their bookings, are copies of twenty others. */
  private static Ledger collapsed() {
    return GOOD.take(
        IntStream.range(0, ACCOUNTS)
            .map(i -> i < ACCOUNTS / 2 ? i : ACCOUNTS / 2 + i % 20)
            .toArray());
  }

  private static EvaluationReport judge(Ledger synthetic) {
    EvaluationOptions options = EvaluationOptions.defaults();
    Families real = REAL.families(IS_ACCOUNTS_OWN);
    Families made = synthetic.families(IS_ACCOUNTS_OWN);
    FanOuts realFanOuts = FanOuts.ofCounts(sizes(real));
    FanOuts madeFanOuts = FanOuts.ofCounts(sizes(made));
    Relation relation =
        new Relation(
            "booking -> account",
            realFanOuts,
            madeFanOuts,
            RelationScores.of(
                new RelationScores.Evidence(realFanOuts, madeFanOuts, real, made), options.seed()),
            RelationScores.association(
                REAL.families(IS_ACCOUNTS_OWN.negate()),
                synthetic.families(IS_ACCOUNTS_OWN.negate()),
                options.seed()));
    return DatasetJudge.judge(
        new DatasetJudge.Findings(
            List.of(),
            synthetic.audits(),
            List.of(relation),
            SequenceComparison.ofHalves(
                    "bookings by account", REAL.events(), synthetic.events(), options.seed())
                .stream()
                .toList(),
            List.of(),
            List.of()),
        options);
  }

  private static long[] sizes(Families families) {
    return Arrays.stream(families.sizes()).asLongStream().toArray();
  }

  @Test
  void everyMarkOfTheDocumentHolds() throws IOException {
    FaultTable.of(
            "faults of relations",
            Catalogue.all().stream().filter(one -> GROUPS.contains(one.group())).toList(),
            IntStream.range(0, FaultTable.FRESH).mapToObj(i -> fresh(10 + i)).toList(),
            faults(),
            RelationFaultTest::judge)
        .verify(Set.of());
  }
}

package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.relations.Families;
import io.mirrorlake.evaluator.relations.KeyAudit;
import io.mirrorlake.evaluator.sample.Measure;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.Tables;
import io.mirrorlake.evaluator.sequence.EventTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Accounts of districts, and their bookings: a made-up dataset with keys. An account has a plan and
 * a limit, its district a wealth. Most have a few bookings, some none, some very many. Amounts grow
 * with plan and wealth, are alike in an account, and drift with time; kinds follow each other and
 * begin with an opening; accounts differ in how often they book.
 */
final class Ledger {
  private static final int DISTRICTS = 20;
  private static final int KINDS = 4;
  private static final int OPENING = 3;

  private final SampleTable accounts;
  private final int[] accountKeys;
  private final SampleTable bookings;
  private final int[] accountOf;

  private Ledger(SampleTable accounts, int[] accountKeys, SampleTable bookings, int[] accountOf) {
    this.accounts = accounts;
    this.accountKeys = accountKeys;
    this.bookings = bookings;
    this.accountOf = accountOf;
  }

  /** The accounts' columns, after which that of their districts. */
  SampleTable accounts() {
    return accounts;
  }

  /** The accounts' primary key; that of a fresh ledger is the row. */
  int[] accountKeys() {
    return accountKeys.clone();
  }

  /** The bookings' columns. */
  SampleTable bookings() {
    return bookings;
  }

  /** For each booking the key it refers to. */
  int[] accountOf() {
    return accountOf.clone();
  }

  /** How many bookings an account has: none for one in ten, else of a heavy tail. */
  static int manyOrFew(SplittableRandom random) {
    return random.nextDouble() < 0.1 ? 0 : (int) Math.exp(1.3 + 0.6 * random.nextGaussian()) + 1;
  }

  /** Fresh accounts of one population, with a number of bookings that {@code size} draws. */
  static Ledger of(int accounts, long seed, ToIntFunction<SplittableRandom> size) {
    return new Writing(accounts, new SplittableRandom(seed), size).ledger();
  }

  /** A ledger that is being written, account by account. */
  private static final class Writing {
    private final SplittableRandom random;
    private final double[] limit;
    private final int[] plan;
    private final double[] wealth;
    private final List<double[]> bookings = new ArrayList<>();

    Writing(int accounts, SplittableRandom random, ToIntFunction<SplittableRandom> size) {
      this.random = random;
      this.limit = new double[accounts];
      this.plan = new int[accounts];
      this.wealth = new double[accounts];
      for (int a = 0; a < accounts; a++) {
        plan[a] = random.nextDouble() < 0.3 ? 1 : 0;
        limit[a] = 20 + 10 * plan[a] + 5 * random.nextGaussian();
        wealth[a] = 7 * random.nextInt(DISTRICTS) % DISTRICTS;
        book(a, size.applyAsInt(random));
      }
    }

    private void book(int account, int size) {
      double own = 1.2 * random.nextGaussian();
      double pace = Math.exp(random.nextGaussian());
      double day = 100 * random.nextDouble();
      double drift = random.nextGaussian();
      int kind = OPENING;
      for (int i = 0; i < size; i++) {
        double amount = 3 * plan[account] + wealth[account] / 4 + own + 1.5 * drift;
        bookings.add(new double[] {account, day, amount, kind});
        day -= pace * Math.log(1 - random.nextDouble());
        drift = 0.8 * drift + 0.6 * random.nextGaussian();
        kind = random.nextDouble() < 0.7 ? (kind + 1) % OPENING : random.nextInt(OPENING);
      }
    }

    private double[] column(int place) {
      return bookings.stream().mapToDouble(booking -> booking[place]).toArray();
    }

    private int[] labels(int place) {
      return bookings.stream().mapToInt(booking -> (int) booking[place]).toArray();
    }

    Ledger ledger() {
      return new Ledger(
          SampleTable.of(
              Tables.numbers("limit", limit),
              Tables.categories("plan", 2, plan),
              Tables.numbers("wealth", wealth)),
          IntStream.range(0, limit.length).toArray(),
          SampleTable.of(
              NumberColumn.of("day", Measure.DATE, column(1)),
              Tables.numbers("amount", column(2)),
              Tables.categories("kind", KINDS, labels(3))),
          labels(0));
    }
  }

  Ledger withAccountKeys(int[] keys) {
    return new Ledger(accounts, keys, bookings, accountOf);
  }

  Ledger withAccountOf(int[] keys) {
    return new Ledger(accounts, accountKeys, bookings, keys);
  }

  Ledger withBookings(SampleTable rows) {
    return new Ledger(accounts, accountKeys, rows, accountOf);
  }

  Ledger withAccounts(SampleTable rows) {
    return new Ledger(rows, accountKeys, bookings, accountOf);
  }

  /** These accounts, with copies of their bookings and new keys. */
  Ledger take(int[] chosen) {
    Map<Integer, List<Integer>> byAccount = new HashMap<>();
    for (int b = 0; b < accountOf.length; b++) {
      byAccount.computeIfAbsent(accountOf[b], key -> new ArrayList<>()).add(b);
    }
    List<int[]> taken = new ArrayList<>();
    for (int i = 0; i < chosen.length; i++) {
      int account = i;
      byAccount
          .getOrDefault(accountKeys[chosen[i]], List.of())
          .forEach(booking -> taken.add(new int[] {booking, account}));
    }
    return new Ledger(
        accounts.take(chosen),
        IntStream.range(0, chosen.length).toArray(),
        bookings.take(taken.stream().mapToInt(one -> one[0]).toArray()),
        taken.stream().mapToInt(one -> one[1]).toArray());
  }

  /**
   * The bookings that refer to an account that is there, by account.
   *
   * @param ofAccounts which of the accounts' columns
   */
  Families families(Predicate<SampleColumn> ofAccounts) {
    Map<Integer, Integer> place = places();
    int[] kept = kept(place);
    return Families.of(
        accounts.select(ofAccounts),
        bookings.take(kept),
        Arrays.stream(kept).map(booking -> account(place, booking)).toArray());
  }

  private int[] kept(Map<Integer, Integer> place) {
    return IntStream.range(0, accountOf.length)
        .filter(booking -> place.containsKey(accountOf[booking]))
        .toArray();
  }

  private int account(Map<Integer, Integer> place, int booking) {
    return Objects.requireNonNull(place.get(accountOf[booking]));
  }

  /** The same bookings as events of their accounts. */
  EventTable events() {
    Families families = families(column -> true);
    int[] entityOf = new int[families.children().rows()];
    Arrays.setAll(entityOf, families::parentOf);
    return EventTable.of(families.children(), "day", entityOf);
  }

  /** What a count of the keys finds; {@code DatasetEvaluationTest} has the count of real tables. */
  List<KeyAudit> audits() {
    Set<Integer> keys = new HashSet<>();
    long repeated = Arrays.stream(accountKeys).filter(key -> !keys.add(key)).count();
    long lost = Arrays.stream(accountOf).filter(key -> !keys.contains(key)).count();
    return List.of(
        new KeyAudit("account(id)", KeyAudit.Kind.PRIMARY, accountKeys.length, 0, repeated),
        new KeyAudit("booking -> account", KeyAudit.Kind.FOREIGN, accountOf.length, 0, lost));
  }

  /** The row of each account; of those that share a key, the first. */
  private Map<Integer, Integer> places() {
    Map<Integer, Integer> place = new HashMap<>();
    for (int a = 0; a < accountKeys.length; a++) {
      place.putIfAbsent(accountKeys[a], a);
    }
    return place;
  }
}

package io.mirrorlake.profiler.relation.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A name as words in the singular: {@code OrderDetails}, {@code order_details} and {@code
 * ORDER-DETAIL} are the same.
 *
 * @param words the words, in lower case
 */
record NameWords(List<String> words) {
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "(?<=[\\p{Ll}0-9])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|[^\\p{L}\\p{N}]+");

  /** Words that say that a column identifies something. */
  private static final Set<String> KEYS =
      Set.of("id", "key", "code", "no", "nr", "num", "number", "uuid", "guid", "pk", "fk", "sk");

  /** Words that tell rows of one parent apart. */
  private static final Set<String> ORDINALS =
      Set.of(
          "line",
          "seq",
          "sequence",
          "index",
          "position",
          "pos",
          "ordinal",
          "item",
          "step",
          "stop",
          "lap",
          "round",
          "version",
          "year",
          "month",
          "week",
          "quarter",
          "day",
          "hour",
          "minute",
          "date",
          "period",
          "rank");

  /** Words of a row's superior in the same table. */
  private static final Set<String> SUPERIORS =
      Set.of(
          "parent",
          "manager",
          "supervisor",
          "boss",
          "superior",
          "report",
          "mother",
          "father",
          "predecessor",
          "previous",
          "reply",
          "root",
          "chief",
          "leader",
          "head");

  /** Words for a person, in some role. */
  private static final Set<String> PERSONS =
      Set.of(
          "person",
          "people",
          "man",
          "men",
          "woman",
          "women",
          "child",
          "children",
          "individual",
          "user",
          "customer",
          "client",
          "consumer",
          "buyer",
          "shopper",
          "guest",
          "visitor",
          "member",
          "subscriber",
          "contact",
          "patient",
          "subject",
          "participant",
          "respondent",
          "student",
          "pupil",
          "teacher",
          "lecturer",
          "professor",
          "instructor",
          "employee",
          "worker",
          "staff",
          "salesperson",
          "driver",
          "passenger",
          "player",
          "applicant",
          "candidate",
          "borrower",
          "debtor",
          "policyholder",
          "insured",
          "tenant",
          "resident",
          "citizen",
          "voter",
          "donor",
          "physician",
          "doctor",
          "nurse",
          "household");

  /** Words for what a table has of something. */
  private static final Set<String> PARTS =
      Set.of(
          "dim",
          "dimension",
          "master",
          "detail",
          "data",
          "info",
          "account",
          "profile",
          "record",
          "list",
          "table",
          "history",
          "raw",
          "current");

  NameWords {
    words = List.copyOf(words);
  }

  static NameWords of(String name) {
    List<String> words = new ArrayList<>();
    BOUNDARY
        .splitAsStream(name)
        .filter(word -> !word.isEmpty())
        .forEach(word -> words.addAll(parts(word.toLowerCase(Locale.ROOT))));
    return new NameWords(words);
  }

  /** A word in the singular; {@code customerid} is two. */
  private static List<String> parts(String word) {
    for (String key : List.of("id", "key", "code")) {
      // Words such as 'paid' and 'monkey' are rarer in data models than 'custid'.
      if (word.endsWith(key) && word.length() >= key.length() + 4) {
        return List.of(singular(word.substring(0, word.length() - key.length())), key);
      }
    }
    return List.of(singular(word));
  }

  private static String singular(String word) {
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
    return plural && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** Without the words at the end that say that it is a key. */
  NameWords stem() {
    int end = words.size();
    while (end > 0 && KEYS.contains(words.get(end - 1))) {
      end--;
    }
    return new NameWords(words.subList(0, end));
  }

  /** Whether it ends with a word that says that it identifies something. */
  boolean isKey() {
    return !words.isEmpty() && KEYS.contains(words.get(words.size() - 1));
  }

  /** Whether a word says that it counts the rows of a parent, or is one of its dates. */
  boolean isOrdinal() {
    return words.stream().anyMatch(ORDINALS::contains) || (isKey() && words.size() == 1);
  }

  boolean isSuperior() {
    return words.stream().anyMatch(SUPERIORS::contains);
  }

  /**
   * Whether the last word that says something is one for a person: {@code dim_customer} and {@code
   * customer_dim}, not {@code user_role}.
   */
  boolean isPerson() {
    int end = words.size();
    while (end > 0 && (PARTS.contains(words.get(end - 1)) || isNumber(words.get(end - 1)))) {
      end--;
    }
    return end > 0 && PERSONS.contains(words.get(end - 1));
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(Character::isDigit);
  }

  boolean endsWith(NameWords other) {
    int start = words.size() - other.words.size();
    return !other.isEmpty() && start >= 0 && words.subList(start, words.size()).equals(other.words);
  }

  /** Whether all words of the other are in it. */
  boolean contains(NameWords other) {
    return !other.isEmpty() && words.containsAll(other.words);
  }

  /** The words without spaces. */
  String joined() {
    return String.join("", words);
  }
}

package io.mirrorlake.profiler.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The notation of constraints: words between blanks.
 *
 * <pre>
 * start &lt;= end            start &lt; end            end &gt;= start
 * total = net + tax - rebate                    end = start + minutes * 60000000
 * fahrenheit * 5 = celsius * 9 + 160            off = - on + 100
 * amount = price * pieces  label = name
 * city -&gt; state            code &lt;-&gt; label
 * left null when right null                     left null exactly when right null
 * one of red green blue    combination of make model
 * currency constant        number in constant steps
 * cost in steps of 0.01 sales                   total in steps of price
 * paid = billed in part
 * </pre>
 *
 * <p>A column whose name has blanks, or is a word of the notation, stands between backquotes; a
 * backquote in it is doubled.
 */
public final class ConstraintNotation {
  private static final Pattern TOKEN = Pattern.compile("`(?:[^`]|``)+`|[^\\s`]+");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private static final Pattern STEP = Pattern.compile("0\\.0{0,3}1");

  private static final Set<String> WORDS =
      Set.of(
          "=",
          "<",
          "<=",
          ">",
          ">=",
          "->",
          "<->",
          "+",
          "-",
          "*",
          "null",
          "when",
          "exactly",
          "one",
          "of",
          "combination",
          "constant",
          "in",
          "steps");

  private final String text;
  private final List<String> tokens;

  private ConstraintNotation(String text) {
    this.text = text;
    this.tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.find()) {
      if (!text.substring(end, matcher.start()).isBlank()) {
        throw unreadable("a backquote has no partner");
      }
      tokens.add(matcher.group());
      end = matcher.end();
    }
    if (!text.substring(end).isBlank()) {
      throw unreadable("a backquote has no partner");
    }
  }

  /** The column's name as it is written in a constraint. */
  public static String name(String column) {
    boolean plain =
        column.matches("[^\\s`]+") && !WORDS.contains(column) && !NUMBER.matcher(column).matches();
    return plain ? column : "`" + column.replace("`", "``") + "`";
  }

  /** Whether the text is one column's name and nothing else. */
  public static boolean isName(String text) {
    List<String> tokens = new ConstraintNotation(text).tokens;
    return tokens.size() == 1 && !WORDS.contains(tokens.get(0));
  }

  /** The column whose name the text is. */
  public static String nameIn(String text) {
    return new ConstraintNotation(text).column(0);
  }

  /**
   * The constraint that the text states.
   *
   * @throws IllegalArgumentException where it states none; the message says why
   */
  public static Constraint parse(String text) {
    return new ConstraintNotation(text).constraint();
  }

  private Constraint constraint() {
    if (is(0, "one") && is(1, "of")) {
      return new Constraint.OneHot(names(2));
    }
    if (is(0, "combination") && is(1, "of")) {
      return new Constraint.Combination(names(2));
    }
    if (tokens.size() < 2) {
      throw unreadable("it relates no columns");
    }
    String first = column(0);
    return switch (tokens.get(1)) {
      case "<=", "<" -> pair(new Constraint.Order(first, column(2), is(1, "<")));
      case ">=", ">" -> pair(new Constraint.Order(column(2), first, is(1, ">")));
      case "->" -> pair(new Constraint.Determines(first, column(2)));
      case "<->" -> pair(new Constraint.OneToOne(first, column(2)));
      case "=" -> equation(first);
      case "*" -> scaled(first);
      case "null" -> nulls(first);
      case "constant" -> whole(new Constraint.Constant(first), 2);
      case "in" -> steps(first);
      default -> throw unreadable("'" + tokens.get(1) + "' is not a word of the notation");
    };
  }

  private Constraint steps(String first) {
    if (is(2, "constant")) {
      return words(new Constraint.Steps(first), 2, "constant", "steps");
    }
    require(2, "steps", "of");
    boolean plain = tokens.size() <= 5;
    String of = column(plain ? 4 : 5);
    return whole(new Constraint.Multiple(first, plain ? 0 : decimals(4), of), plain ? 5 : 6);
  }

  /** How many decimals a step of 0.1, 0.01 and so on has. */
  private int decimals(int i) {
    if (!STEP.matcher(tokens.get(i)).matches()) {
      throw unreadable(
          "'" + tokens.get(i) + "' is no step: 0.1, 0.01, 0.001 or 0.0001 is expected");
    }
    return tokens.get(i).length() - 2;
  }

  private Constraint nulls(String first) {
    if (is(2, "when")) {
      return words(new Constraint.NullWhen(first, column(3)), 4, "null");
    }
    Constraint together = new Constraint.NullTogether(first, column(4));
    require(2, "exactly", "when");
    return words(together, 5, "null");
  }

  private Constraint equation(String total) {
    if (tokens.size() == 3) {
      return new Constraint.Equal(total, column(2));
    }
    if (is(3, "in")) {
      return words(new Constraint.EqualInPart(total, column(2)), 3, "in", "part");
    }
    if (tokens.size() == 5 && is(3, "*") && !NUMBER.matcher(tokens.get(4)).matches()) {
      return new Constraint.Product(total, column(2), column(4));
    }
    return sum(total, 1, 2);
  }

  private Constraint scaled(String total) {
    long divisor = number(2);
    require(3, "=");
    if (divisor == 0) {
      throw unreadable("nothing can be divided by 0");
    }
    return sum(total, divisor, 4);
  }

  /** A sum whose terms begin at a word; a number among them is the constant. */
  private Constraint sum(String total, long divisor, int from) {
    List<Term> terms = new ArrayList<>();
    long constant = 0;
    int i = from;
    long sign = 1;
    if (is(i, "-")) {
      sign = -1;
      i++;
    }
    while (true) {
      if (isNumber(i)) {
        constant += sign * number(i++);
      } else {
        String column = column(i++);
        long factor = 1;
        if (is(i, "*")) {
          factor = number(i + 1);
          i += 2;
        }
        terms.add(new Term(column, sign * factor));
      }
      if (i >= tokens.size()) {
        if (terms.isEmpty()) {
          throw unreadable("it relates no columns");
        }
        return new Constraint.Sum(total, divisor, terms, constant);
      }
      if (!is(i, "+") && !is(i, "-")) {
        throw unreadable("'" + tokens.get(i) + "' stands where '+' or '-' is expected");
      }
      sign = is(i, "-") ? -1 : 1;
      i++;
    }
  }

  private boolean isNumber(int i) {
    return i < tokens.size() && NUMBER.matcher(tokens.get(i)).matches();
  }

  private long number(int i) {
    if (!isNumber(i)) {
      throw unreadable("a whole number is expected after '*'");
    }
    return Long.parseLong(tokens.get(i));
  }

  private Constraint pair(Constraint constraint) {
    return whole(constraint, 3);
  }

  private Constraint whole(Constraint constraint, int size) {
    if (tokens.size() > size) {
      throw unreadable("'" + tokens.get(size) + "' is one word too many");
    }
    return constraint;
  }

  private Constraint words(Constraint constraint, int from, String... words) {
    require(from, words);
    return whole(constraint, from + words.length);
  }

  private void require(int from, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!is(from + i, words[i])) {
        throw unreadable("'" + words[i] + "' is missing");
      }
    }
  }

  private boolean is(int i, String word) {
    return i < tokens.size() && tokens.get(i).equals(word);
  }

  private List<String> names(int from) {
    List<String> names = new ArrayList<>();
    for (int i = from; i < tokens.size(); i++) {
      names.add(column(i));
    }
    return names;
  }

  private String column(int i) {
    if (i >= tokens.size()) {
      throw unreadable("a column is missing at its end");
    }
    String token = tokens.get(i);
    if (token.startsWith("`")) {
      return token.substring(1, token.length() - 1).replace("``", "`");
    }
    if (WORDS.contains(token)) {
      throw unreadable("'" + token + "' stands where a column is expected");
    }
    return token;
  }

  private IllegalArgumentException unreadable(String reason) {
    return new IllegalArgumentException("'" + text + "' is no constraint: " + reason);
  }
}

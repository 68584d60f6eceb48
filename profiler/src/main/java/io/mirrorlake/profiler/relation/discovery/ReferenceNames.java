package io.mirrorlake.profiler.relation.discovery;

/**
 * How strongly names say that a column refers to a key. Numbers that count from 1 are contained in
 * each other whatever they mean, so values alone prove nothing for them.
 */
enum ReferenceNames {
  /** Nothing in the names. */
  NONE,
  /** Nothing but a word for keys, which many tables have: {@code id}. */
  BARE,
  /** Words that begin alike: {@code ShipVia} and {@code Shippers}. */
  AKIN,
  /** The parent's name, or a word for a superior: {@code status}, {@code reports_to}. */
  NAMED,
  /** The parent's key with words before: {@code billing_customer_id}. */
  QUALIFIED,
  /** The same name, or the parent's name with its key: {@code customer_id}. */
  SAME;

  /** Shorter beginnings are alike by chance. */
  private static final int COMMON_LETTERS = 4;

  static ReferenceNames of(String column, String parent, String parentColumn, boolean sameTable) {
    NameWords child = NameWords.of(column);
    NameWords table = NameWords.of(parent);
    NameWords key = NameWords.of(parentColumn);
    boolean specific = !key.stem().isEmpty();
    if (!sameTable && specific && child.equals(key)) {
      return SAME;
    }
    if (!sameTable && child.isKey() && child.stem().equals(table)) {
      return SAME;
    }
    if (child.words().size() > key.words().size() && specific && child.endsWith(key)) {
      return QUALIFIED;
    }
    if (child.isKey() && !sameTable && child.stem().endsWith(table)) {
      return QUALIFIED;
    }
    if (sameTable ? child.isSuperior() : child.equals(table) || child.endsWith(table)) {
      return NAMED;
    }
    if (!sameTable && beginAlike(child, table)) {
      return AKIN;
    }
    return !sameTable && child.isKey() && child.equals(key) ? BARE : NONE;
  }

  private static boolean beginAlike(NameWords child, NameWords table) {
    String first = child.joined();
    String second = table.joined();
    int common = 0;
    while (common < Math.min(first.length(), second.length())
        && first.charAt(common) == second.charAt(common)) {
      common++;
    }
    return common >= COMMON_LETTERS;
  }
}

package io.mirrorlake.profiler.marginal;

import java.util.Arrays;

/**
 * The check digits of identifiers. They are computed over the digits and capital letters of a text;
 * what separates groups of them plays no part.
 */
public enum CheckDigit {
  /** None. */
  NONE {
    @Override
    boolean holds(int[] values) {
      return true;
    }

    @Override
    void complete(int[] values) {
      // Nothing to compute.
    }
  },

  /**
   * International bank accounts: ISO 7064 mod 97-10 over the text with its first four characters
   * moved to the end; characters 3 and 4 are the check digits (ISO 13616).
   */
  IBAN {
    @Override
    boolean holds(int[] values) {
      return values.length >= IBAN_LEAST
          && values[0] > NINE
          && values[1] > NINE
          && values[2] <= NINE
          && values[3] <= NINE
          && remainder(values, IBAN_HEAD) == 1;
    }

    @Override
    void complete(int[] values) {
      if (values.length > IBAN_HEAD) {
        values[2] = 0;
        values[3] = 0;
        setPair(values, 2, 98 - remainder(values, IBAN_HEAD));
      }
    }
  },

  /** Luhn's formula, mod 10: payment cards, IMEI (ISO/IEC 7812-1). */
  LUHN {
    @Override
    boolean holds(int[] values) {
      return areDigits(values, 0) && luhn(values) % TEN == 0;
    }

    @Override
    void complete(int[] values) {
      setLast(values, 0);
      setLast(values, (TEN - luhn(values) % TEN) % TEN);
    }
  },

  /** Mod 10 with weights 3 and 1 from the right: EAN, UPC, ISBN-13 (GS1). */
  EAN {
    @Override
    boolean holds(int[] values) {
      return areDigits(values, 0) && weighted(values) % TEN == 0;
    }

    @Override
    void complete(int[] values) {
      setLast(values, 0);
      setLast(values, (TEN - weighted(values) % TEN) % TEN);
    }
  },

  /** Mod 11 with weights 1, 2, 3, ... from the right, 10 written X: ISBN-10, ISSN (ISO 2108). */
  MOD11 {
    @Override
    boolean holds(int[] values) {
      int last = values[values.length - 1];
      return areDigits(values, 1) && (last <= NINE || last == X) && eleven(values) % ELEVEN == 0;
    }

    @Override
    void complete(int[] values) {
      setLast(values, 0);
      int check = (ELEVEN - eleven(values) % ELEVEN) % ELEVEN;
      setLast(values, check == TEN ? X : check);
    }
  },

  /** ISO 7064 mod 97-10, the last two digits: LEI, creditor references. */
  MOD97 {
    @Override
    boolean holds(int[] values) {
      return values.length > 2 && remainder(values, 0) == 1;
    }

    @Override
    void complete(int[] values) {
      if (values.length > 2) {
        setPair(values, values.length - 2, 0);
        setPair(values, values.length - 2, 98 - remainder(values, 0));
      }
    }
  };

  private static final int NINE = 9;
  private static final int TEN = 10;
  private static final int ELEVEN = 11;
  private static final int MODULUS = 97;

  /** The value of the letter X where A is 10. */
  private static final int X = 33;

  /** Country and check digits. */
  private static final int IBAN_HEAD = 4;

  /** Norway's is the shortest. */
  private static final int IBAN_LEAST = 15;

  abstract boolean holds(int[] values);

  abstract void complete(int[] values);

  /** Whether a text's check digits are right; a text of fewer than two characters has none. */
  public boolean holds(String text) {
    int[] values = values(text.toCharArray(), text.length());
    return this == NONE || (values.length > 1 && holds(values));
  }

  /** Corrects the check digits of the text in the first {@code length} characters. */
  public void complete(char[] text, int length) {
    if (this == NONE) {
      return;
    }
    int[] values = values(text, length);
    if (values.length < 2) {
      return;
    }
    complete(values);
    int next = 0;
    for (int i = 0; i < length; i++) {
      if (value(text[i]) >= 0) {
        text[i] = character(values[next++]);
      }
    }
  }

  private static int[] values(char[] text, int length) {
    int[] values = new int[length];
    int count = 0;
    for (int i = 0; i < length; i++) {
      int value = value(text[i]);
      if (value >= 0) {
        values[count++] = value;
      }
    }
    return Arrays.copyOf(values, count);
  }

  /** Digits are themselves, A is 10, Z is 35; -1 for anything else. */
  private static int value(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'Z' ? c - 'A' + TEN : -1;
  }

  private static char character(int value) {
    return (char) (value <= NINE ? '0' + value : 'A' + value - TEN);
  }

  private static boolean areDigits(int[] values, int butLast) {
    for (int i = 0; i < values.length - butLast; i++) {
      if (values[i] > NINE) {
        return false;
      }
    }
    return true;
  }

  private static void setLast(int[] values, int value) {
    values[values.length - 1] = value;
  }

  private static void setPair(int[] values, int at, int number) {
    values[at] = number / TEN;
    values[at + 1] = number % TEN;
  }

  /** Every second digit from the right is doubled, and 9 subtracted from what is above 9. */
  private static int luhn(int[] values) {
    int sum = 0;
    for (int i = 0; i < values.length; i++) {
      int digit = values[values.length - 1 - i];
      int weighted = i % 2 == 0 ? digit : 2 * digit;
      sum += weighted > NINE ? weighted - NINE : weighted;
    }
    return sum;
  }

  private static int weighted(int[] values) {
    int sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += (i % 2 == 0 ? 1 : 3) * values[values.length - 1 - i];
    }
    return sum;
  }

  private static int eleven(int[] values) {
    int sum = 0;
    for (int i = 0; i < values.length; i++) {
      int value = values[values.length - 1 - i];
      sum += (i + 1) * (value == X ? TEN : value);
    }
    return sum;
  }

  /** The number that the values make from {@code head} on, and then those before it; modulo 97. */
  private static int remainder(int[] values, int head) {
    int remainder = 0;
    for (int i = 0; i < values.length; i++) {
      remainder = append(remainder, values[(i + head) % values.length]);
    }
    return remainder;
  }

  private static int append(int remainder, int value) {
    return (remainder * (value > NINE ? TEN * TEN : TEN) + value) % MODULUS;
  }
}

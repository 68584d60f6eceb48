package io.mirrorlake.synthesizer.dataset;

import java.util.List;

/** The code of a whole number: the last of the rising starts that it has reached. Immutable. */
final class CodeStarts {
  private final byte[] codes;

  private CodeStarts(byte[] codes) {
    this.codes = codes;
  }

  static CodeStarts of(List<Integer> starts) {
    int last = starts.get(starts.size() - 1);
    byte[] codes = new byte[last + 1];
    int code = 0;
    for (int number = 0; number <= last; number++) {
      while (code + 1 < starts.size() && starts.get(code + 1) <= number) {
        code++;
      }
      codes[number] = (byte) code;
    }
    return new CodeStarts(codes);
  }

  byte of(int number) {
    return codes[Math.min(number, codes.length - 1)];
  }
}

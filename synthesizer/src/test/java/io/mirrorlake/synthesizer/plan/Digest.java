package io.mirrorlake.synthesizer.plan;

import io.mirrorlake.synthesizer.column.Booleans;
import io.mirrorlake.synthesizer.column.Bytes;
import io.mirrorlake.synthesizer.column.Doubles;
import io.mirrorlake.synthesizer.column.Floats;
import io.mirrorlake.synthesizer.column.Ints;
import io.mirrorlake.synthesizer.column.Longs;
import io.mirrorlake.synthesizer.column.Shorts;
import io.mirrorlake.synthesizer.column.Texts;
import io.mirrorlake.synthesizer.column.Values;
import io.mirrorlake.synthesizer.column.WideDecimals;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Generated rows as texts, and the SHA-256 of them. */
public final class Digest {
  private Digest() {}

  /** The values of rows [first, end), row by row, as exact texts; blocks of the given size. */
  static List<String> rows(GenerationPlan plan, long first, long end, int blockRows) {
    BlockSampler sampler = plan.sampler();
    List<String> rows = new ArrayList<>();
    for (long row = first; row < end; row += blockRows) {
      int count = (int) Math.min(blockRows, end - row);
      sampler.sample(row, count);
      for (int i = 0; i < count; i++) {
        rows.add(row(sampler, plan.columns().size(), i));
      }
    }
    return rows;
  }

  /** A row of the block sampled last. */
  public static String row(BlockSampler sampler, int columns, int row) {
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < columns; column++) {
      Values values = sampler.values(column);
      text.append(values.isNull(row) ? "null" : text(values, row)).append('|');
    }
    return text.toString();
  }

  private static String text(Values values, int row) {
    if (values instanceof Texts texts) {
      int code = texts.codes()[row];
      return code == Texts.MADE
          ? new String(texts.bytes(), texts.start(row), texts.length(row), StandardCharsets.UTF_8)
          : new String(texts.dictionary()[code], StandardCharsets.UTF_8);
    }
    if (values instanceof Doubles doubles) {
      return Double.toHexString(doubles.array()[row]);
    }
    if (values instanceof Floats floats) {
      return Float.toHexString(floats.array()[row]);
    }
    if (values instanceof Booleans booleans) {
      return Boolean.toString(booleans.array()[row]);
    }
    return whole(values, row);
  }

  private static String whole(Values values, int row) {
    if (values instanceof Bytes bytes) {
      return Byte.toString(bytes.array()[row]);
    }
    if (values instanceof Shorts shorts) {
      return Short.toString(shorts.array()[row]);
    }
    if (values instanceof Ints ints) {
      return Integer.toString(ints.array()[row]);
    }
    return values instanceof Longs longs
        ? Long.toString(longs.array()[row])
        : ((WideDecimals) values).array()[row].toString();
  }

  /** The SHA-256 of rows, in hexadecimal. */
  public static String sha256(List<String> rows) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      rows.forEach(row -> digest.update((row + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

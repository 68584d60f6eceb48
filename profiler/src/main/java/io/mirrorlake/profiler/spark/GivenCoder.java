package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.fit.BytesText;
import io.mirrorlake.profiler.fit.SegmentCoder;
import io.mirrorlake.profiler.key.KeyDigit;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.spark.GivenSource.How;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The code of something given, from a row of the wide query.
 *
 * @param column what it is in the copula
 * @param position where the row has its value
 * @param presence where the row has a null if there is nothing given, negative for nowhere
 * @param coding how a value becomes a code
 * @param nulls the code of nulls
 * @param isOrdered whether neighbouring codes are alike
 */
record GivenCoder(
    GivenColumn column, int position, int presence, Coding coding, int nulls, boolean isOrdered)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A question halves the codes at best; more than this many only cost time. */
  static final int MAX_GROUPS = 48;

  /** More values of a part of a key share codes. */
  private static final int MAX_DIGITS = 192;

  /** Positions beyond are alike. */
  private static final int MAX_POSITION = 192;

  /** The coder of what has a marginal. */
  static GivenCoder of(GivenSource source, Marginal marginal, int position, int presence) {
    if (source.how() instanceof How.Passed passed) {
      return passed(source, passed.toParent(), marginal, position, presence);
    }
    List<Integer> starts = starts(marginal.edges());
    boolean nullable = marginal.nullProbability() > 0;
    if (nullable) {
      starts.add(marginal.segmentCount());
    }
    return new GivenCoder(
        source.given(starts),
        position,
        presence,
        Coding.of(marginal, source.type().kind(), starts),
        nullable ? starts.size() - 1 : 0,
        isOrdered(marginal));
  }

  /** The coder of what is given to the parent too: the parent's codes are its segments. */
  private static GivenCoder passed(
      GivenSource source, GivenColumn of, Marginal marginal, int position, int presence) {
    List<Integer> codes = IntStream.range(0, of.codes()).boxed().toList();
    boolean nullable = marginal.nullProbability() > 0;
    return new GivenCoder(
        source.given(codes),
        position,
        presence,
        Coding.of(marginal, source.type().kind(), of.starts()),
        nullable ? of.starts().size() - 1 : of.codes() - 1,
        isOrdered(marginal));
  }

  /** The coder of positions. */
  static GivenCoder ofPosition(GivenSource source, int position) {
    List<Integer> starts = new ArrayList<>();
    for (int start = 0; start < MAX_POSITION; start += Math.max(1, start / 4)) {
      starts.add(start);
    }
    return whole(source.given(starts), source, position, true);
  }

  /** The coder of cells. */
  static GivenCoder ofCell(GivenSource source, int position, int cells) {
    List<Integer> starts = new ArrayList<>();
    for (int cell = 0; cell < cells; cell++) {
      starts.add(cell);
    }
    return whole(source.given(starts), source, position, true);
  }

  /** The coder of parts of a key: a code for each value, or for as many neighbours each. */
  static GivenCoder ofDigit(GivenSource source, KeyDigit digit, int position) {
    long step = (digit.size() + MAX_DIGITS - 1) / MAX_DIGITS;
    List<Integer> starts = new ArrayList<>();
    for (long start = 0; start < digit.size(); start += step) {
      starts.add(Math.toIntExact(start));
    }
    return whole(source.given(starts), source, position, !(digit instanceof KeyDigit.Texts));
  }

  /**
   * The coder of what a reference table keeps.
   *
   * @param place where the row has the place of the kept row, or a null
   */
  static GivenCoder ofKept(GivenSource source, How.Kept kept, int place) {
    return new GivenCoder(
        source.given(kept.starts()),
        place,
        place,
        new Coding.Rows(kept.codes()),
        0,
        kept.isOrdered());
  }

  private static GivenCoder whole(
      GivenColumn column, GivenSource source, int position, boolean isOrdered) {
    Coding coding = new Coding.Whole(source.type().kind(), column.starts());
    return new GivenCoder(column, position, -1, coding, 0, isOrdered);
  }

  private static boolean isOrdered(Marginal marginal) {
    return !(SegmentCoder.of(marginal) instanceof SegmentCoder.Texts);
  }

  /**
   * Neighbouring segments joined to groups of about the same weight: the first segment of each.
   *
   * @param edges before each segment the sum of the weights so far, and that of all
   */
  static List<Integer> starts(double[] edges) {
    int segments = edges.length - 1;
    double share = segments <= MAX_GROUPS ? 0 : edges[segments] / MAX_GROUPS;
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int s = 1; s < segments; s++) {
      double filled = edges[s] - edges[starts.get(starts.size() - 1)];
      if (filled >= share) {
        starts.add(s);
      }
    }
    return starts;
  }

  /** The code that a row has. */
  short code(InternalRow row) {
    if (presence >= 0 && row.isNullAt(presence)) {
      return (short) (column.codes() - 1);
    }
    if (row.isNullAt(position)) {
      return (short) nulls;
    }
    return (short) coding.code(row, position);
  }

  /** How a value that is no null becomes a code. */
  sealed interface Coding extends Serializable {
    /** The code of the value that a row has at this position. */
    int code(InternalRow row, int position);

    /** The coding by the segments of a marginal, from the first of each code. */
    static Coding of(Marginal marginal, Kind kind, List<Integer> starts) {
      return new Segments(SegmentCoder.of(marginal), kind, starts);
    }

    /** Whole numbers, from the first of each code. */
    record Whole(Kind kind, List<Integer> starts) implements Coding {
      private static final long serialVersionUID = 1L;

      @Override
      public int code(InternalRow row, int position) {
        return group(starts, (int) PlainValues.number(row, position, kind));
      }
    }

    /** The segments of a marginal. */
    record Segments(SegmentCoder coder, Kind kind, List<Integer> starts) implements Coding {
      private static final long serialVersionUID = 1L;

      @Override
      public int code(InternalRow row, int position) {
        return group(starts, segment(row, position));
      }

      private int segment(InternalRow row, int position) {
        if (coder instanceof SegmentCoder.Texts texts) {
          String text = row.getUTF8String(position).toString();
          return texts.code(kind == Kind.BINARY ? BytesText.category(text) : text);
        }
        double number = PlainValues.number(row, position, kind);
        return ((SegmentCoder.Numbers) coder).code(number);
      }
    }

    /** The code of each row of a reference table, by the row's place. */
    record Rows(List<Integer> codes) implements Coding {
      private static final long serialVersionUID = 1L;

      @Override
      public int code(InternalRow row, int position) {
        return codes.get((int) PlainValues.number(row, position, Kind.INT));
      }
    }
  }

  /** The code of a number, from the first one of each code. */
  static int group(List<Integer> starts, int number) {
    int group = 0;
    while (group + 1 < starts.size() && starts.get(group + 1) <= number) {
      group++;
    }
    return group;
  }

  /** Whether a marginal can be asked at all. */
  static boolean isTelling(Marginal marginal) {
    int outcomes = marginal.segmentCount() + (marginal.nullProbability() > 0 ? 1 : 0);
    boolean format =
        marginal instanceof CategoricalMarginal categorical && categorical.categories().isEmpty();
    return outcomes > 1 && !(format && marginal.nullProbability() == 0);
  }
}

package io.mirrorlake.jobs.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/**
 * The first records of text files, read without Spark: types are learned from them, so that
 * learning is no further scan.
 *
 * @param first the very first record: the header, where the files have one
 * @param rest the records after it, without the headers of further files
 */
record RecordHead(Optional<String> first, List<String> rest) {
  /** Enough to learn types from, little enough for a driver's memory. */
  private static final long MAX_CHARACTERS = 64L << 20;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Spark warns of tasks that carry more than a megabyte. */
  private static final int TASK_CHARACTERS = 1 << 19;

  RecordHead {
    rest = List.copyOf(rest);
  }

  /** All records, the first one included. */
  List<String> all() {
    List<String> records = new ArrayList<>(rest);
    first.ifPresent(csvRecord -> records.add(0, csvRecord));
    return records;
  }

  /** All records, the first one included, for Spark's own parsers. */
  Dataset<String> records(SparkSession spark) {
    List<String> records = all();
    long characters = records.stream().mapToLong(String::length).sum();
    int slices = (int) (1 + characters / TASK_CHARACTERS);
    JavaRDD<String> lines =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(records, slices);
    return spark.createDataset(lines.rdd(), Encoders.STRING());
  }

  /**
   * How records are told apart.
   *
   * @param charset the encoding
   * @param quote the quote inside which line breaks belong to the record, or empty where every line
   *     is a record
   * @param header whether each file begins with the same header
   * @param limit how many records are read at most
   */
  record Layout(Charset charset, Optional<Character> quote, boolean header, int limit) {}

  static RecordHead read(List<FileStatus> files, Layout layout, Configuration hadoop)
      throws IOException {
    List<String> records = new ArrayList<>();
    for (FileStatus file : files) {
      int known = records.size();
      if (known > layout.limit()) {
        break;
      }
      try (BufferedReader lines = open(file.getPath(), layout.charset(), hadoop)) {
        append(lines, layout, records);
      }
      // Another file's header is not a record.
      if (layout.header() && known > 0 && records.size() > known) {
        records.remove(known);
      }
    }
    return records.isEmpty()
        ? new RecordHead(Optional.empty(), List.of())
        : new RecordHead(Optional.of(records.get(0)), records.subList(1, records.size()));
  }

  private static void append(BufferedReader lines, Layout layout, List<String> records)
      throws IOException {
    long characters = records.stream().mapToLong(String::length).sum();
    boolean firstLine = true;
    String line = lines.readLine();
    while (line != null && records.size() <= layout.limit() && characters < MAX_CHARACTERS) {
      String plain = firstLine && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
      firstLine = false;
      String complete =
          layout.quote().isPresent() ? complete(plain, layout.quote().get(), lines) : plain;
      if (!complete.isEmpty()) {
        records.add(complete);
        characters += complete.length();
      }
      line = lines.readLine();
    }
  }

  /** The record that begins with this line: a record is complete when its quotes are even. */
  private static String complete(String line, char quote, BufferedReader lines) throws IOException {
    StringBuilder complete = new StringBuilder(line);
    boolean open = isOdd(line, quote);
    while (open && complete.length() < MAX_CHARACTERS) {
      String next = lines.readLine();
      if (next == null) {
        return complete.toString();
      }
      complete.append('\n').append(next);
      open = !isOdd(next, quote);
    }
    return complete.toString();
  }

  private static boolean isOdd(String line, char quote) {
    return line.chars().filter(character -> character == quote).count() % 2 == 1;
  }

  private static BufferedReader open(Path file, Charset charset, Configuration hadoop)
      throws IOException {
    InputStream raw = file.getFileSystem(hadoop).open(file);
    CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(file);
    InputStream plain = codec == null ? raw : codec.createInputStream(raw);
    return new BufferedReader(new InputStreamReader(plain, charset));
  }
}

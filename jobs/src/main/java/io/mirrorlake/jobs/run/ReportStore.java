package io.mirrorlake.jobs.run;

import io.mirrorlake.evaluator.report.EarlierReport;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Reports that earlier evaluations wrote. */
final class ReportStore {
  private static final String DOCUMENT = "report.json";

  private ReportStore() {}

  static Configuration hadoop(JobContext context) {
    return context.spark().sparkContext().hadoopConfiguration();
  }

  /** The report at this path: a report's directory, or the file in it. */
  static EarlierReport read(String path, Configuration hadoop) {
    Path given = new Path(path);
    try {
      FileSystem fileSystem = given.getFileSystem(hadoop);
      boolean directory = fileSystem.getFileStatus(given).isDirectory();
      Path document = directory ? new Path(given, DOCUMENT) : given;
      try (FSDataInputStream in = fileSystem.open(document)) {
        return EarlierReport.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), path);
      }
    } catch (FileNotFoundException e) {
      throw UserException.of(
              ErrorKind.CONFIGURATION,
              "there is no report at " + path + ", which the key 'output.baseline.report' names",
              "give the report.json of an earlier evaluation, or its directory")
          .withCause(e);
    } catch (IOException e) {
      throw UserException.of(
              ErrorKind.CONFIGURATION,
              "the baseline " + path + " cannot be read: " + e.getMessage(),
              "check that the file system can be reached, and that you may read it")
          .withCause(e);
    }
  }
}

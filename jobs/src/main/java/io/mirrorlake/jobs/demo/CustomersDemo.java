package io.mirrorlake.jobs.demo;

import io.mirrorlake.jobs.configuration.EvaluateConfiguration;
import io.mirrorlake.jobs.configuration.ProfileConfiguration;
import io.mirrorlake.jobs.configuration.SynthesizeConfiguration;
import io.mirrorlake.jobs.run.EvaluateRun;
import io.mirrorlake.jobs.run.ExitCode;
import io.mirrorlake.jobs.run.JobContext;
import io.mirrorlake.jobs.run.ProfileRun;
import io.mirrorlake.jobs.run.SynthesizeRun;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;

/**
 * Profiles FoodMart's customers, writes synthetic ones to a Delta table, and evaluates them against
 * a holdout.
 */
final class CustomersDemo implements Demo {
  private static final int ROWS = 100_000;
  private static final int SEED = 7;

  /**
   * Nearly three times the training rows: enough for the judge's figures to differ by less than
   * they show.
   */
  private static final int JUDGED_ROWS = 20_000;

  private final String output;
  private final long rows;
  private final JobContext context;

  CustomersDemo(String output, double scale, JobContext context) {
    this.output = output;
    this.rows = Math.round(ROWS * scale);
    this.context = context;
  }

  @Override
  public ExitCode run() {
    PrintWriter out = context.out();
    out.println(
        "Mirrorlake's demo: the customers of the FoodMart retail database, read from an embedded database over JDBC.");
    step("1 of 3: profile 70 % of the customers");
    new ProfileRun().run(DemoSettings.read(ProfileConfiguration.class, profile()), context);
    step(
        "2 of 3: synthesize "
            + rows
            + " customers into a Delta table, and some by a Gaussian copula to compare with");
    new SynthesizeRun()
        .run(DemoSettings.read(SynthesizeConfiguration.class, synthesize()), context);
    new ProfileRun().run(DemoSettings.read(ProfileConfiguration.class, gaussianProfile()), context);
    new SynthesizeRun()
        .run(DemoSettings.read(SynthesizeConfiguration.class, gaussianRows()), context);
    step("3 of 3: evaluate them against the 30 % that the profile never saw");
    ExitCode verdict =
        new EvaluateRun().run(DemoSettings.read(EvaluateConfiguration.class, evaluate()), context);
    out.println(
        "profile: "
            + output
            + "/profile/profile.json (to read it: ./mirrorlake show "
            + output
            + "/profile)");
    out.println("customers: " + output + "/customers (Delta)");
    out.println("report: " + output + "/report/report.html");
    return verdict;
  }

  private void step(String text) {
    context.progress().accept("step " + text);
  }

  private List<String> profile() {
    return join(
        FoodMart.train("source"),
        List.of(
            "table=customer",
            "primaryKey=" + FoodMart.KEY,
            "output=" + output + "/profile",
            "mode=overwrite"));
  }

  /** The same customers with a plain dependence, to show what the better one gains. */
  private List<String> gaussianProfile() {
    return join(
        FoodMart.train("source"),
        List.of(
            "table=customer",
            "primaryKey=" + FoodMart.KEY,
            "dependence=gaussian",
            "output=" + output + "/gaussian/profile",
            "mode=overwrite"));
  }

  private List<String> gaussianRows() {
    return List.of(
        "profile=" + output + "/gaussian/profile",
        "rows=" + JUDGED_ROWS,
        "seed=" + SEED,
        "output.path=" + output + "/gaussian/customers",
        "output.format=parquet",
        "output.mode=overwrite");
  }

  private List<String> synthesize() {
    return List.of(
        "profile=" + output + "/profile",
        "rows=" + rows,
        "seed=" + SEED,
        "output.path=" + output + "/customers",
        "output.format=delta",
        "output.mode=overwrite");
  }

  private List<String> evaluate() {
    return join(
        join(FoodMart.train("train"), FoodMart.holdout("holdout")),
        List.of(
            "synthetic=" + output + "/customers",
            "compare=" + output + "/gaussian/customers",
            "target=" + FoodMart.TARGET,
            "exclude=" + String.join(",", FoodMart.IDENTIFIERS),
            "output=" + output + "/report",
            "sampleRows=" + JUDGED_ROWS,
            "output.mode=overwrite"));
  }

  private static List<String> join(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}

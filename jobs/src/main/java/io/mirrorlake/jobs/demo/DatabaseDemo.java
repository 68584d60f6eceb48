package io.mirrorlake.jobs.demo;

import io.mirrorlake.jobs.configuration.AuditConfiguration;
import io.mirrorlake.jobs.configuration.ConfigurationFile;
import io.mirrorlake.jobs.configuration.ConfigurationReader;
import io.mirrorlake.jobs.configuration.DatasetConfiguration;
import io.mirrorlake.jobs.configuration.DiscoverConfiguration;
import io.mirrorlake.jobs.configuration.PlanConfiguration;
import io.mirrorlake.jobs.configuration.SynthesizeConfiguration;
import io.mirrorlake.jobs.discover.DiscoverRun;
import io.mirrorlake.jobs.run.AuditRun;
import io.mirrorlake.jobs.run.DatasetProfileRun;
import io.mirrorlake.jobs.run.ExitCode;
import io.mirrorlake.jobs.run.JobContext;
import io.mirrorlake.jobs.run.PlanRun;
import io.mirrorlake.jobs.run.SynthesizeRun;
import java.io.PrintWriter;
import java.util.List;

/**
 * Finds the keys of FoodMart, profiles its tables together, writes synthetic ones to Delta tables,
 * and audits every key.
 */
final class DatabaseDemo implements Demo {
  private static final int SEED = 7;

  private final String output;
  private final double scale;
  private final JobContext context;

  DatabaseDemo(String output, double scale, JobContext context) {
    this.output = output;
    this.scale = scale;
    this.context = context;
  }

  @Override
  public ExitCode run() {
    PrintWriter out = context.out();
    out.println(
        "Mirrorlake's demo: the whole FoodMart retail database, read from an embedded database over JDBC.");
    step("1 of 5: discover the keys, which the database does not declare");
    new DiscoverRun().run(DemoSettings.read(DiscoverConfiguration.class, discover()), context);
    step("2 of 5: profile the tables with their keys");
    new DatasetProfileRun().run(dataset(), context);
    step("3 of 5: plan");
    new PlanRun().run(DemoSettings.read(PlanConfiguration.class, plan()), context);
    step("4 of 5: synthesize every table into a Delta table");
    new SynthesizeRun()
        .run(DemoSettings.read(SynthesizeConfiguration.class, synthesize()), context);
    step("5 of 5: audit every key, and compare how the tables hang together");
    ExitCode verdict =
        new AuditRun(FoodMart.ENVIRONMENT)
            .run(DemoSettings.read(AuditConfiguration.class, audit()), context);
    out.println("keys that were found: " + configuration());
    FoodMart.ENVIRONMENT.forEach(
        (name, value) ->
            out.println("  jobs of your own that read it need " + name + "=" + value + " set"));
    out.println("profile: " + profile() + "/profile.json");
    out.println("tables: " + data() + " (Delta)");
    out.println("report: " + output + "/audit/report.html");
    return verdict;
  }

  private void step(String text) {
    context.progress().accept("step " + text);
  }

  private String configuration() {
    return output + "/dataset.yaml";
  }

  private String profile() {
    return output + "/profile";
  }

  private String data() {
    return output + "/data";
  }

  private List<String> discover() {
    return List.of(
        "source.path=" + FoodMart.URL,
        "source.jdbc.user=" + FoodMart.USER,
        "source.jdbc.password=" + FoodMart.USER,
        // Derived from the sales, table by table.
        "exclude=agg_*",
        // The company's own places are no secret; made up, each would be like ten others.
        "reference=store,store_ragged,warehouse",
        "profile=" + profile(),
        "output=" + configuration(),
        "mode=overwrite");
  }

  private DatasetConfiguration dataset() {
    ConfigurationReader reader = ConfigurationReader.of(FoodMart.ENVIRONMENT);
    return reader.read(
        DatasetConfiguration.class,
        reader.file(ConfigurationFile.read(configuration()), configuration()),
        List.of(ConfigurationReader.Adjustment.ofText("mode=overwrite")));
  }

  private List<String> plan() {
    return List.of("profile=" + profile(), "scale=" + scale);
  }

  private List<String> synthesize() {
    return List.of(
        "profile=" + profile(),
        "scale=" + scale,
        "seed=" + SEED,
        "output.path=" + data(),
        "output.format=delta",
        "output.mode=overwrite");
  }

  private List<String> audit() {
    return List.of(
        "dataset=" + configuration(),
        "synthetic=" + data(),
        "output.path=" + output + "/audit",
        "output.mode=overwrite");
  }
}

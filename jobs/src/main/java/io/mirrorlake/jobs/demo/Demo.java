package io.mirrorlake.jobs.demo;

import io.mirrorlake.jobs.run.ExitCode;
import io.mirrorlake.jobs.run.JobContext;

/** Shows the jobs at work, on a real database that comes with Mirrorlake. */
public interface Demo {
  /**
   * A demo that writes below {@code output}, and replaces what an earlier one wrote there.
   *
   * @param scale how many times the usual volume it makes, positive
   */
  static Demo of(DemoSubject subject, String output, double scale, JobContext context) {
    FoodMart.requirePresent();
    Demo demo =
        switch (subject) {
          case DATABASE -> new DatabaseDemo(output, scale, context);
          case CUSTOMERS -> new CustomersDemo(output, scale, context);
        };
    return () -> told(demo.run(), context);
  }

  /** Runs the jobs as anyone would, and tells the verdict of the judge. */
  ExitCode run();

  /** A demo has succeeded when its jobs are done, whatever the judge says. */
  private static ExitCode told(ExitCode verdict, JobContext context) {
    if (verdict == ExitCode.VERDICT_FAIL) {
      context
          .out()
          .println(
              "The demo is complete. As a job of its own, the evaluation would end with exit code "
                  + verdict.code()
                  + ".");
    }
    context.out().flush();
    return ExitCode.OK;
  }
}

package io.mirrorlake.jobs.configuration;

import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.regex.Pattern;

/** The page that lists every key, made from the records, so that it cannot miss one. */
final class ConfigurationPage {
  private static final String INTRODUCTION =
      """
      # Configuration

      Each job takes its settings from a YAML file (`--config`), from `--set key=value` for any key, and from the options of the
      common case. What is more specific wins: options overrule `--set`, `--set` overrules the file, the file overrules the
      defaults. A key that no job knows is an error, and the message names the nearest known one, the file and the line.

      - **Keys in groups** are written indented in a file, and with dots on the command line: `--set source.csv.separator=';'`.
      - **A plain value for a source or an output** is its path: `source: data.csv` is `source: {path: data.csv}`.
      - **Lists** may be written with commas: `--exclude comment,note`.
      - **Environment variables**: `${NAME}` takes a variable, `${NAME:value}` has a default, `$${NAME}` stays as it is. Passwords
        belong there: a secret key is never printed, and is neither in the profile nor in its configuration digest.
      - **Spark's settings** go through as `--set spark.sql.shuffle.partitions=64`. Under spark-submit, give those of the cluster to
        spark-submit itself.
      - **Paths** are those of any file system that Hadoop knows; relative ones begin at the working directory.

      The files `conf/profile.yaml`, `conf/synthesize.yaml` and `conf/evaluate.yaml` show every key at its place, and
      `conf/schemas` has a JSON Schema of each for editors.
      """;

  private static final String FOOTER =
      """

      ## How CSV and JSON files get their types

      Without `schema`, types are learned from the first `csv.headRecords` records (100,000), read once by the driver: a guess never costs
      a scan of its own. Numbers with leading zeros (`00123`) stay strings. A later value that is not of the learned type ends
      the job with exit code 3, the column and the number of rows; it never turns into a null. `evaluate` reads holdout and
      synthetic files with the types of train.

      ## What happens to an output

      A table, a profile or a report is made beside its place under a name that begins with a dot, and moved there when it is
      complete. With `mode: overwrite` the old one is deleted only after that, and a directory that holds anything else than what the
      job writes is never replaced. An existing Delta table is changed in one transaction.
      """;

  private static final Pattern LIKE_TRAIN =
      Pattern.compile("(holdout|privacy\\.reference|synthetic|compare)\\..*");

  private static final String DATASET =
      """
      A file with the key `tables` is a dataset: the job profiles all of its tables, and how they join. `./mirrorlake discover` writes one
      from what it finds. A table's `source`, `constraints` and `text` take the same keys as above; `tables.*` stands for each table's
      name. What tables have in common of their sources is written once, in `source`:

      ```yaml
      source: {path: "jdbc:postgresql://host/shop", jdbc: {user: reader, password: "${DB_PASSWORD}"}}
      tables:
        countries: {source: {table: countries}, primaryKey: [code], role: reference}
        customers: {source: {table: customers}, primaryKey: [id], references: [{columns: [country], table: countries}]}
        orders:
          source: {table: orders}
          primaryKey: [id]
          references: [{columns: [customer_id], table: customers, leading: true}]
          orderBy: placed
      output: out/profile
      ```

      """;

  private static final String DISCOVER =
      "The proposal is for a person to review: a key that holds in the data need not be one that is meant.\n\n";

  private static final String PLAN =
      "Tells sizes, keys and what is approximated, before anything is written.\n\n";

  private static final String SPLIT =
      "Deals the rows of a table to parts before it is profiled; `source` takes the same keys as"
          + " that of profile.\n\n";

  private static final String AUDIT =
      "Judges tables that belong together; evaluation.md explains the scores.\n\n";

  /** Keys that single tables have too. */
  private static final String SAME_AS_BEFORE = "(source|constraints|text)\\..*";

  private ConfigurationPage() {}

  static String text() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    table(page, "profile", ProfileConfiguration.class, "");
    table(page, "profile, of several tables", DatasetConfiguration.class, DATASET);
    table(page, "discover", DiscoverConfiguration.class, DISCOVER);
    table(page, "split", SplitConfiguration.class, SPLIT);
    table(page, "synthesize", SynthesizeConfiguration.class, "");
    table(page, "plan", PlanConfiguration.class, PLAN);
    table(
        page,
        "evaluate",
        EvaluateConfiguration.class,
        "`holdout`, `privacy.reference`, `synthetic` and `compare` take the same keys as"
            + " `train`.\n\n");
    table(page, "audit", AuditConfiguration.class, AUDIT);
    return page.append(FOOTER).toString();
  }

  private static void table(StringBuilder page, String job, Class<?> type, String note) {
    page.append("\n## ").append(job).append("\n\n").append(note);
    page.append("| key | option | default | meaning |\n|---|---|---|---|\n");
    List<Keys.Key> keys = Keys.of(type);
    keys.stream()
        .filter(key -> !LIKE_TRAIN.matcher(key.path()).matches())
        .filter(key -> type != SplitConfiguration.class || !key.path().startsWith("source."))
        .forEach(key -> rows(page, "", key));
  }

  /** A key's line, and those of the records that its list or mapping has. */
  private static void rows(StringBuilder page, String prefix, Keys.Key key) {
    page.append(row(prefix, key));
    if (key.type() instanceof ParameterizedType generic) {
      String element = key.path() + (generic.getRawType() == List.class ? "[]." : ".*.");
      Keys.elementOf(generic)
          .ifPresent(
              type ->
                  Keys.of(type).stream()
                      .filter(each -> !each.path().matches(SAME_AS_BEFORE))
                      .forEach(each -> rows(page, prefix + element, each)));
    }
  }

  private static String row(String prefix, Keys.Key key) {
    Setting setting = key.setting();
    return "| `"
        + prefix
        + key.path()
        + "` | "
        + (prefix.isEmpty() ? code(setting.option()) : "")
        + " | "
        + code(setting.fallback())
        + " | "
        + setting.value()
        + (setting.secret() ? " Secret." : "")
        + " |\n";
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }
}

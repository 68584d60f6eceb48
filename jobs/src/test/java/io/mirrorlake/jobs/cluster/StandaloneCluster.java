package io.mirrorlake.jobs.cluster;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Spark's standalone master and two workers, each a process of its own on this machine. */
final class StandaloneCluster implements AutoCloseable {
  private static final int WORKERS = 2;

  /** No job here takes nearly as long, on any machine. */
  private static final int LIMIT_MINUTES = 15;

  private final Path folder;
  private final Path sparkHome;
  private final List<String> javaOptions;
  private final String master;
  private final List<Process> processes = new ArrayList<>();

  private StandaloneCluster(Path folder, Path sparkHome, List<String> javaOptions, String master) {
    this.folder = folder;
    this.sparkHome = sparkHome;
    this.javaOptions = javaOptions;
    this.master = master;
  }

  /** What a submitted job printed, and how it ended. */
  record Submission(int code, String output) {}

  /** Starts master and workers, and returns when the workers have registered. */
  static StandaloneCluster start(Path folder, Path launcher) throws IOException {
    List<String> options =
        List.of(Files.readString(launcher.resolve("java.options")).strip().split("\\s+"));
    int port = freePort();
    StandaloneCluster cluster =
        new StandaloneCluster(
            folder, sparkHome(folder, launcher), options, "spark://127.0.0.1:" + port);
    cluster.daemon(
        "elected leader",
        "org.apache.spark.deploy.master.Master",
        "--host",
        "127.0.0.1",
        "--port",
        Integer.toString(port),
        "--webui-port",
        "0");
    for (int i = 0; i < WORKERS; i++) {
      cluster.daemon(
          "Successfully registered with master",
          "org.apache.spark.deploy.worker.Worker",
          "--host",
          "127.0.0.1",
          "--webui-port",
          "0",
          "--cores",
          "1",
          "--memory",
          "1g",
          "--work-dir",
          cluster.workDirectory(i).toString(),
          cluster.master);
    }
    return cluster;
  }

  /** A Spark home that consists of the jars which Maven has. */
  private static Path sparkHome(Path folder, Path launcher) throws IOException {
    Path jars = Files.createDirectories(folder.resolve("spark/jars"));
    for (String jar :
        Files.readString(launcher.resolve("class.path")).strip().split(File.pathSeparator, -1)) {
      Path file = Path.of(jar);
      Files.createSymbolicLink(jars.resolve(file.getFileName()), file);
    }
    return jars.getParent();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Where a worker keeps what its executors leave. */
  Path workDirectory(int worker) {
    return folder.resolve("worker-" + worker);
  }

  /** Submits a job in client mode, waits for its end, and gives its exit code. */
  Submission submit(Path jar, String mainClass, String... arguments)
      throws IOException, InterruptedException {
    List<String> submit =
        Stream.of(
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                master,
                "--class",
                mainClass,
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.driver.bindAddress=127.0.0.1",
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.executor.memory=1g",
                "--conf",
                "spark.executor.cores=1",
                "--conf",
                "spark.cores.max=" + WORKERS,
                "--conf",
                "spark.scheduler.minRegisteredResourcesRatio=1.0",
                "--conf",
                "spark.sql.shuffle.partitions=4",
                jar.toString())
            .toList();
    List<String> command = new ArrayList<>(submit);
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile(folder, "submit", ".log");
    Process process =
        builder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("the job did not end: " + Files.readString(log));
    }
    return new Submission(process.exitValue(), Files.readString(log));
  }

  /** Starts a process, and returns when it has printed {@code ready}. */
  private void daemon(String ready, String... command) throws IOException {
    Process process = builder(List.of(command)).redirectErrorStream(true).start();
    processes.add(process);
    BufferedReader output = process.inputReader();
    StringBuilder seen = new StringBuilder();
    String line = output.readLine();
    while (line != null && !line.contains(ready)) {
      seen.append(line).append('\n');
      line = output.readLine();
    }
    if (line == null) {
      throw new IllegalStateException(command[0] + " ended early:\n" + seen);
    }
    drain(output);
  }

  /** Keeps a process from waiting for a reader of its output. */
  private static void drain(BufferedReader output) {
    Thread reader =
        new Thread(
            () -> {
              try {
                output.transferTo(java.io.Writer.nullWriter());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    reader.setDaemon(true);
    reader.start();
  }

  private ProcessBuilder builder(List<String> command) {
    List<String> java = new ArrayList<>();
    java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.addAll(javaOptions);
    java.addAll(List.of("-Xmx1g", "-Duser.timezone=UTC", "-cp", sparkHome + "/jars/*"));
    java.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(java).directory(folder.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME", sparkHome.toString(),
                "SPARK_SCALA_VERSION", "2.13",
                "SPARK_LOCAL_IP", "127.0.0.1"));
    return builder;
  }

  @Override
  public void close() {
    processes.forEach(Process::destroy);
  }
}

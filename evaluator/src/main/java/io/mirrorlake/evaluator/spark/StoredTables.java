package io.mirrorlake.evaluator.spark;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Small tables that Spark keeps in its storage while they are read again and again, once for each
 * of their keys: a source is then read, and its files are listed, once.
 */
final class StoredTables implements AutoCloseable {
  /** A larger table is read anew, as there might be no room for it. */
  static final long MOST_ROWS = 1_000_000;

  private final List<Dataset<Row>> tables = new CopyOnWriteArrayList<>();

  /** Keeps a table of so many rows, if it is small and not kept already. */
  void add(Dataset<Row> table, long rows) {
    if (rows <= MOST_ROWS && table.storageLevel().equals(StorageLevel.NONE())) {
      tables.add(table.persist(StorageLevel.MEMORY_AND_DISK()));
    }
  }

  /** Lets go of what it keeps. */
  @Override
  public void close() {
    tables.forEach(Dataset::unpersist);
  }
}
